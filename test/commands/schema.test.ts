import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {z} from 'zod';
import type {Command} from '../../source/command-line/context.ts';
import {exportRows} from '../../source/commands/export.ts';
import {recognize} from '../../source/commands/recognize.ts';
import {schema} from '../../source/commands/schema.ts';
import {validate} from '../../source/commands/validate.ts';
import {errorCodes} from '../../source/core/errors.ts';
import {fields} from '../../source/core/passport/model/fields.ts';
import type {SchemaName} from '../../source/output/schemas.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {folderOf} from '../support/pictures.ts';
import {misprinted, mrz, numbered, reading} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';

type Json = Record<string, unknown>;

const printed = async (name: SchemaName): Promise<Json> =>
	JSON.parse((await runCommand(schema, ['schema', name])).out) as Json;

/** What is wrong with a value by the printed schema. */
async function faults(name: SchemaName, value: unknown): Promise<unknown> {
	const found = z.fromJSONSchema((await printed(name)) as never).safeParse(value);
	return found.success ? [] : found.error.issues;
}

const answer = ({path}: {readonly path: string}) =>
	path.includes('b.png') ? reading(misprinted) : reading(numbered(1), [[0, 6]]);

const out = async (command: Command, words: readonly string[], input = ''): Promise<string> =>
	(await runCommand(command, words, {engine: fakeEngine({answer}), input})).out;

test('what recognize prints fits its schema, failures among it', async () => {
	const folder = folderOf(['a.png', 'b.png']);
	await writeFile(join(folder, 'c.jpg'), 'no picture');
	const words = ['recognize', '--dir', folder, '--no-save'];
	const list = JSON.parse(await out(recognize, words)) as Json[];
	expect(list.map(({success}) => success)).toEqual([true, true, false]);
	expect(await faults('recognize', list)).toEqual([]);
	const one = JSON.parse(await out(recognize, ['recognize', '--file', join(folder, 'c.jpg')])) as Json;
	expect(await faults('recognize', one)).toEqual([]);
	expect(await faults('error', one)).toEqual([]);
	for (const line of (await out(recognize, [...words, '--output-format', 'brief'])).trim().split('\n')) {
		expect(await faults('brief', JSON.parse(line))).toEqual([]);
	}
});

test('what validate and export print fits theirs', async () => {
	expect(await faults('validate', JSON.parse(await out(validate, ['validate', ...mrz])))).toEqual([]);
	const many = [...mrz, '', ...misprinted, '', mrz[0]].join('\n');
	const list = JSON.parse(await out(validate, ['validate'], many)) as Json[];
	expect(list).toHaveLength(3);
	expect(await faults('validate', list)).toEqual([]);
	const folder = folderOf(['a.png', 'b.png']);
	await out(recognize, ['recognize', '--dir', folder]);
	const rows = JSON.parse(await out(exportRows, ['export', '--from-dir', folder, '--output', '-', '--json'])) as Json[];
	expect(rows).toHaveLength(2);
	expect(await faults('export', rows)).toEqual([]);
});

test('what is wrong does not fit', async () => {
	const one = JSON.parse(await out(validate, ['validate', ...mrz])) as {passport_ocr: Json};
	expect(await faults('validate', {...one, passport_ocr: {...one.passport_ocr, verdict: 'fine'}})).not.toEqual([]);
	expect(await faults('recognize', one)).not.toEqual([]);
	expect(await faults('error', {success: false})).not.toEqual([]);
});

test('a member that a later version adds does not make a result invalid', async () => {
	const one = JSON.parse(await out(validate, ['validate', ...mrz])) as {passport_ocr: Json};
	const later = {...one, more: 1, passport_ocr: {...one.passport_ocr, more: {}}};
	expect(await faults('validate', later)).toEqual([]);
});

test('without a name all schemas are printed, with every field and code', async () => {
	const text = (await runCommand(schema, ['schema'])).out;
	expect(Object.keys(JSON.parse(text) as Json)).toEqual(['recognize', 'brief', 'validate', 'export', 'error']);
	for (const {key} of fields) expect(text).toContain(`"${key}"`);
	for (const code of errorCodes) expect(text).toContain(code);
	await expect(runCommand(schema, ['schema', 'sidecar'])).rejects.toMatchObject({code: 'USAGE'});
});
