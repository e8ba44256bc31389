import {describe, expect, it} from 'vitest';
import {keyEvents} from '../../../source/screen/keys/press-key.ts';
import type {ShownState} from '../../../source/screen/shown-state.ts';
import {entryOf} from '../../../source/session/picker/entry.ts';
import {typingPlace} from '../../../source/session/typing/typing-place.ts';
import {parseKeys} from '../../../source/terminal/keyboard/parse-keys.ts';
import {at, press, stateWith, update, withRecords} from '../../support/app-state.ts';
import {recordOf} from '../../support/records.ts';

const long = Array.from({length: 300}, (_, index) => String.fromCharCode(97 + (index % 26))).join('');

/** The state after the bytes of a keyboard. */
function typed(state: ShownState, bytes: string): ShownState {
	let after = state;
	for (const key of parseKeys(bytes, true).keys) {
		for (const event of keyEvents(after, key, at)) after = update(after, event).state;
	}
	return after;
}

const picking = update(stateWith({screen: 'picker'}), {
	type: 'found',
	folder: '/p',
	pictures: [entryOf('/p', 'a.png')],
	folders: [],
}).state;

const places = [
	['the filter of the picker', press(picking, '/').state, (state: ShownState) => state.picker.filter.text, String],
	[
		'a field of a passport',
		press(withRecords(recordOf('/p/a.png')), 'down', 'e', 'ctrl+u').state,
		(state: ShownState) => state.editing?.edit.text,
		// It holds capitals, at most 80.
		(text: string) => text.toUpperCase().slice(0, 80),
	],
	['a path', press(picking, 'p').state, (state: ShownState) => state.picker.pathLine?.edit.text, String],
	[
		'the filter of the list',
		press(withRecords(recordOf('/p/a.png')), 'l', '/').state,
		(state: ShownState) => state.list.filter.text,
		String,
	],
] as const;

describe.each(places)('typing into %s', (_, open, text, kept) => {
	it('loses and mixes up nothing of a burst of letters, arrows and backspaces', () => {
		expect(typingPlace(open)).toBeDefined();
		expect(text(typed(open, 'abc\x1b[D\x1b[Dxy\x7f\x7fz'))).toBe(kept('azbc'));
	});

	it('loses none of 300 characters in one write', () => {
		expect(text(typed(open, long))).toBe(kept(long));
	});

	it('takes letters that are commands elsewhere, and stays where it is at the ends', () => {
		expect(text(typed(open, 'qL\x1b[D\x1b[D\x1b[D\x1b[Dux\x1b[C\x1b[C\x1b[C\x1b[Ca'))).toBe(kept('uxqLa'));
	});

	it('takes a paste as one line', () => {
		expect(text(typed(open, '\x1b[200~one two\r\n\x1b[201~'))).toBe(kept('one two'));
	});
});
