import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {exportRows} from '../../source/commands/export.ts';
import {recognize} from '../../source/commands/recognize.ts';
import {AppError} from '../../source/core/errors.ts';
import {fakeEngine, readsAtOnce} from '../support/fake-engine.ts';
import {folderOf} from '../support/pictures.ts';
import {misprinted, numbered, reading} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';

type Brief = Readonly<Record<string, unknown>> & {readonly why?: string};

const linesOf = (out: string): readonly Brief[] =>
	out
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as Brief);

const brief = (folder: string, ...more: readonly string[]) => [
	'recognize',
	'--dir',
	folder,
	'--no-save',
	'--output-format',
	'brief',
	...more,
];

test('twenty pictures fit a small window, each with what decides and what speaks against it', async () => {
	const folder = folderOf(Array.from({length: 20}, (_, index) => `picture of a passport ${index + 1}.png`));
	const engine = fakeEngine({
		answer: ({path}) => {
			const index = Number(/(\d+)\.png/.exec(path)?.[1]);
			return index % 3 === 0
				? reading(numbered(index), [
						[0, 6],
						[1, 3],
						[1, 14],
					])
				: reading(index % 3 === 1 ? misprinted : numbered(index));
		},
	});
	for (const language of ['en', 'zh'] as const) {
		const {out} = await runCommand(recognize, brief(folder), {engine, language});
		expect(out.length).toBeLessThanOrEqual(8000);
		const lines = linesOf(out);
		expect(lines).toHaveLength(20);
		for (const line of out.trim().split('\n')) expect(line.length).toBeLessThanOrEqual(400);
		for (const line of lines.filter(({status}) => status === 'check')) {
			expect(line.issues).not.toHaveLength(0);
			expect(line.why).toMatch(/.{20}/);
		}
	}
});

test('a line has file, status, values, and no number in clear', async () => {
	const {out, exitCode} = await runCommand(recognize, brief(folderOf(['anna.png'])), {engine: readsAtOnce()});
	expect(exitCode).toBe(0);
	expect(linesOf(out)).toEqual([
		{
			file: 'anna.png',
			status: 'clean',
			number: 'L8*****C3',
			surname: 'ERIKSSON',
			given: 'ANNA MARIA',
			nationality: 'UTO',
			born: '1974-08-12',
			sex: 'F',
			expiry: '2032-04-15',
			issuer: 'UTO',
			issues: ['specimen'],
			why: expect.any(String),
		},
	]);
});

test('--fields shows what it names in full, each with its level', async () => {
	const folder = folderOf(['anna.png']);
	const run = (...more: readonly string[]) => runCommand(recognize, brief(folder, ...more), {engine: readsAtOnce()});
	const [line] = linesOf((await run('--fields', 'number,given')).out);
	expect(line).toMatchObject({
		number: 'L898902C3',
		given: 'ANNA MARIA',
		levels: {number: 'supported', given: 'supported'},
	});
	expect(line).not.toHaveProperty('surname');
	const [mrz] = linesOf((await run('--fields', 'mrz,birth_date')).out);
	expect(mrz).toMatchObject({mrz_line2: numbered(0)[1], birth_date: '1974-08-12', levels: {birth_date: 'verified'}});
});

test('a number that is masked is not in the sentence either', async () => {
	const folder = folderOf(['a.png']);
	const answer = () => reading(misprinted);
	const {out} = await runCommand(recognize, brief(folder), {engine: fakeEngine({answer})});
	expect(out).not.toContain('L898902C3');
	expect(linesOf(out)).toMatchObject([{status: 'check', levels: {number: expect.any(String)}}]);
});

test('a picture that fails has its kind, the service’s own code, and what to do', async () => {
	const folder = folderOf(['a.png']);
	await writeFile(join(folder, 'b.jpg'), 'no picture');
	const refused = () => {
		throw new AppError('CREDENTIALS_REFUSED', {status: '-4', reason: 'no'});
	};
	const {out} = await runCommand(recognize, brief(folder, '--engine', 'xiangyun'), {
		engine: fakeEngine({id: 'xiangyun', answer: refused}),
		env: {PASSPORT_OCR_KEY: 'k', PASSPORT_OCR_SECRET: 's', XDG_STATE_HOME: join(folder, 'state')},
	});
	const line = linesOf(out).find(({file}) => file === 'a.png');
	expect(line).toMatchObject({file: 'a.png', status: 'failed', error_kind: 'CREDENTIALS_REFUSED', error_code: '-4'});
	// What went wrong, then each step by itself: a step may end in a command.
	expect(line!.why).toMatch(/^[^→]+\. → [^→]*config save[^→]* → [^→]+/);
});

test('--fields narrows JSON and tables as well, and what is narrowed is never exported as a result', async () => {
	const folder = folderOf(['anna.png']);
	const words = ['recognize', '--dir', folder, '--no-save', '--fields', 'number,born'];
	const json = await runCommand(recognize, words, {engine: readsAtOnce()});
	const [object] = JSON.parse(json.out) as [Record<string, unknown>];
	expect(Object.keys(object)).toEqual(['success', 'passport_number', 'birth_date', 'source_image', 'passport_ocr']);
	expect(object).toMatchObject({
		passport_number: 'L898902C3',
		passport_ocr: {status: 'clean', evidence: {birth_date: {level: 'verified'}}},
	});
	const table = await runCommand(recognize, [...words, '--output-format', 'table'], {engine: readsAtOnce()});
	expect(table.out).toContain('L898902C3');
	expect(table.out).not.toContain('ERIKSSON');
	const exported = await runCommand(exportRows, ['export', '--output', '-'], {input: json.out}).catch(error => error);
	expect(exported).toMatchObject({code: 'NOTHING_TO_EXPORT'});
});

test('a field that is not known is wrong usage, before anything is read', async () => {
	const engine = fakeEngine();
	const words = brief(folderOf(['a.png']), '--fields', 'numbr');
	await expect(runCommand(recognize, words, {engine})).rejects.toMatchObject({
		code: 'USAGE',
		details: {problem: 'bad-value', suggestion: 'number'},
	});
	expect(engine.reads).toEqual([]);
});

test('JSON names the kind of a failure beside the service’s own code', async () => {
	const folder = folderOf([]);
	await writeFile(join(folder, 'b.jpg'), 'no picture');
	const {out} = await runCommand(recognize, ['recognize', '--file', join(folder, 'b.jpg')], {engine: fakeEngine()});
	expect(JSON.parse(out)).toMatchObject({success: false, error_code: 'NOT_AN_IMAGE', error_kind: 'NOT_AN_IMAGE'});
});

test('a picture that was not looked at is not read, rather than failed', async () => {
	const engine = fakeEngine({
		answer: ({path}) => {
			if (path.endsWith('a.png')) return reading(numbered(1));
			throw path.endsWith('b.png') ? new AppError('CALL_LIMIT', {limit: 1}) : new AppError('NO_PASSPORT_FOUND');
		},
	});
	const {out, said} = await runCommand(recognize, brief(folderOf(['a.png', 'b.png', 'c.png'])), {engine});
	expect(linesOf(out).map(({status}) => status)).toEqual(['clean', 'not-read', 'failed']);
	expect(said).toContain('1 passport read, all proven, 1 failed, 1 not read.');
	expect(said).toContainEqual(expect.stringMatching(/^\[2\/3\] not read: .*--max-calls 1/));
});
