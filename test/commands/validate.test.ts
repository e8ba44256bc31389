import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {validate} from '../../source/commands/validate.ts';
import {runCli} from '../support/cli.ts';
import {mrz, withExpiry} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const wrongDigit = [mrz[0], mrz[1].replace('L898902C36', 'L898902C37')] as const;

test('two lines as words, or pasted into standard input, are judged field by field', async () => {
	const byWords = await runCommand(validate, ['validate', ...mrz]);
	expect(byWords.exitCode).toBe(0);
	expect(JSON.parse(byWords.out)).toMatchObject({
		success: true,
		passport_number: 'L898902C3',
		passport_ocr: {shape: 'TD3', evidence: {birth_date: {level: 'verified', by: ['check digit']}}},
	});
	const pasted = await runCommand(validate, ['validate'], {input: `Scanned page\n\n${mrz.join('\r\n')}\n`});
	expect(JSON.parse(pasted.out)).toMatchObject({passport_number: 'L898902C3'});
});

test('a wrong check digit is said, and counts with --strict', async () => {
	const {out, exitCode} = await runCommand(validate, ['validate', ...wrongDigit, '--strict']);
	expect(exitCode).toBe(5);
	expect(JSON.parse(out).passport_ocr.evidence.passport_number.level).toBe('refuted');
	expect((await runCommand(validate, ['validate', ...wrongDigit])).exitCode).toBe(0);
});

test('a table is for people', async () => {
	const {out} = await runCommand(validate, ['validate', ...mrz, '--output-format', 'table'], {language: 'zh'});
	expect(out).toMatch(/姓 +ERIKSSON/);
});

test('what is no MRZ is 65, with the reason', async () => {
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
	const misread = mrz[1].replace('L898902C3', 'L8989O2C3');
	const table = await runCommand(validate, ['validate', mrz[0], misread, '--output-format', 'table']);
	expect(table.out).toMatch(/passport number +6 +6 +agrees/);
	expect(table.out).toMatch(/Other readings, Passport number: .*L8989O2C3/);
});

