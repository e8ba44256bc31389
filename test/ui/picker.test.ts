import {describe, expect, it} from 'vitest';
import type {FoundPicture} from '../../source/core/pictures/find.ts';
import type {AppState} from '../../source/ui/state.ts';
import {update} from '../../source/ui/update/index.ts';
import {press, stateWith} from '../support/app-state.ts';

const folder = '/home/anna/pictures';

const picture = (name: string, size = 1000, day = 1): FoundPicture => ({
	path: `${folder}/${name}`,
	size,
	modified: new Date(2026, 2, day),
});

const found = (state: AppState, ...pictures: readonly FoundPicture[]): AppState =>
	update(state, {type: 'picturesFound', folder, pictures}).state;

const picking = (...pictures: readonly FoundPicture[]): AppState =>
	found(stateWith({screen: 'picker', engine: 'offline'}), ...pictures);

const names = ({picker}: AppState): readonly string[] =>
	picker.rows.map(row => (row.kind === 'up' ? '../' : row.kind === 'folder' ? `${row.name}/` : row.name));

const chosen = ({picker}: AppState): readonly string[] =>
	[...picker.chosen.keys()].map(path => path.slice(folder.length + 1));

const here = ({picker}: AppState): string => picker.rows[picker.cursor]?.key.replace(/^.*\//, '') ?? '';

describe('the list of pictures', () => {
	it('counts as people do, folders first, pictures of other folders behind their folder', () => {
		const state = picking(picture('IMG_10.jpg'), picture('IMG_9.jpg'), picture('group/a.jpg'), picture('group/b.jpg'));
		expect(names(state)).toEqual(['../', 'group/', 'IMG_9.jpg', 'IMG_10.jpg']);
		expect(state.picker.rows[1]).toMatchObject({pictures: 2, chosen: 0});
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
		expect(update(state, {type: 'picturesFound', folder: '/elsewhere', pictures: [picture('x.jpg')]}).state).toBe(
			state,
		);
	});

	it('sorts by name, by time with the newest first, by size with the largest first', () => {
		const state = picking(picture('a.jpg', 1, 1), picture('b.jpg', 3, 2), picture('c.jpg', 2, 3));
		expect(names(press(state, 's').state)).toEqual(['../', 'c.jpg', 'b.jpg', 'a.jpg']);
		expect(names(press(state, 's', 's').state)).toEqual(['../', 'b.jpg', 'c.jpg', 'a.jpg']);
		expect(names(press(state, 's', 's', 's').state)).toEqual(['../', 'a.jpg', 'b.jpg', 'c.jpg']);
	});
});

describe('choosing', () => {
	it('chooses with space and goes on, so that a row of pictures is a row of spaces', () => {
		const state = picking(picture('a.jpg'), picture('b.jpg'), picture('c.jpg'));
		expect(chosen(press(state, 'space', 'space').state)).toEqual(['a.jpg', 'b.jpg']);
		expect(chosen(press(state, 'space', 'up', 'space').state)).toEqual([]);
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
		expect(effects).toEqual([{type: 'scan', folder: `${folder}/in`}]);
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
		expect(asked.state.question).toEqual({kind: 'readAll', count: 2});
		expect(press(asked.state, 'n').effects).toEqual([]);
		expect(press(asked.state, 'y').effects.map(({type}) => type)).toContain('startBatch');
	});

	it('asks before another reading is stopped', () => {
		const busy = {...picking(picture('a.jpg')), reading: stateWith({reading: {phase: 'running'}}).reading};
		const asked = press(busy, 'space', 'enter');
		expect(asked.effects).toEqual([]);
		expect(asked.state.question?.kind).toBe('newBatch');
	});
});

describe('a hundred thousand pictures', () => {
	it('are listed, filtered and chosen', () => {
		const many = Array.from({length: 100_000}, (_, index) => picture(`IMG_${index}.jpg`));
		const state = picking(...many.slice(0, 50_000));
		const all = update(state, {type: 'picturesFound', folder, pictures: many.slice(50_000)}).state;
		expect(all.picker.rows).toHaveLength(100_001);
		expect(press(all, '/', '9', '9', '9', '9', 'enter', 'a').state.picker.chosen.size).toBe(
			many.filter(({path}) => path.includes('9999')).length,
		);
	});
});
