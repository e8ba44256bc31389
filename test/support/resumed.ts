import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {expect} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import type {FieldKey} from '../../source/core/passport/model/fields.ts';
import {readingStats} from '../../source/session/reading/stats.ts';
import {currentRecord} from '../../source/session/review/view-model.ts';
import type {AppState} from '../../source/session/state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';
import {openAlone, type SessionAlone} from '../support/session-alone.ts';

export const pictures = ['1.png', '2.png', '3.png'];

export const done = (count: number) => (state: AppState) => readingStats(state).done === count;

/** Reads the pictures in their order. */
export function oneByOne() {
	let read = 0;
	return fakeEngine({concurrency: 1, answer: () => reading(numbered(read++))});
}

export const openName = ({store}: SessionAlone) => basename(currentRecord(store.state().review)?.path ?? '');

export const fieldOf = ({store}: SessionAlone, key: FieldKey) =>
	currentRecord(store.state().review)?.passport.fields.find(field => field.key === key)?.value;

export async function toReview(session: SessionAlone): Promise<void> {
	await session.until(({reading: {phase}}) => phase === 'done');
	session.press('tab');
	await session.until(({screen}) => screen === 'review');
}

/** Accepts the first, rejects the second, and goes to the surname of the third. */
export async function work(session: SessionAlone): Promise<void> {
	await toReview(session);
	session.press('a', 'x', 'down');
	expect(session.store.state().review.field).toBe('surname_english');
	expect(openName(session)).toBe('3.png');
}

export const journalFolder = ({folder}: SessionAlone) => join(folder, '.settings', 'batches');
export const journals = (session: SessionAlone) =>
	readdirSync(journalFolder(session)).map(name => join(journalFolder(session), name));

/** Resolves when the session has noted this and is still open: what a kill would leave. */
export const noted = (session: SessionAlone, text: string) =>
	expect.poll(() => readFileSync(journals(session)[0]!, 'utf8'), {timeout: 20_000}).toContain(text);

/** The session when the first of the pictures is read, and the others are not. */
export async function openAfterOne(): Promise<SessionAlone> {
	const engine = fakeEngine({concurrency: 1});
	const session = openAlone({pictures, paths: ['.'], chosen: 'offline', engine});
	(await engine.next()).succeed();
	await session.until(done(1));
	return session;
}

const [line1, second] = numbered(7);
export const line2 = second;
export const bare1 = line1.replace(/<+$/, '');

/** The session while line 1 of a picture that could not be read is typed, beside one that was read. */
export async function typingLines(): Promise<SessionAlone> {
	const engine = fakeEngine({
		concurrency: 1,
		answer: ({path}) => {
			if (path.endsWith('bad.png')) throw new AppError('NO_PASSPORT_FOUND', {path});
			return reading(numbered(0));
		},
	});
	const session = openAlone({pictures: ['a.png', 'bad.png'], paths: ['.'], chosen: 'offline', engine});
	await toReview(session);
	session.press('J', 'm', ...bare1);
	expect(openName(session)).toBe('bad.png');
	expect(session.store.state().typingMrz?.lines[0].text).toBe(bare1);
	return session;
}
