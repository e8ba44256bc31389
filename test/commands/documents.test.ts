import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it, test} from 'vitest';
import {exportRows} from '../../source/commands/export.ts';
import {recognize} from '../../source/commands/recognize.ts';
import {validate} from '../../source/commands/validate.ts';
import type {EngineOptions} from '../../source/core/engines/engine.ts';
import {AppError} from '../../source/core/errors.ts';
import {passengerOf} from '../../source/core/export/airline/docs-passenger.ts';
import {writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {documentRecord, documents} from '../support/documents.ts';
import {recordOf} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

describe('recognize --documents', () => {
	const asked = async (...words: readonly string[]): Promise<EngineOptions['documents']> => {
		let options: EngineOptions | undefined;
		const folder = temporaryFolder();
		await writeFile(join(folder, 'a.jpg'), 'x');
		await runCommand(recognize, ['recognize', '--dir', folder, '--engine', 'offline', '--no-save', ...words], {
			createEngine: async (_, given) => {
				options = given;
				throw new AppError('CANCELLED');
			},
		});
		return options?.documents;
	};

	it('asks the engine for these, and for passports alone without it', async () => {
		expect(await asked()).toEqual(['passport']);
		expect(await asked('--documents', 'visa,id,passport')).toEqual(['passport', 'id', 'visa']);
		expect(await asked('--documents', 'id')).toEqual(['id']);
	});

	it.each(['licence', 'passport,', ''])('cannot be "%s"', async value => {
		await expect(asked('--documents', value)).rejects.toMatchObject({code: 'USAGE'});
	});
});

describe('validate', () => {
	const verdictOf = async (lines: readonly string[], ...words: readonly string[]) =>
		JSON.parse((await runCommand(validate, ['validate', ...lines, ...words])).out).passport_ocr;

	it.each(['TD1', 'TD2', 'MRV-A', 'MRV-B'] as const)('names a %s, and takes it when it is asked for', async shape => {
		const refused = await verdictOf(documents[shape]);
		expect(refused).toMatchObject({shape, verdict: 'doubtful'});
		expect(refused.issues).toContainEqual(expect.objectContaining({code: 'other-document', blocks: true}));
		const taken = await verdictOf(documents[shape], '--documents', 'passport,id,visa');
		expect(taken).toMatchObject({shape, verdict: 'consistent', document: shape.startsWith('TD') ? 'id' : 'visa'});
		expect(taken.issues.filter(({blocks}: {blocks: boolean}) => blocks)).toEqual([]);
	});

	it.each([
		['TD1', 'Document number'],
		['MRV-A', 'Document number'],
	] as const)('calls the number of a %s %s in its table', async (shape, label) => {
		const words = ['validate', ...documents[shape], '--documents', 'id,visa', '--output-format', 'table'];
		const english = (await runCommand(validate, words)).out;
		expect(english).toContain(label);
		expect(english).not.toContain('Passport number');
		expect((await runCommand(validate, words, {language: 'zh'})).out).toContain('证件号码');
	});

	it('names an old French card, whatever is asked for', async () => {
		const {issues} = await verdictOf(documents.french, '--documents', 'id');
		expect(issues[0]).toMatchObject({code: 'other-document', params: {shape: 'old-french-card'}});
		expect(issues[0].message).toContain('old French identity card');
	});
});

test('a list with a card has a column for the document and the third line, and one of passports has neither', async () => {
	const folder = temporaryFolder();
	const keep = async (name: string, make: (path: string) => Parameters<typeof writeSidecar>[0]) => {
		const path = join(folder, name);
		await writeFile(path, 'x');
		const sha256 = name.charAt(0).repeat(64);
		await writeSidecar({...make(path), sha256});
	};
	await keep('a.jpg', path => recordOf(path));
	const list = async () =>
		(await runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-', '--format', 'json'])).out;
	expect(JSON.parse(await list())[0]).not.toHaveProperty('document');
	expect(JSON.parse(await list())[0]).not.toHaveProperty('mrz_line3');
	await keep('b.jpg', path => documentRecord(path, 'TD1'));
	await keep('c.jpg', path => documentRecord(path, 'MRV-A'));
	expect(JSON.parse(await list())).toMatchObject([
		{document: 'passport', mrz_line3: ''},
		{document: 'id', mrz_line3: documents.TD1[2]},
		{document: 'visa', mrz_line3: ''},
	]);
});

test('an airline line calls a card I, and a visa has none', () => {
	const checked = (shape: 'TD1' | 'MRV-A') =>
		passengerOf(
			{...documentRecord('/a.jpg', shape), review: {state: 'accepted', edits: {}, confirmed: []}},
			3,
			false,
			undefined,
		);
	expect(checked('TD1')).toMatchObject({type: 'I', number: 'D23145890'});
	expect(checked('MRV-A')).toEqual([{code: 'other-document'}]);
});
