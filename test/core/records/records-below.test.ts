import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {eachIn} from '../../../source/core/records/sidecars/entries.ts';
import {type FoundRecord, recordsBelow} from '../../../source/core/records/sidecars/records-below.ts';
import {sidecarsBelow} from '../../../source/core/records/sidecars/sidecars-below.ts';
import {originalSidecar} from '../../support/original-sidecar.ts';
import {numbered, reading, recordOf} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

/** More files than are read before another thread starts. */
const many = 3000;

let folder: string;
/** What one thread finds. */
let byOne: readonly unknown[];
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'records-below-'));
	mkdirSync(join(folder, 'below'));
	const base = recordOf(join(folder, 'x.jpg'));
	const fileOf = (name: string, changes: Partial<PassportRecord> = {}): object =>
		toJson({...base, path: join(folder, name), ...changes}) as object;
	const texts: Readonly<Record<string, (index: number) => string>> = {
		usual: index => JSON.stringify(fileOf(`${index}.jpg`, {sha256: String(index).padStart(64, '0')}), null, 2),
		named: index => JSON.stringify(fileOf(`${index}.jpg`)).replaceAll('ERIKSSON', 'O\u2019BRIEN \u5b89\u5a1c'),
		other: () => '{"name": "of another program"}',
		original: index => JSON.stringify(originalSidecar(`${index}.jpg`)),
		cut: index => JSON.stringify(fileOf(`${index}.jpg`)).slice(0, 700),
		edited: index => JSON.stringify({...fileOf(`${index}.jpg`), passport_number: 'X1'}),
		renamed: index => JSON.stringify(fileOf(`before-${index}.jpg`)),
		changed: index => JSON.stringify(fileOf(`changed-${index}.jpg`)),
		two: index => {
			const first = fileOf(`${index}.jpg`) as {passport_ocr: object};
			const second = fileOf(`${index}.jpg#2`, {passport: recordOf('x', {reading: reading(numbered(2))}).passport});
			return JSON.stringify({...first, passport_ocr: {...first.passport_ocr, others: [second]}});
		},
	};
	const kinds = Object.keys(texts);
	for (let index = 0; index < many; index++) {
		// Most are usual; each of the others comes at the ends of what is read together, and in between.
		const kind = index % 7 === 3 || index % 256 === 0 ? kinds[(index * 5) % kinds.length]! : 'usual';
		const name = kind === 'changed' ? `changed-${index}` : `${index}`;
		writeFileSync(join(folder, index % 3 === 0 ? 'below' : '.', `${name}.json`), texts[kind]!(index));
		if (kind === 'changed') writeFileSync(join(folder, `${name}.jpg`), 'another picture');
	}
	writeFileSync(join(folder, '1.before-20261122060000.json.old'), texts.usual!(1));
	writeFileSync(join(folder, '.0123456789abcdef.passport-ocr.tmp'), '');
	byOne = (await all(sidecarsBelow(folder))).list;
});

afterAll(() => rmSync(folder, {recursive: true}));

/** What a list says of what was found. */
const said = (found: FoundRecord) => {
	const saidOf = ({path, sha256, recognizedAt, engine, engineVersion, review, passport}: PassportRecord) => [
		[path, sha256, recognizedAt, engine, engineVersion, review, passport.lines, passport.issues, passport.status],
		...passport.fields.map(({key, value, evidence}) => [key, value, evidence.level]),
	];
	if (found.kind === 'leftover' || found.kind === 'unlisted') return [found.path, found.kind];
	if (found.kind === 'record') return [found.path, [saidOf(found.record)]];
	const records = eachIn(found.sidecar).map(one =>
		one.kind === 'ours' ? saidOf(one.record(join(found.path, '..', one.source!))) : one.kind,
	);
	return [found.path, records];
};

async function all(found: AsyncIterable<FoundRecord>) {
	const kinds = new Map<string, number>();
	const list: unknown[] = [];
	for await (const one of found) {
		list.push(said(one));
		kinds.set(one.kind, (kinds.get(one.kind) ?? 0) + 1);
	}
	return {list, kinds};
}

test('two threads find in a long folder what one finds, in the same order', async () => {
	const {list, kinds} = await all(recordsBelow(folder));
	expect(list).toEqual(byOne);
	// Some by the other thread; what is out of the usual never.
	expect(kinds.get('record')).toBeGreaterThan(300);
	expect(kinds.get('record')).toBeLessThan(many * 0.9);
});

test.each([
	['is not there', ''],
	['ends at once', 'process.exit(1)'],
	[
		'fails in the middle',
		"require('node:worker_threads').parentPort.on('message', () => { throw new Error('out of memory') })",
	],
])('a second thread that %s changes nothing of what is found', async (_, script) => {
	const thread = join(temporaryFolder(), 'thread.cjs');
	if (script !== '') writeFileSync(thread, script);
	const {list, kinds} = await all(recordsBelow(folder, {thread}));
	expect(list).toEqual(byOne);
	expect(kinds.has('record')).toBe(false);
});

test('a list that is stopped early leaves no thread behind', async () => {
	let count = 0;
	for await (const _ of recordsBelow(folder)) if (++count === 1500) break;
	expect(count).toBe(1500);
	expect(process.getActiveResourcesInfo()).not.toContain('MessagePort');
});

test('a short folder is read by one thread, and one that is not there is named', async () => {
	const {kinds} = await all(recordsBelow(join(folder, 'below')));
	expect(kinds.has('record')).toBe(false);
	await expect(all(recordsBelow(join(folder, 'none')))).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
});
