import {describe, expect, it} from 'vitest';
import type {FieldKey} from '../../source/core/passport/model/fields.ts';
import {mrzView} from '../../source/session/review/mrz-view.ts';
import {typingStart} from '../../source/session/review/typing-start.ts';
import {mrz, reading, recordOf} from '../support/records.ts';

/** The passport whose page prints something else than its MRZ; `lines` are its own. */
const printing = (key: FieldKey, text: string, lines: readonly string[] = mrz) =>
	recordOf('a.jpg', {
		reading: {...reading(lines), printed: [{field: key, text, zone: 'printed'} as const]},
	});

/** The characters of the MRZ that are marked, with their places in the line. */
const marked = (record: ReturnType<typeof recordOf>, key: FieldKey) =>
	mrzView(record, key).flatMap(line =>
		line.flatMap(({character, doubt}, index) => (doubt ? [`${character}-${index}`] : [])),
	);

describe('the letter in which print and MRZ differ is marked', () => {
	it.each([
		['surname_english', 'ERIKQSON', ['S-9']],
		['given_name_english', 'ANNA MARTA', ['I-23']],
		['passport_number', 'L898902G3', ['C-7']],
		['birth_date', '12.08.1973', ['4-14']],
		['surname_english', 'ERIKQQON', ['S-9', 'S-10']],
		// Of a letter too few, where that begins.
		['surname_english', 'ERIKSON', ['S-10']],
	] as const)('%s, printed %s', (key, text, places) => {
		expect(marked(printing(key, text), key)).toEqual(places);
	});

	it('and nothing where they agree', () => {
		expect(marked(printing('surname_english', 'ERIKSSON'), 'surname_english')).toEqual([]);
	});

	it('and editing begins behind it', () => {
		const record = printing('surname_english', 'ERIKQSON');
		const field = record.passport.fields.find(({key}) => key === 'surname_english')!;
		expect(field.value.slice(0, typingStart(record, field))).toBe('ERIKS');
	});
});
