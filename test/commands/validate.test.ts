import {expect, test} from 'vitest';
import {validate} from '../../source/commands/validate.ts';
import {runCli} from '../support/cli.ts';
import {withExpiry, zone} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const wrongDigit = [zone[0], zone[1].replace('L898902C36', 'L898902C37')] as const;

test('two lines as words, or pasted into standard input, are judged field by field', async () => {
	const byWords = await runCommand(validate, ['validate', ...zone]);
	expect(byWords.exitCode).toBe(0);
	expect(JSON.parse(byWords.out)).toMatchObject({
		success: true,
		passport_number: 'L898902C3',
		passport_ocr: {shape: 'TD3', evidence: {birth_date: {level: 'verified', by: ['check digit']}}},
	});
	const pasted = await runCommand(validate, ['validate'], {input: `Scanned page\n\n${zone.join('\r\n')}\n`});
	expect(JSON.parse(pasted.out)).toMatchObject({passport_number: 'L898902C3'});
});

test('a wrong check digit is said, and counts with --strict', async () => {
	const {out, exitCode} = await runCommand(validate, ['validate', ...wrongDigit, '--strict']);
	expect(exitCode).toBe(5);
	expect(JSON.parse(out).passport_ocr.evidence.passport_number.level).toBe('refuted');
	expect((await runCommand(validate, ['validate', ...wrongDigit])).exitCode).toBe(0);
});

test('a table is for people', async () => {
	const {out} = await runCommand(validate, ['validate', ...zone, '--output-format', 'table'], {language: 'zh'});
	expect(out).toMatch(/英文姓 +ERIKSSON/);
});

test('what is no zone is 65, with the reason', async () => {
	const {exitCode, out, said} = await runCommand(validate, ['validate', 'hello']);
	expect(exitCode).toBe(65);
	expect(JSON.parse(out)).toMatchObject({success: false, error_code: 'NO_PASSPORT_FOUND'});
	expect(said.join('')).not.toBe('');
	expect(JSON.parse(out).next_steps.length).toBeGreaterThan(0);
	expect(said.join('\n')).toContain('  → ');
});

test('each check digit has its verdict, and other readings are shown', async () => {
	const {out} = await runCommand(validate, ['validate', ...wrongDigit]);
	expect(JSON.parse(out).passport_ocr.check_digits[0]).toMatchObject({
		name: 'number',
		printed: '7',
		verdict: 'refuted',
	});
	const misread = zone[1].replace('L898902C3', 'L8989O2C3');
	const table = await runCommand(validate, ['validate', zone[0], misread, '--output-format', 'table']);
	expect(table.out).toMatch(/passport number +6 +6 +agrees/);
	expect(table.out).toMatch(/Other readings, Passport no\.: .*L8989O2C3/);
});

test('a trip is judged when it is described', async () => {
	const short = await runCommand(validate, ['validate', ...zone, '--valid-for', '6m', '--on', '2032-01-01']);
	const codes = (out: string) => JSON.parse(out).passport_ocr.issues.map((issue: {code: string}) => issue.code);
	expect(codes(short.out)).toEqual(expect.arrayContaining(['days-left', 'expires-before']));
	const schengen = await runCommand(validate, ['validate', ...zone, '--schengen', '--on', '2027-12-01']);
	expect(codes(schengen.out)).toContain('schengen-issue-unknown');
	await expect(runCommand(validate, ['validate', ...zone, '--on', '2027-02-30'])).rejects.toMatchObject({
		code: 'USAGE',
		details: {problem: 'bad-value'},
	});
});

test('the day is the one on the calendar where the person is', async () => {
	// Fourteen hours ahead of UTC, and eleven behind it: never the same day.
	const [ahead, behind] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const;
	const dayThere = new Intl.DateTimeFormat('en-CA', {timeZone: ahead}).format(new Date());
	const yesterday = new Date(Date.parse(dayThere) - 86_400_000).toISOString();
	const lines = withExpiry(yesterday.slice(2, 10).replaceAll('-', ''));
	const validityIn = async (timeZone: string) => {
		const {out} = await runCli(['validate', ...lines], {cwd: temporaryFolder(), env: {TZ: timeZone}});
		return JSON.parse(out).passport_ocr.validity as string;
	};
	expect(await validityIn(ahead)).toBe('expired');
	expect(await validityIn(behind)).toBe('valid');
});
