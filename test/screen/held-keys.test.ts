import {beforeEach, describe, expect, it} from 'vitest';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {createKeys} from '../../source/screen/keys/press-key.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {type Key, namedKey, textKey} from '../../source/terminal/keyboard/key.ts';
import {parseKeys} from '../../source/terminal/keyboard/parse-keys.ts';
import {at, update, withRecords} from '../support/app-state.ts';
import {misprinted, mrz, numbered, reading, recordOf} from '../support/records.ts';

const clean = (count: number, from = 1): readonly PassportRecord[] =>
	Array.from({length: count}, (_, index) =>
		recordOf(`/p/${from + index}.png`, {sha256: `${from + index}`, reading: reading(numbered(from + index))}),
	);

const keyOf = (id: string) => (id.length === 1 ? textKey(id) : namedKey(id, ''));

let keys = createKeys();

beforeEach(() => {
	keys = createKeys();
});

const after = (state: ShownState, key: Key, moment: number): ShownState =>
	keys(state, key, at, moment).reduce((before, event) => update(before, event).state, state);

/** The state after a key at each of these moments, in milliseconds. */
const pressedAt = (state: ShownState, id: string, ...moments: readonly number[]): ShownState =>
	moments.reduce((before, moment) => after(before, keyOf(id), moment), state);

/** When a key that is held for `span` is sent: at once, after the delay, then at every interval. */
const held = (span: number, {delay = 500, every = 33} = {}): readonly number[] => [
	0,
	...Array.from({length: Math.max(0, Math.floor((span - delay) / every) + 1)}, (_, index) => delay + index * every),
];

const decided = (state: ShownState) => state.review.records.filter(({review}) => review.state !== 'unreviewed').length;

describe('a key that is held', () => {
	it.each([
		['enter', {}],
		['enter', {delay: 250, every: 30}],
		['enter', {delay: 660, every: 40}],
		['enter', {delay: 700, every: 90}],
		['a', {}],
		['x', {}],
		['s', {}],
	] as const)('finishes one passport, however long: %s, %o', (key, keyboard) => {
		const after = pressedAt(withRecords(...clean(29)), key, ...held(4600, keyboard));
		expect(key === 's' ? after.review.skipped.size : decided(after)).toBe(1);
		expect(after.notice).toEqual({kind: 'off', reason: 'held'});
		expect(after.screen).toBe('review');
	});

	it('accepts no value against its check digit, and writes no file', () => {
		const one = withRecords(recordOf('/p/0.png', {reading: reading(misprinted)}));
		expect(decided(pressedAt(one, 'enter', ...held(4600)))).toBe(0);
		const done = pressedAt(withRecords(...clean(1)), 'enter', 0);
		const later = held(4600).map(moment => moment + 10_000);
		const after = pressedAt(done, 'enter', ...later);
		expect(after.screen).toBe('export');
		expect(after.exporting.writing).toBe('no');
	});

	it('continues where another key was between, or after a moment', () => {
		const state = withRecords(...clean(5));
		expect(decided(pressedAt(state, 'enter', 0, 1100, 2200))).toBe(3);
		keys = createKeys();
		const between = pressedAt(pressedAt(pressedAt(state, 'enter', 0), 'down', 100), 'enter', 300);
		expect(decided(between)).toBe(2);
	});

	it('is distinguished from two presses within one passport', () => {
		const two = withRecords(
			recordOf('/p/0.png', {
				reading: reading(mrz, [
					[0, 8],
					[0, 15],
				]),
			}),
			...clean(2),
		);
		const after = pressedAt(two, 'enter', 0, 300);
		expect(after.review.records[0]?.review).toMatchObject({state: 'accepted'});
		expect(decided(pressedAt(after, 'enter', 600))).toBe(1);
	});

	it('is known at once where the terminal says that it is a repeat, and a release is no key', () => {
		const parsed = (input: string) => parseKeys(input).keys;
		expect(parsed('\x1b[13;1:2u')).toMatchObject([{id: 'enter', repeated: true}]);
		expect(parsed('\x1b[13;1:3u\x1b[1;1:3B')).toEqual([]);
		const [repeat] = parsed('\x1b[13;1:2u');
		expect(decided(after(withRecords(...clean(2)), repeat!, 90_000))).toBe(0);
	});

	it('still moves the cursor', () => {
		expect(pressedAt(withRecords(...clean(1)), 'down', ...held(700)).review.field).not.toBe('passport_number');
	});
});
