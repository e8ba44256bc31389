import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {throttleFrames} from '../../source/screen/frame-throttle.ts';
import type {AppEvent} from '../../source/session/event.ts';

beforeEach(() => {
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']});
});
afterEach(() => {
	vi.useRealTimers();
});

/** Every event adds one to the state: what was drawn, and when, shows in the numbers. */
function drawings() {
	let count = 80;
	const listeners = new Set<() => void>();
	const drawing = throttleFrames<number>({
		state: () => count,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		send() {
			count++;
			for (const listener of listeners) listener();
		},
	});
	const widths: number[] = [];
	drawing.store.subscribe(() => widths.push(drawing.store.state()));
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

test('while the user types, news come ten times a second at most', () => {
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
