import {describe, expect, it} from 'vitest';
import {rowSpans} from '../../source/screen/features/picker/picker-rows.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {chosenPaths} from '../../source/session/picker/choice.ts';
import {entryOf, type PickerEntry} from '../../source/session/picker/entry.ts';
import {byName} from '../../source/session/picker/order.ts';
import {rowAt, rowCount} from '../../source/session/picker/rows.ts';
import {press, stateWith, update} from '../support/app-state.ts';

const folder = '/home/anna/pictures';

const picture = (name: string): PickerEntry => entryOf(folder, name);

const foldersOf = (pictures: readonly PickerEntry[]): readonly PickerEntry[] =>
	[...new Set(pictures.flatMap(({name}) => (name.includes('/') ? [name.split('/')[0]!] : [])))].map(picture);

const found = (state: ShownState, ...pictures: readonly PickerEntry[]): ShownState => {
	const sorted = [...pictures].sort(byName);
	return update(state, {type: 'found', folder, pictures: sorted, folders: [...foldersOf(pictures)].sort(byName)}).state;
};

const picking = (...pictures: readonly PickerEntry[]): ShownState =>
	found(stateWith({screen: 'picker', engine: 'offline'}), ...pictures);

const names = ({picker}: ShownState): readonly string[] =>
	Array.from({length: rowCount(picker)}, (_, index) => {
		const row = rowAt(picker, index)!;
		return row.kind === 'up' ? '../' : row.kind === 'folder' ? `${row.entry.name}/` : row.entry.name;
	});

const chosen = ({picker}: ShownState): readonly string[] =>
	chosenPaths(picker.choice).map(path => path.slice(folder.length + 1));