test('a trip is judged when it is described', async () => {
	const short = await runCommand(validate, ['validate', ...mrz, '--valid-for', '6m', '--on', '2032-01-01']);
	const codes = (out: string) => JSON.parse(out).passport_ocr.issues.map((issue: {code: string}) => issue.code);
	expect(codes(short.out)).toEqual(expect.arrayContaining(['days-left', 'expires-before']));
	const schengen = await runCommand(validate, ['validate', ...mrz, '--schengen', '--on', '2027-12-01']);
	expect(codes(schengen.out)).toContain('schengen-issue-unknown');
	await expect(runCommand(validate, ['validate', ...mrz, '--on', '2027-02-30'])).rejects.toMatchObject({
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

const repairable = [
	'POCHNLYU<<JING<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
	'EJ442O1963CHN9609222F3409095MCLANPKFLBA91884',
] as const;

type Result = {
	readonly success: boolean;
	readonly source_line?: number;
	readonly passport_number?: string;
	readonly error_kind?: string;
	readonly passport_ocr?: {verdict: string; repairs: unknown; status: string; issues: {blocks: boolean}[]};
};

test('a faultless MRZ is consistent, its names are as given, and nothing is to check', async () => {
	const {out, exitCode} = await runCommand(validate, ['validate', ...mrz, '--strict']);
	expect(exitCode).toBe(0);
	expect(JSON.parse(out).passport_ocr).toMatchObject({
		status: 'clean',
		verdict: 'consistent',
		repairs: [],
		evidence: {surname_english: {level: 'supported', by: ['as given']}, passport_number: {level: 'supported'}},
	});
	const {out: table} = await runCommand(validate, ['validate', ...mrz, '--output-format', 'table']);
	expect(table).toMatch(/Surname +ERIKSSON +supported, as given/);
	expect(table).toContain('Status: consistent');
	expect(table).not.toMatch(/to check|not proven/);
});

test('a repair makes it doubtful, and is shown; a wrong check digit contradicts it', async () => {
	const doubtful = await runCommand(validate, ['validate', ...repairable, '--strict']);
	expect(doubtful.exitCode).toBe(5);
	expect(JSON.parse(doubtful.out).passport_ocr).toMatchObject({
		verdict: 'doubtful',
		repairs: [{field: 'passport_number', from: 'EJ442O196', to: 'EJ4420196'}],
	});
	const {out} = await runCommand(validate, ['validate', ...wrongDigit]);
	expect(JSON.parse(out).passport_ocr).toMatchObject({verdict: 'contradicted', status: 'check'});
});

const many = [...mrz, '', ...repairable, ...wrongDigit, mrz[0]].join('\n');

test('many, on standard input or in a file, each have a result with its line', async () => {
	const file = join(temporaryFolder(), 'many.txt');
	await writeFile(file, Buffer.from(`\ufeff${many}`, 'utf16le'));
	const expected = [
		[1, 'consistent'],
		[4, 'doubtful'],
		[6, 'contradicted'],
		[8, undefined],
	];
	const results = (list: readonly Result[]) => list.map(one => [one.source_line, one.passport_ocr?.verdict]);
	for (const run of [
		await runCommand(validate, ['validate'], {input: many}),
		await runCommand(validate, ['validate', '--file', file]),
		await runCommand(validate, ['validate', file]),
	]) {
		expect(results(JSON.parse(run.out) as Result[])).toEqual(expected);
		expect(run.exitCode).toBe(1);
		expect(run.said[0]).toContain('line 8: ');
	}
	const lines = await runCommand(validate, ['validate', '--output-format', 'ndjson'], {input: many});
	expect(
		results(
			lines.out
				.trim()
				.split('\n')
				.map(line => JSON.parse(line) as Result),
		),
	).toEqual(expected);
});

test('many are a table with a row each, and CSV that a spreadsheet opens', async () => {
	const table = await runCommand(validate, ['validate', '--output-format', 'table'], {input: many});
	expect(table.out.trim().split('\n')).toHaveLength(6);
	expect(table.out).toContain('Passport number: EJ442O196 repaired to EJ4420196');
	const {out} = await runCommand(validate, ['validate', '--output-format', 'csv'], {input: many, language: 'zh'});
	const rows = out.split('\r\n');
	expect(rows[0]).toMatch(/^\ufeff行,结论,护照号码,/);
	expect(rows[1]).toMatch(/^1,一致,L898902C3,ERIKSSON,ANNA MARIA,UTO,1974-08-12,F,2032-04-15,UTO,有效,$/);
	expect(rows[4]).toMatch(/^8,没有机读码,/);
});

test('--strict says 5 for a list unless all are consistent and will do for the trip', async () => {
	const two = [...mrz, ...mrz].join('\n');
	const exitCode = async (input: string, ...more: readonly string[]) =>
		(await runCommand(validate, ['validate', '--strict', ...more], {input})).exitCode;
	expect(await exitCode(two)).toBe(0);
	expect(await exitCode([...mrz, ...repairable].join('\n'))).toBe(5);
	expect(await exitCode(two, '--valid-for', '6m', '--on', '2032-01-01')).toBe(5);
	expect(await exitCode([mrz[0], '', mrz[0]].join('\n'))).toBe(65);
});

test('a file that is not there is said, and words beside a file are wrong usage', async () => {
	await expect(runCommand(validate, ['validate', '--file', '/no/such.txt'])).rejects.toMatchObject({
		code: 'FILE_NOT_FOUND',
	});
	await expect(runCommand(validate, ['validate', ...mrz, '--file', 'x'])).rejects.toMatchObject({code: 'USAGE'});
	await expect(runCommand(validate, ['validate', '--output-format', 'brief', ...mrz])).rejects.toMatchObject({
		code: 'USAGE',
	});
});
