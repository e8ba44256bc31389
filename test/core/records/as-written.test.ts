import {mkdtempSync, writeFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {cleanText, cleanValues, isCleanJson} from '../../../source/core/clean-text.ts';
import {passengerOf} from '../../../source/core/export/airline/docs-passenger.ts';
import {columnsByKey} from '../../../source/core/export/columns.ts';
import {issueRows} from '../../../source/core/export/excel/issue-rows.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import type {ReasonCode} from '../../../source/core/passport/model/passport.ts';
import {unchanged} from '../../../source/core/records/agreement.ts';
import {compact, expanded} from '../../../source/core/records/json/compact.ts';
import {exactly} from '../../../source/core/records/json/exact-shape.ts';
import {fromJson} from '../../../source/core/records/json/from-json.ts';
import {readSidecarFile, readSidecarFileNow} from '../../../source/core/records/json/read-json.ts';
import {ownMember} from '../../../source/core/records/json/schema.ts';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import {recordMembers} from '../../../source/core/records/legacy/keys.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {accepted, confirmed, edited, rejected} from '../../../source/core/review/decide.ts';
import {sharedKeys} from '../../../source/core/review/once.ts';
import {messages} from '../../../source/text/index.ts';
import {cardRecord} from '../../support/documents.ts';
import {misprinted, reading, recordOf, today} from '../../support/records.ts';

const words = messages('en').exported;
const at = '2026-11-22T07:00:00+00:00';

// biome-ignore lint/suspicious/noExplicitAny: a file as any program may change it
type File = any;

const printed = (
	[
		['birth_place', '四川/SICHUAN'],
		['issue_date', '16 APR 2022'],
		['issuing_authority', 'MINISTRY OF UTOPIA'],
		['name', '安娜'],
		['surname_english', 'ERIKSSON'],
		['sex', 'F'],
	] as const
).map(([field, text]) => ({field, text, zone: 'printed' as const}));

const geometry = {
	page: {width: 800, height: 600},
	lines: [{from: [10, 500], to: [700, 502.5], pitch: 15}],
	printed: {name: {from: [1, 2], to: [3, 4], height: 9}},
} as const;

const page = recordOf('page.jpg', {reading: {...reading(), printed}, geometry});

const records: readonly PassportRecord[] = [
	recordOf('lines.jpg'),
	page,
	recordOf('weak.jpg', {
		reading: reading(undefined, [
			[0, 6],
			[1, 3],
		]),
	}),
	recordOf('digit.jpg', {reading: reading(misprinted)}),
	accepted(edited(page, 'birth_place', 'ZENITH', at, today), at),
	edited(page, 'surname_english', 'SMITH', at, today),
	confirmed(page, 'sex', today),
	rejected(page, at),
	recordOf('failed.jpg', {
		failures: [
			{engine: 'xiangyun', engineVersion: '1', failedAt: at, code: 'NO_PASSPORT_FOUND', details: {status: '-1'}},
		],
	}),
];

const fileOf = (record: PassportRecord): File => JSON.parse(JSON.stringify(toJson(record)));

const recordIn = (file: File): PassportRecord | string => {
	const sidecar = fromJson(file);
	return sidecar.kind === 'ours' ? sidecar.record('a.jpg') : sidecar.kind;
};

/** Every place in a parsed file, as the names that lead to it. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
	if (typeof value !== 'object' || value === null) return [path];
	return [path, ...Object.entries(value).flatMap(([name, one]) => places(one, [...path, name]))];
}

/** A file of this program of which one place says something else, is gone, or holds more. */
const changedFile = fc.constantFrom(...records.map(fileOf)).chain((file: File) =>
	fc
		.record({
			path: fc.constantFrom(...places(file).filter(path => path.length > 0)),
			value: fc.oneof(
				fc.constantFrom('', 'X', 'verified', 'L898902C3', 'sex', '1974-08-12', '\u202e', 'ab\u0007', '汉'),
				fc.constantFrom<unknown>(0, -1, 1.5, null, true, [], {}, ['M'], {code: 'a'}),
			),
			how: fc.constantFrom('set', 'set', 'delete', 'add'),
		})
		.map(({path, value, how}) => {
			const copy = structuredClone(file);
			let inside = copy;
			for (const name of path.slice(0, -1)) inside = inside[name];
			const last = path.at(-1)!;
			if (how === 'set') inside[last] = value;
			else if (how === 'delete') {
				if (Array.isArray(inside)) inside.splice(Number(last), 1);
				else delete inside[last];
			} else if (typeof inside[last] === 'object' && inside[last] !== null && !Array.isArray(inside[last])) {
				inside[last].more = value;
			} else if (Array.isArray(inside)) inside.push(value);
			else inside.more = value;
			return copy;
		}),
);

const isExact = exactly(ownMember);

test('every file as this version writes it is exact', () => {
	for (const record of records) expect(isExact(fileOf(record).passport_ocr), record.path).toBe(true);
});

test('every file as this version writes it is taken as it is, without weighing what it says', () => {
	for (const record of [...records, cardRecord('card.jpg')]) {
		const members = recordMembers(record);
		expect(
			unchanged(record, said => isDeepStrictEqual(said, members)),
			record.path,
		).toEqual(record);
		expect(
			unchanged(record, said => isDeepStrictEqual(said, {...members, sex: 'X'})),
			record.path,
		).toBeUndefined();
	}
});

test('a flat member that is nested too deep makes a file foreign', () => {
	let deep: unknown = [];
	for (let depth = 0; depth < 200_000; depth++) deep = [deep];
	expect(fromJson({...fileOf(records[0]!), sex: deep}, true).kind).toBe('foreign');
});

test('what is exact is what the schema makes of it', () => {
	fc.assert(
		fc.property(changedFile, ({passport_ocr: own}) => {
			if (isExact(own)) expect(ownMember.parse(own)).toEqual(own);
		}),
		{numRuns: 1000},
	);
});

test('a file that is taken as it is gives the record that weighing it gives', () => {
	fc.assert(
		fc.property(changedFile, file => {
			fc.pre(file.passport_ocr instanceof Object);
			// What another program adds, and what a later version does, must be put aside first.
			const slow = recordIn({...file, kept_by: 'an agency', passport_ocr: {...file.passport_ocr, later: 1}});
			const fast = recordIn(file);
			if (typeof fast === 'string' || typeof slow === 'string') {
				expect(slow).toBe(fast);
				return;
			}
			const {
				foreign: {kept_by: _, ...foreign} = {},
				later: {
					members: {later: __, ...members},
					evidence,
				} = {members: {}, evidence: {}},
				...rest
			} = slow;
			const more = {
				...(Object.keys(foreign).length > 0 ? {foreign} : {}),
				...(Object.keys(members).length + Object.keys(evidence).length > 0 ? {later: {members, evidence}} : {}),
			};
			expect(fast).toEqual({...rest, ...more});
		}),
		{numRuns: 1000},
	);
});

/** What every list can say of a record: all columns in both styles, the values of JSON, the issues, the line of an airline. */
function listed(record: PassportRecord) {
	const tables = [
		tableOf([record], {words, today, columns: {columns: [...columnsByKey.values()]}}),
		tableOf([record], {
			words,
			today,
			columns: {columns: [...columnsByKey.values()]},
			style: {names: 'printed', optional: 'full'},
		}),
		tableOf([record], {words, today, columns: 'original'}),
	];
	return tables.flatMap(({columns, filled, rows}) =>
		[...rows()].map(({cells, source}) => [
			columns.map(({key}) => key),
			filled,
			cells,
			issueRows(source!),
			columns.map(column => column.json?.(source!)),
			passengerOf(source!.record, 3, false, undefined),
			sharedKeys(record),
		]),
	);
}

test('a list says the same of a record that was made short', () => {
	const short = (record: PassportRecord) => expanded(JSON.parse(JSON.stringify(compact(record))));
	fc.assert(
		fc.property(changedFile, file => {
			const record = recordIn(file);
			if (typeof record !== 'string') expect(listed(short(record))).toEqual(listed(record));
		}),
		{numRuns: 150},
	);
	expect(short(page).passport.fields.map(({key}) => key)).toEqual(page.passport.fields.map(({key}) => key));
	// A file may have any reasons: each stays what it is.
	const kinds = Array.from({length: 1010}, (_, index): PassportRecord => {
		const fields = page.passport.fields.map(field =>
			field.key === 'sex'
				? {
						...field,
						evidence: {
							level: 'unverified' as const,
							reasons: [{code: `kind${index % 3 === 0 ? ' ' : '-'}${index}` as ReasonCode}],
						},
					}
				: field,
		);
		return {...page, passport: {...page.passport, fields}};
	});
	expect(kinds.map(short).slice(995).map(listed)).toEqual(kinds.slice(995).map(listed));
});

test('a file that is said to be clean has nothing to clean', () => {
	for (let code = 0; code < 0x10000; code++) {
		const character = String.fromCharCode(code);
		if (isCleanJson(character) && !/[\t\n\r]/.test(character)) expect(cleanText(character), `${code}`).toBe(character);
	}
	// In a text of JSON a control character can be written as an escape alone.
	expect(isCleanJson(JSON.stringify({name: 'a\u0007'}))).toBe(false);
	expect(isCleanJson(JSON.stringify(toJson(page), null, 2))).toBe(true);
	fc.assert(
		fc.property(fc.jsonValue(), value => {
			if (isCleanJson(JSON.stringify(value))) expect(cleanValues(value)).toBe(value);
		}),
	);
});

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'passport-ocr-as-written-'));
});
afterAll(async () => await rm(folder, {recursive: true, force: true}));

