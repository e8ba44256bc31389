import {expect, it} from 'vitest';
import {rowSpans} from '../../source/screen/features/picker/picker-rows.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {entryOf} from '../../source/session/picker/entry.ts';
import type {Fact} from '../../source/session/picker/facts.ts';
import {rowAt, rowCount} from '../../source/session/picker/rows.ts';
import {press, stateWith, update} from '../support/app-state.ts';

const folder = '/home/anna/pictures';
const fact: Fact = {size: 900, modified: 0};

/** A folder with these files; those with a number have so many pages. */
function picking(files: Readonly<Record<string, number>>): ShownState {
	const pictures = Object.keys(files).map(name => entryOf(folder, name));
	const first = update(stateWith({screen: 'picker', engine: 'offline'}), {
		type: 'found',
		folder,
		pictures: pictures.sort((a, b) => (a.order < b.order ? -1 : 1)),
		folders: [],
	}).state;
	const facts = new Map(
		Object.entries(files).map(([name, pages]): [string, Fact] => [
			`${folder}/${name}`,
			pages > 1 ? {...fact, content: {pages}} : {...fact, content: {width: 900, height: 700}},
		]),
	);
	return update(first, {type: 'facts', facts}).state;
}

const rows = (state: ShownState): readonly string[] =>
	Array.from({length: rowCount(state.picker)}, (_, index) => {
		const row = rowAt(state.picker, index)!;
		const text = rowSpans(state, row, 60, false)
			.map(one => one.text)
			.join('');
		return text.slice(1, 36).trim();
	});

const started = (state: ShownState) =>
	press(state, 'enter').effects.flatMap(effect =>
		effect.type === 'startBatch' ? effect.paths.map(path => path.slice(folder.length + 1)) : [],
	);

it('lists the pages of a file right below it, and folds them again', () => {
	const state = press(picking({'b.pdf': 3, 'b.pdf 2.jpg': 1, 'a.jpg': 1}), 'down').state;
	expect(rows(state)[2]).toMatch(/^\[ \] b\.pdf {2}3 pages/);
	const open = press(state, 'right').state;
	expect(rows(open).map(row => row.replace(/ {2}\d.*/, ''))).toEqual([
		'../',
		'[ ] a.jpg',
		'[ ] b.pdf',
		'[ ]   page 1 of 3',
		'[ ]   page 2 of 3',
		'[ ]   page 3 of 3',
		'[ ] b.pdf 2.jpg',
	]);
	expect(press(open, 'right').state.picker).toBe(open.picker);
	const folded = press(open, 'down', 'down', 'left').state;
	expect(rows(folded)).toEqual(rows(state));
	expect(rowAt(folded.picker, folded.picker.cursor)?.path).toBe(`${folder}/b.pdf`);
	expect(press(picking({'a.jpg': 1}), 'right').state.notice).toMatchObject({reason: 'noFolder'});
});

it('chooses some pages of a file, all but one, or the whole', () => {
	const open = press(picking({'b.pdf': 3, 'c.jpg': 1}), 'right', 'down').state;
	const first = press(open, 'space').state;
	expect(rows(first)[1]).toMatch(/^\[-\] b\.pdf {2}1 of 3 pages/);
	expect(started(first)).toEqual(['b.pdf#1']);
	expect(started(press(first, 'space', 'space').state)).toEqual(['b.pdf']);
	const whole = press(open, 'up', 'space').state;
	expect(
		rows(whole)
			.slice(1, 5)
			.map(row => row.slice(0, 3)),
	).toEqual(['[x]', '[x]', '[x]', '[x]']);
	const without = press(whole, 'down', 'space').state;
	expect(started(without)).toEqual(['b.pdf#1', 'b.pdf#3']);
	expect(started(press(without, 'a').state)).toEqual(['b.pdf', 'c.jpg']);
	expect(started(press(without, 'a', 'u').state)).toEqual(['b.pdf#1', 'b.pdf#3']);
	expect(started(press(without, 'i').state)).toEqual(['b.pdf#2', 'c.jpg']);
	expect(started(press(without, 'i', 'i').state)).toEqual(['b.pdf#1', 'b.pdf#3']);
	expect(started(press(without, 'i', 'u').state)).toEqual(['b.pdf#1', 'b.pdf#3']);
	// As after the folder was left and opened again, before its files were looked at.
	const unknown = update(without, {type: 'facts', facts: new Map()}).state;
	expect(started(press(unknown, 'i').state)).toEqual(['b.pdf#1', 'b.pdf#3', 'c.jpg']);
	expect(press(first, 'up', 'space').state.picker.choice.pages.size).toBe(0);
});

it('counts files as chosen, not pages, and pages not as matches', () => {
	const open = press(picking({'b.pdf': 3, 'c.jpg': 1}), '/', 'b', 'enter', 'right', 'down', 'space', 'space').state;
	expect(started(open)).toEqual(['b.pdf#1', 'b.pdf#2']);
	expect(started(press(open, 'a').state)).toEqual(['b.pdf']);
	expect(rows(press(open, '/', '.', 'enter').state)).toHaveLength(1);
	expect(started(press(open, 'esc').state)).toEqual(['b.pdf#1', 'b.pdf#2']);
});

it('folds the pages where the order of the list changes, and keeps what is chosen of them', () => {
	const open = press(picking({'b.pdf': 2, 'c.jpg': 1}), 'right', 'down', 'space', 's').state;
	const found = open.picker.found;
	const sorted = update(open, {type: 'ordered', folder, sort: 'time', found: [...found].reverse()}).state;
	expect(rows(sorted).map(row => row.slice(0, 9))).toEqual(['../', '[ ] c.jpg', '[-] b.pdf']);
});

it('opens a ZIP as the folder it is unpacked into, with all of its pictures chosen where it was', () => {
	const state = picking({'mail.zip': 1});
	const {effects} = press(state, 'right');
	expect(effects).toContainEqual({type: 'openZip', path: `${folder}/mail.zip`});
	const at = {type: 'zipOpened', path: `${folder}/mail.zip`, folder: `${folder}/mail`} as const;
	const found = {type: 'found', folder: at.folder, pictures: [entryOf(at.folder, 'a.jpg')], folders: []} as const;
	const chosen = update(update(press(state, 'space').state, at).state, found).state;
	expect(chosen.picker.folder).toBe(at.folder);
	expect(press(chosen, 'enter').effects).toContainEqual(
		expect.objectContaining({type: 'startBatch', paths: [`${at.folder}/a.jpg`]}),
	);
	const open = update(update(state, at).state, found).state;
	expect(open.picker.choice.added.size).toBe(0);
});
