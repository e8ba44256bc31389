// A picture that is left out is gone from every screen alike, and from the file; taken in again, it is back on all.
import {basename} from 'node:path';
import {expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {everyRow} from '../../source/session/batch-list/every-row.ts';
import {readingStats} from '../../source/session/reading/stats.ts';
import {unreadPictures} from '../../source/session/reading/unread.ts';
import {reviewCounts} from '../../source/session/review/view-model.ts';
import type {AppState} from '../../source/session/state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';
import {openAlone, type SessionAlone} from '../support/session-alone.ts';

/** Reads every picture but those whose name begins with "bad". */
const halfBlind = () => {
	let read = 0;
	return fakeEngine({
		concurrency: 1,
		answer: ({path}) => {
			if (basename(path).startsWith('bad')) throw new AppError('NO_PASSPORT_FOUND', {path});
			return reading(numbered(read++));
		},
	});
};

const pictures = ['a.png', 'bad.png', 'bad2.png', 'c.png'];

const names = (paths: readonly {readonly path: string}[]) => paths.map(({path}) => basename(path));

/** What the screens say of the batch, and what the file would name as not read. */
const told = ({store}: SessionAlone) => {
	const state = store.state();
	const {done, total, failed} = readingStats(state);
	return {
		reading: `${done} of ${total}, ${failed} failed`,
		check: `${reviewCounts(state.review).total}, ${reviewCounts(state.review).unread} not read`,
		list: everyRow(state).map(row => row.state),
		file: names(unreadPictures(state.reading.items, state.review.records)),
	};
};

const all = {
	reading: '4 of 4, 2 failed',
	check: '4, 2 not read',
	list: ['clean', 'failed', 'failed', 'clean'],
	file: ['bad.png', 'bad2.png'],
};

const oneLess = {
	reading: '3 of 3, 1 failed',
	check: '3, 1 not read',
	list: ['clean', 'leftOut', 'failed', 'clean'],
	file: ['bad2.png'],
};

const isRead = ({reading: {phase}}: AppState) => phase === 'done';
const isOut = ({reading: {items}}: AppState) => items.some(({state}) => state === 'leftOut');

async function opened(): Promise<SessionAlone> {
	const session = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: halfBlind()});
	await session.until(isRead);
	expect(told(session)).toEqual(all);
	return session;
}

async function openedWithoutOne(): Promise<SessionAlone> {
	const session = await opened();
	session.press('g', 'down', 'x');
	await session.until(isOut);
	return session;
}

it('a failed picture that is left out is on no screen, and the check does not lead to it', async () => {
	const session = await openedWithoutOne();
	expect(told(session)).toEqual(oneLess);
	session.press('tab', 'n');
	const {records, current} = session.store.state().review;
	expect(basename(records[current]!.path)).toBe('bad2.png');
});

it('a failed picture that is taken in again is on all screens', async () => {
	const session = await openedWithoutOne();
	expect(told(session)).toEqual(oneLess);
	session.press('r');
	await session.until(state => !isOut(state) && isRead(state));
	expect(told(session)).toEqual(all);
});

it('a picture that is left out stays so when the batch is resumed, and can be taken in again', async () => {
	const first = await openedWithoutOne();
	await first.close();
	const offered = openAlone({folder: first.folder});
	await offered.until(({resumable}) => resumable?.pictures === 3);
	await offered.close();
	const second = openAlone({folder: first.folder, engine: halfBlind(), resume: true});
	await second.until('Picked up where you left off: 2 passports read, 1 picture not read');
	await second.until(isRead);
	expect(told(second)).toEqual(oneLess);
	second.press('g', 'down', 'r');
	await second.until(state => !isOut(state) && isRead(state));
	expect(told(second)).toEqual(all);
	second.press('x');
	await second.until(isOut);
	expect(told(second)).toEqual(oneLess);
	second.press('r');
	await second.until(state => !isOut(state) && isRead(state));
	await second.close();
	const third = openAlone({folder: first.folder, engine: halfBlind(), resume: true});
	await third.until(isRead);
	expect(told(third)).toEqual(all);
});

it('a picture that came back with a resumed batch is back on all screens after it was left out', async () => {
	const first = await opened();
	await first.close();
	const second = openAlone({folder: first.folder, engine: halfBlind(), resume: true});
	await second.until(isRead);
	second.press('g', 'down', 'x');
	await second.until(isOut);
	expect(told(second)).toEqual(oneLess);
	second.press('r');
	await second.until(state => !isOut(state) && isRead(state));
	expect(told(second)).toEqual(all);
});

it('what was read is not written once its picture, which was to be read again, is left out', async () => {
	const session = await opened();
	const [first, ...others] = session.store.state().reading.items;
	session.store.send({
		type: 'batch',
		items: [{path: first!.path, state: 'leftOut'}, ...others],
		fresh: [],
		phase: 'done',
		concurrency: 1,
		timeLeft: undefined,
		now: 0,
	});
	expect(told(session)).toMatchObject({check: '3, 2 not read', list: ['leftOut', 'failed', 'failed', 'clean']});
});
