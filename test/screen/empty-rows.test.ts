// What only the page prints and nothing was read of is typed below the last field, and kept as the person's word.
import {describe, expect, it} from 'vitest';
import type {FieldKey} from '../../source/core/passport/model/fields.ts';
import {fromJson} from '../../source/core/records/json/from-json.ts';
import {toJson} from '../../source/core/records/json/to-json.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {press, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {person, reading} from '../support/records.ts';

const anna = person('/p/anna.png');
const typedKeys = (text: string) => [...text].map(sign => (sign === ' ' ? 'space' : sign));
const keysOf = (state: ShownState): readonly FieldKey[] => state.review.records[0]!.passport.fields.map(one => one.key);
const valueIn = (state: ShownState, key: FieldKey) =>
	state.review.records[0]!.passport.fields.find(one => one.key === key)?.value;

/** On the first empty row: the fields that were read end with the optional data. */
const below = press(withRecords(anna), ...Array.from(anna.passport.fields, () => 'down')).state;

describe('a field that nothing was read of', () => {
	it('is below the last one, and leaves the record as it is until something is typed', () => {
		expect(below.review.field).toBe('name');
		expect(below.review.records[0]).toBe(anna);
		const dropped = press(below, 'e', 'P', 'esc', 'e', 'enter').state;
		expect(dropped.review.records[0]!.passport).toEqual(anna.passport);
	});

	it('is typed, tab leads to the next empty one, and undo takes each back', () => {
		const name = press(below, 'e', ...typedKeys('安娜'), 'tab').state;
		expect(name.review.field).toBe('birth_place');
		const place = press(name, 'e', ...typedKeys('Zenith/ZENITH'), 'tab').state;
		expect([valueIn(place, 'name'), valueIn(place, 'birth_place')]).toEqual(['安娜', 'Zenith/ZENITH']);
		expect(keysOf(place)).toEqual([...keysOf(below), 'name', 'birth_place']);
		const record = place.review.records[0]!;
		expect(record.review.edits.birth_place).toEqual({from: '', to: 'Zenith/ZENITH'});
		expect(record.passport.status).toBe(anna.passport.status);
		const undone = press(place, 'u', 'u').state;
		expect(undone.review.records[0]).toBe(anna);
		expect(undone.review.field).toBe('name');
	});

	it('takes a day of issue as a date, and refuses one that is none', () => {
		const at = {...below, review: {...below.review, field: 'issue_date' as const}};
		expect(valueIn(press(at, 'e', ...typedKeys('12 AUG/AOUT 2022'), 'tab').state, 'issue_date')).toBe('2022-08-12');
		const refused = press(at, 'e', ...typedKeys('someday'), 'enter').state;
		expect(refused.editing?.key).toBe('issue_date');
		expect(valueIn(refused, 'issue_date')).toBeUndefined();
	});

	it('is gone again when what was typed is emptied, and is typed over without a reading that never was', () => {
		const typed = press(below, 'e', ...typedKeys('Anna'), 'tab', 'up').state;
		const at = {...typed, review: {...typed.review, field: 'name' as const}};
		const over = press(at, 'e', 'ctrl+u', ...typedKeys('Anya'), 'tab').state;
		expect(over.review.records[0]!.passport.fields.at(-1)).toMatchObject({value: 'Anya', alternatives: []});
		const emptied = press(at, 'e', 'ctrl+u', 'tab').state.review.records[0]!;
		expect(emptied).toEqual({...anna, review: {...anna.review, ...emptied.review}});
		expect(emptied.review).toMatchObject({edits: {}, confirmed: []});
	});

	it('comes back from its file as it was typed', () => {
		const typed = press(below, 'e', ...typedKeys('安娜'), 'tab', 'e', ...typedKeys('四川/SICHUAN'), 'tab').state;
		const record = {...typed.review.records[0]!, sha256: 'a'.repeat(64)};
		const json = JSON.parse(JSON.stringify(toJson(record)));
		expect(json).toMatchObject({name: '安娜', birth_place: '四川', birth_place_pinyin: 'SICHUAN'});
		expect(json.passport_ocr.evidence.birth_place).toMatchObject({level: 'supported'});
		const file = fromJson(json);
		expect(file.kind === 'ours' && file.record(record.path)).toEqual(record);
	});

	it.each([
		['en', 'Nothing was read of this field. e types it.'],
		['zh', '此字段未读到，按 e 填写。'],
	] as const)('says so in the status line, and is kept beside the picture: %s', async (language, hint) => {
		const app = openDrawn({
			pictures: ['a.png'],
			paths: ['.'],
			chosen: 'offline',
			engine: fakeEngine({answer: () => reading()}),
			language,
		});
		await app.toReview();
		await app.walk(...Array.from(anna.passport.fields, () => 'down' as const), 'down');
		expect(app.screen().join('\n')).toContain(hint);
		await app.walk('e');
		app.type('Zenith');
		await app.walk('tab');
		expect(app.screen().join('\n')).toContain('Zenith');
	});
});
