import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {throttleFrames} from '../../source/screen/frame-throttle.ts';
import type {AppEvent} from '../../source/session/event.ts';
import {initialState} from '../../source/session/initial.ts';
import {createStore} from '../../source/session/store.ts';
import {transition} from '../../source/session/transition.ts';

beforeEach(() => {
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']});
});
afterEach(() => {
	vi.useRealTimers();
});

const opening = {
	language: 'en',
	ascii: false,
	size: {columns: 80, rows: 24},
	today: {year: 2026, month: 1, day: 1},
	home: '/home/somebody',
	folder: '/pictures',
	paths: [],
} as const;

/** Every event makes the terminal one column wider: what was drawn, and when, is told by the widths. */
function drawings() {
	const store = createStore(
		initialState({...opening, engine: undefined, demo: undefined}),
		state => transition({...state, size: {...state.size, columns: state.size.columns + 1}}),
		() => {},
	);
	const drawing = throttleFrames(store);
	const widths: number[] = [];
	drawing.store.subscribe(() => widths.push(drawing.store.state().size.columns));
	return {drawing, widths};
}

const event: AppEvent = {type: 'searchOn'};

test('a key is drawn at once, each of them', () => {
	const {drawing, widths} = drawings();
	drawing.store.send(event);
	drawing.store.send(event);
	expect(widths).toEqual([81, 82]);
});

test('news are drawn together, with the next frame; the first of them at once', () => {
	const {drawing, widths} = drawings();
	for (let count = 0; count < 5; count++) drawing.sendLater(event);
	expect(widths).toEqual([81]);
	vi.advanceTimersByTime(40);
	expect(widths).toEqual([81, 85]);
	vi.advanceTimersByTime(1000);
	expect(widths).toEqual([81, 85]);
});

test('a key shows the news that waited', () => {
	const {drawing, widths} = drawings();
	drawing.sendLater(event);
	drawing.sendLater(event);
	drawing.store.send(event);
	vi.advanceTimersByTime(1000);
	expect(widths).toEqual([81, 83]);
});

test('beside somebody who types, news come ten times a second at most', () => {
	const {drawing, widths} = drawings();
	drawing.store.send(event);
	drawing.store.send(event);
	drawing.sendLater(event);
	vi.advanceTimersByTime(60);
	expect(widths).toEqual([81, 82]);
	vi.advanceTimersByTime(60);
	expect(widths).toEqual([81, 82, 83]);
});

test('nothing is drawn once it has ended', () => {
	const {drawing, widths} = drawings();
	drawing.sendLater(event);
	drawing.sendLater(event);
	drawing.stop();
	vi.advanceTimersByTime(1000);
	expect(widths).toEqual([81]);
});