const here = ({picker}: ShownState): string => rowAt(picker, picker.cursor)?.path.replace(/^.*\//, '') ?? '';

describe('the list of pictures', () => {
	it('counts as people do, folders first, pictures of other folders behind their folder', () => {
		const state = picking(picture('IMG_10.jpg'), picture('IMG_9.jpg'), picture('group/a.jpg'), picture('group/b.jpg'));
		expect(names(state)).toEqual(['../', 'group/', 'IMG_9.jpg', 'IMG_10.jpg']);
		expect(state.picker.below.get('group')).toBe(2);
	});

	it('puts the cursor on the first picture, and leaves it where the person put it whatever is found', () => {
		let state = picking(picture('b.jpg'), picture('c.jpg'));
		expect(here(state)).toBe('b.jpg');
		state = found(press(state, 'down').state, picture('a.jpg'));
		expect(names(state)).toEqual(['../', 'a.jpg', 'b.jpg', 'c.jpg']);
		expect(here(state)).toBe('c.jpg');
	});

	it('takes no notice of what was found in a folder that is no longer shown', () => {
		const state = picking(picture('a.jpg'));
		const elsewhere = {type: 'found', folder: '/elsewhere', pictures: [picture('x.jpg')], folders: []} as const;
		expect(update(state, elsewhere).state).toBe(state);
	});

	it('finds a name however its file system writes it, and sorts É beside e', () => {
		const state = picking(picture('e\u0301cole.jpg'), picture('fin.jpg'), picture('ｄ.jpg'));
		expect(names(state)).toEqual(['../', 'ｄ.jpg', 'e\u0301cole.jpg', 'fin.jpg']);
		expect(names(press(state, '/', 'É', 'C').state)).toEqual(['e\u0301cole.jpg']);
		expect(names(press(state, '/', 'd').state)).toEqual(['ｄ.jpg']);
	});
});

describe('choosing', () => {
	it('chooses with space and moves down, so that a row of pictures is a row of spaces', () => {
		const state = picking(picture('a.jpg'), picture('b.jpg'), picture('c.jpg'));
		expect(chosen(press(state, 'space', 'space').state)).toEqual(['a.jpg', 'b.jpg']);
		expect(chosen(press(state, 'space', 'up', 'space').state)).toEqual([]);
	});

	it('undoes what was chosen, step by step, and chooses it again', () => {
		const state = picking(picture('a.jpg'), picture('b.jpg'), picture('in/c.jpg'));
		const none = press(state, 'space', 'a', 'A').state;
		expect(chosen(none)).toEqual([]);
		const back = press(none, 'u').state;
		expect(chosen(back)).toHaveLength(3);
		expect(back.picker.chosenBelow.get('in')).toBe(1);
		expect(chosen(press(back, 'u').state)).toHaveLength(1);
		expect(chosen(press(back, 'u', 'u').state)).toEqual([]);
		expect(press(back, 'u', 'u', 'u').state.notice).toMatchObject({kind: 'off', reason: 'nothingToUndo'});
		expect(chosen(press(back, 'u', 'ctrl+r').state)).toHaveLength(3);
		expect(press(press(back, 'u').state, 'i', 'ctrl+r').state.notice).toMatchObject({reason: 'nothingToRedo'});
	});

	it('chooses a whole folder, and only that one', () => {
		const state = picking(picture('in/a.jpg'), picture('in/b.jpg'), picture('in-between/c.jpg'), picture('d.jpg'));
		const top = press(state, 'g', 'down').state;
		expect(here(top)).toBe('in');
		expect(chosen(press(top, 'space').state)).toEqual(['in/a.jpg', 'in/b.jpg']);
	});

	it('takes all below the folder, all that match a filter, none, and the rest', () => {
		const state = picking(picture('march 1.jpg'), picture('april.jpg'), picture('sub/march 2.jpg'));
		expect(chosen(press(state, 'a').state)).toHaveLength(3);
		expect(chosen(press(state, 'a', 'A').state)).toHaveLength(0);
		const filtered = press(state, '/', 'M', 'a', 'r', 'enter').state;
		expect(names(filtered)).toEqual(['march 1.jpg', 'sub/march 2.jpg']);
		expect(chosen(press(filtered, 'a').state)).toEqual(['march 1.jpg', 'sub/march 2.jpg']);
		expect(chosen(press(filtered, 'a', 'esc', 'i').state)).toEqual(['april.jpg']);
	});

	it('keeps what was chosen in another folder', () => {
		const state = press(picking(picture('a.jpg'), picture('in/b.jpg')), 'space').state;
		const {state: inside, effects} = press(state, 'g', 'down', 'l');
		expect(inside.picker.folder).toBe(`${folder}/in`);
		expect(effects).toContainEqual({type: 'scan', folder: `${folder}/in`, sort: 'name'});
		expect(chosen(inside)).toEqual(['a.jpg']);
	});

	it('starts with what is chosen, in the order in which people count', () => {
		const {state, effects} = press(picking(picture('IMG_9.jpg'), picture('IMG_10.jpg')), 'a', 'enter');
		expect(state.screen).toBe('reading');
		expect(effects).toContainEqual({
			type: 'startBatch',
			paths: [`${folder}/IMG_9.jpg`, `${folder}/IMG_10.jpg`],
			engine: 'offline',
		});
	});

	it('asks whether all are meant when none is chosen', () => {
		const asked = press(picking(picture('a.jpg'), picture('b.jpg')), 'enter');
		expect(asked.state.question).toMatchObject({kind: 'readAll', paths: [{}, {}].map(() => expect.any(String))});
		expect(press(asked.state, 'n').effects.map(({type}) => type)).not.toContain('startBatch');
		expect(press(asked.state, 'y').effects.map(({type}) => type)).toContain('startBatch');
	});

	it('asks before another reading is stopped', () => {
		const busy = {...picking(picture('a.jpg')), reading: stateWith({reading: {phase: 'running'}}).reading};
		const asked = press(busy, 'space', 'enter');
		expect(asked.effects.map(({type}) => type)).not.toContain('startBatch');
		expect(asked.state.question?.kind).toBe('newBatch');
	});
});

describe('choosing everything', () => {
	it('takes what is found later as well, when the folder is still being searched', () => {
		const searching = {...picking(picture('a.jpg')).picker, searching: true};
		const state = found({...press({...picking(), picker: searching}, 'a').state}, picture('b.jpg'));
		expect(chosen(state)).toEqual(['a.jpg', 'b.jpg']);
		expect(chosen(found(press(state, 'A').state, picture('c.jpg')))).toEqual([]);
	});

	/** A picture that is too small to be read, and two that are the same as another one. */
	const facts = new Map([
		[`${folder}/small.jpg`, {size: 1, modified: 0, content: {width: 96, height: 60}}],
		[`${folder}/a (1).jpg`, {size: 1, modified: 0, sameAs: `${folder}/a.jpg`}],
		[`${folder}/march/scan.jpg`, {size: 1, modified: 0, sameAs: `${folder}/april/scan.jpg`}],
	]);
	const all = ['a.jpg', 'a (1).jpg', 'small.jpg', 'april/scan.jpg', 'march/scan.jpg', 'march/other.jpg'];
	const unknown = picking(...all.map(name => picture(name)));
	const known = update(unknown, {type: 'facts', facts}).state;

	it.each([
		['a', ['a']],
		['invert', ['i']],
		['a with a filter', ['/', 'a', 'enter', 'a']],
		['start without a choice', ['enter', 'y']],
	])('takes the same pictures whatever was seen of them before: %s', (_what, keys) => {
		const [seen, unseen] = [press(known, ...keys), press(unknown, ...keys)];
		expect(chosen(seen.state)).toEqual(chosen(unseen.state));
		expect(seen.effects).toEqual(unseen.effects);
		expect(seen.state.notice).toBeUndefined();
	});

	it('takes small pictures and copies too', () => {
		expect([...chosen(press(known, 'a').state)].sort()).toEqual([...all].sort());
	});

	it('takes all of a folder, also what is the same in a folder that is not chosen', () => {
		const cursor = names(known).indexOf('march/');
		const march = press({...known, picker: {...known.picker, cursor}}, 'space').state;
		expect([...chosen(march)].sort()).toEqual(['march/other.jpg', 'march/scan.jpg']);
	});

	it('says of a copy where the other one is', () => {
		const open = {...known, picker: {...known.picker, search: undefined}};
		const row = {kind: 'picture', path: `${folder}/march/scan.jpg`, entry: picture('march/scan.jpg')} as const;
		const said = rowSpans({...open, size: {columns: 160, rows: 40}}, row, 120, false);
		expect(said.map(({text}) => text).join('')).toContain('[ ] march/scan.jpg');
		expect(said.map(({text}) => text).join('')).toContain('same as april/sca');
	});
});

describe('a hundred thousand pictures', () => {
	const many = Array.from({length: 100_000}, (_, index) => picture(`IMG_${index}.jpg`));

	it('are listed, filtered and chosen', () => {
		const all = found(picking(...many.slice(0, 50_000)), ...many.slice(50_000));
		expect(rowCount(all.picker)).toBe(100_001);
		expect(names(all).slice(0, 3)).toEqual(['../', 'IMG_0.jpg', 'IMG_1.jpg']);
		expect(chosen(press(all, '/', '9', '9', '9', '9', 'enter', 'a').state)).toHaveLength(
			many.filter(({path}) => path.includes('9999')).length,
		);
	});

	it('are looked through a part at a time: the first matches are there with the key, the rest follow', () => {
		const asked = press(found(picking(...many.slice(0, 50_000)), ...many.slice(50_000)), '/', '9');
		const first = rowCount(asked.state.picker);
		expect(first).toBeGreaterThan(0);
		expect(asked.effects).toContainEqual({type: 'searchOn'});
		let {state} = asked;
		for (let turn = 0; turn < 20; turn++) state = update(state, {type: 'searchOn'}).state;
		expect(rowCount(state.picker)).toBe(many.filter(({name}) => name.includes('9')).length);
		expect(rowCount(state.picker)).toBeGreaterThan(first);
	});
});