const own = JSON.stringify(toJson(page), null, 2);

test.each([
	['a usual one', own],
	['with a byte order mark', `\ufeff${own}`],
	['longer than the room', own.replace('{', `{${' '.repeat(70_000)}`)],
	['exactly as long as the room', own.padEnd(65_536 - (Buffer.byteLength(own) - own.length))],
	['nothing but zeros', '\0'.repeat(100)],
	['zeros and more', `\0${own}`],
	['no JSON', '{"success": true'],
	['of another program', '{"a": 1}'],
	['with other letters', own.replaceAll('ERIKSSON', 'ÉRIKSSON 安娜\u{20000}')],
	['with what is hidden', own.replaceAll('ERIKSSON', 'ERI\u202eKSSON')],
	['with a deleted character', own.replaceAll('ERIKSSON', 'ERI\u007fKSSON')],
	['with escapes', own.replaceAll('安', '\\u5b89')],
	['with a letter behind a backslash', own.replaceAll('安', '\\安')],
	['with a letter outside of texts', own.replace('{', '{安')],
	['with a space of another script', own.replace('{', '{\u3000')],
	['with bytes that are no text', Buffer.from(own.replaceAll('ERIKSSON', 'ÉRIKSSON'), 'latin1')],
	[
		'with half of a letter',
		Buffer.concat([
			Buffer.from(own.slice(0, own.indexOf('安'))),
			Buffer.from([0xe5, 0xae]),
			Buffer.from(own.slice(own.indexOf('安') + 1)),
		]),
	],
])('a file is the same whether it is waited for or not: %s', async (name, content) => {
	const path = join(folder, `${name}.json`);
	writeFileSync(path, content);
	const [now, later] = [readSidecarFileNow(path), await readSidecarFile(path)];
	const shown = (one: typeof now) => (one?.kind === 'ours' ? one.record('a.jpg') : one);
	expect(shown(now)).toEqual(shown(later));
	expect(now).toBeDefined();
});
