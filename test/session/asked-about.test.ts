// What is agreed to is what was asked about, whatever is read between a question and its answer.
import {describe, expect, it} from 'vitest';
import {update as review} from '../../source/core/review/review.ts';
import type {AppState} from '../../source/session/state.ts';
import {press, update, withRecords} from '../support/app-state.ts';
import {recordOf} from '../support/records.ts';

/** A batch of which the last picture is still being read. */
function whileReading(...names: readonly string[]): ReturnType<typeof withRecords> {
	const state = withRecords(...names.map(name => recordOf(`/p/${name}`)));
	const items = [...state.reading.items, {path: '/p/last.png', state: 'reading'} as const];
	return {...state, reading: {...state.reading, items, phase: 'running'}};
}

/** The last picture is read. */
function readLast<State extends AppState>(state: State): State {
	const items = state.reading.items.map(({path}) => ({path, state: 'read'}) as const);
	const reading = {...state.reading, items, phase: 'done'} as const;
	return {...state, reading, review: review(state.review, {type: 'addRecord', record: recordOf('/p/last.png')})};
}

function exported(state: AppState) {
	const {effects} = {effects: pressed(state)};
	const effect = effects.find(({type}) => type === 'export');
	return effect?.type === 'export' ? effect.request : undefined;
}

const pressed = (state: AppState) => press(state as ReturnType<typeof withRecords>, 'b').effects;

describe('the list, asked about while pictures are read', () => {
	it('has the rows that were asked about, and names what was read since as not in it', () => {
		let state = press(whileReading('1.png', '2.png', '3.png'), 'E').state;
		expect(state.question).toMatchObject({kind: 'rest', all: 3});
		state = press(readLast(state), 'a').state;
		expect(state.question).toMatchObject({kind: 'twice', rows: 1, left: 2});
		const request = exported(state);
		expect(request?.records.map(({path}) => path)).toEqual(['/p/1.png', '/p/2.png', '/p/3.png']);
		expect(request?.unread.map(({path}) => path)).toEqual(['/p/last.png']);
	});

	it('is asked about again where what was asked about has changed', () => {
		const asked = press(whileReading('1.png', '2.png', '3.png'), 'E').state;
		const changed = {...asked, review: {...asked.review, records: asked.review.records.slice(1)}};
		const again = press(changed, 'a');
		expect(again.effects).toEqual([]);
		expect(again.state.question).toMatchObject({kind: 'rest', all: 2});
	});
});

describe('the pictures of a folder, asked about while it is searched', () => {
	it('are those that were listed', () => {
		const state = withRecords();
		const entry = (path: string) => ({path, name: path, key: path}) as never;
		const paths = ['/p/1.png', '/p/2.png'];
		const asked = {
			...state,
			screen: 'picker' as const,
			picker: {...state.picker, found: [...paths, '/p/3.png'].map(entry)},
			engine: 'offline' as const,
			question: {kind: 'readAll', paths} as const,
		};
		const {effects} = update(asked, {type: 'act', id: 'question.yes', at: ''});
		expect(effects).toContainEqual(expect.objectContaining({type: 'startBatch', paths}));
	});
});
