import {expect, it} from 'vitest';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {footerHints} from '../../source/screen/keys/footer.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {currentField, currentRecord, reviewCounts} from '../../source/session/review/view-model.ts';
import {messages} from '../../source/text/index.ts';
import {press, withRecords} from '../support/app-state.ts';
import {numbered, reading, recordOf} from '../support/records.ts';

const text = (spans: readonly {text: string}[]): string => spans.map(one => one.text).join('');
const status = (state: ShownState): string => text(statusSpans(state, ''));
const footer = (state: ShownState): readonly string[] =>
	footerHints(state, messages('en'), 80).map(({key, text: word}) => `${key} ${word}`);

/** The surname printed in the passport of this place in the batch. */
const surname = (index: number): string => `SURNAME${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index % 26]}${index > 25 ? 'S' : ''}`;

/** Thirty passports of different people: two read weakly, one with another reading that fits, two read wrongly. */
const batch = Array.from({length: 30}, (_, index): PassportRecord => {
	const [, second] = numbered(index + 1);
	const name = `P<UTO${surname(index)}<<ANNA`.padEnd(44, '<');
	const path = `/p/${index}.png`;
	const sha256 = String(index).padStart(64, '0');
	const read = (line: string, weak: readonly (readonly [number, number])[] = []) =>
		recordOf(path, {sha256, reading: reading([line, second], weak)});
	if (index === 3 || index === 9) return read(name, [[0, 6]]);
	if (index === 15) {
		const printed = [{field: 'surname_english', text: surname(index), zone: 'printed'}] as const;
		const wrong = {...reading([name.replace('SURNAME', 'SVRNAME'), second], [[0, 6]]), printed};
		return recordOf(path, {sha256, reading: wrong});
	}
	if (index === 21 || index === 27) return read(name.replace('SURNAME', 'SVRNAME'), [[0, 6]]);
	return read(name);
});

it('checks thirty passports, five of them doubtful, with at most thirty keys, each of them proposed', () => {
	let state = withRecords(...batch);
	expect(reviewCounts(state.review)).toMatchObject({check: 5, clean: 25});
	state = press({...state, screen: 'reading'}, 'enter').state;
	let keys = 1;
	const type = (...ids: readonly string[]) => {
		state = press(state, ...ids).state;
		keys += ids.length;
	};
	while (reviewCounts(state.review).check > 0 && keys < 100) {
		const wanted = surname(Number(currentRecord(state.review)!.path.replace(/\D/g, '')));
		const field = currentField(state.review)!;
		expect(field.key).toBe('surname_english');
		const other = field.alternatives.findIndex(({value}) => value === wanted);
		if (field.value === wanted) type('enter');
		else if (other >= 0) type(String(other + 1));
		else type('e', 'backspace', 'U', 'enter');
	}
	expect(status(state)).toContain('25 proven; A accepts them all');
	type('A');
	expect(footer(state)).toContain('y yes');
	type('y');
	expect(reviewCounts(state.review)).toMatchObject({left: 0});
	expect(status(state)).toContain('E writes the file');
	type('E');
	expect(keys).toBeLessThanOrEqual(30);
	const names = state.review.records.map(({passport}) => passport.fields.find(one => one.key === 'surname_english'));
	expect(names.map(field => field?.value)).toEqual(batch.map((_, index) => surname(index)));
});
