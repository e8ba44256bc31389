// What the status line says of pictures that were replaced or are gone.
import {describe, expect, it} from 'vitest';
import type {PictureNow} from '../../source/core/records/record.ts';
import {noticeText} from '../../source/screen/status.ts';
import {type press, update, withRecords} from '../support/app-state.ts';
import {recordOf} from '../support/records.ts';

type State = ReturnType<typeof press>['state'];

const batch = withRecords(...[1, 2, 3, 4, 5].map(one => recordOf(`/p/${one}.png`, {sha256: `${one}`})));

/** What looks found, one after the other: of each picture what became of it. */
const looked = (state: State, ...looks: readonly Readonly<Record<number, PictureNow | undefined>>[]): State =>
	looks.reduce<State>((before, look) => {
		const found = Object.entries(look).map(([one, now]) => ({
			path: `/p/${one}.png`,
			sha256: one,
			now,
			undecided: false,
		}));
		return update(before, {type: 'picturesNow', found}).state;
	}, state);

const said = (state: State): string => (state.notice ? noticeText(state, state.notice) : '');

describe('pictures that are gone', () => {
	it('are all named, in whichever look each of them was found so', () => {
		expect(said(looked(batch, {2: 'gone'}))).toBe('Gone or not to be opened: 2.png.');
		expect(said(looked(batch, {2: 'gone'}, {1: 'gone'}))).toBe('Gone or not to be opened: 1.png, 2.png.');
		expect(said(looked(batch, {2: 'gone'}, {1: 'gone'}, {4: 'gone', 5: 'gone'}))).toBe(
			'Gone or not to be opened: 1.png and 3 more.',
		);
		expect(said(looked({...batch, language: 'zh'}, {2: 'gone', 3: 'gone'}, {5: 'gone'}))).toBe(
			'图片不在了或无法打开：2.png 等 3 张。',
		);
	});

	it('are still named when only some of them are back', () => {
		const state = looked(batch, {2: 'gone', 3: 'gone', 4: 'gone'}, {3: undefined});
		expect(said(state)).toBe('Gone or not to be opened: 2.png, 4.png. Back in place: 3.png.');
		expect(state.notice).toMatchObject({tone: 'look'});
		const all = looked(state, {2: undefined, 4: undefined});
		expect([said(all), all.notice]).toMatchObject(['Back in place: 2.png, 4.png.', {tone: 'good'}]);
	});

	it('are named beside those that were replaced, each where there is news of it', () => {
		expect(said(looked(batch, {1: 'other'}, {2: 'other'}))).toBe('Replaced since they were read: 1.png, 2.png.');
		expect(said(looked(batch, {1: 'other'}, {3: 'gone'}))).toBe('Gone or not to be opened: 3.png.');
		expect(said(looked(batch, {1: 'other', 3: 'gone'}, {2: 'other', 4: 'gone'}))).toBe(
			'Replaced since they were read: 1.png, 2.png. Gone or not to be opened: 3.png, 4.png.',
		);
	});
});
