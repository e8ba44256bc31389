// What is typed and not saved is there again in the next session.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {purgeableJournals} from '../../source/core/journal/purge.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {unreadRecord} from '../../source/core/records/unread-record.ts';
import {update as review} from '../../source/core/review/review.ts';
import {comeBack} from '../../source/session/journal/update.ts';
import {stateWith} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {numbered, reading, recordOf} from '../support/records.ts';
import {
	bare1,
	fieldOf,
	journalFolder,
	journals,
	line2,
	noted,
	oneByOne,
	openName,
	pictures,
	typingLines,
	work,
} from '../support/resumed.ts';
import {openAlone} from '../support/session-alone.ts';

describe('coming back to what was being typed', () => {
	it('opens the field that was being edited with what was in it', async () => {
		const first = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		first.press('e', 'ctrl+u', 'Q', 'W');
		await first.close();
		const second = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.until(({editing}) => editing?.edit.text === 'QW');
		second.press('E');
		expect(second.store.state().editing?.edit.text).toBe('QWE');
		second.press('esc');
		expect(second.store.state().editing).toBeUndefined();
		expect(fieldOf(second, 'surname_english')).toBe('ERIKSSON');
	});

	it('opens the lines that were being typed, of the same picture and at the same place', async () => {
		const first = await typingLines();
		first.press('enter', ...line2.slice(0, 9), 'left', 'left');
		await first.close();
		const second = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.until(({reading, typingMrz}) => reading.phase === 'done' && typingMrz !== undefined);
		expect(openName(second)).toBe('bad.png');
		second.press('backspace');
		expect(second.store.state().typingMrz).toMatchObject({
			lines: [{text: bare1}, {text: line2.slice(0, 6) + line2.slice(7, 9), cursor: 6}],
			at: 1,
		});
		second.press(line2[6]!, 'end', ...line2.slice(9), 'enter');
		await second.until('Accepted: ERIKSSON');
		await second.close();
		const third = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await third.until('Picked up where you left off');
		expect(third.store.state().typingMrz).toBeUndefined();
	});

	it('loses no line that was typed when the program was killed, and none once it came back', async () => {
		const first = await typingLines();
		first.press('enter', ...line2.slice(0, 9));
		await noted(first, `"lines":["${bare1}","${line2.slice(0, 9)}"]`);
		for (const time of ['first', 'second']) {
			const killed = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
			await killed.until(({reading}) => reading.phase === 'done');
			expect(
				killed.store.state().typingMrz?.lines.map(({text}) => text),
				time,
			).toEqual([bare1, line2.slice(0, 9)]);
		}
	});

	it('loses no field that was being edited when the program was killed, and none once it came back', async () => {
		const first = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		first.press('e', 'ctrl+u', ...'QWERT');
		await noted(first, '"draft":"QWERT"');
		for (const time of ['first', 'second']) {
			const killed = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
			await killed.until(({reading}) => reading.phase === 'done');
			expect(killed.store.state().editing, time).toMatchObject({key: 'surname_english', edit: {text: 'QWERT'}});
			expect(openName(killed)).toBe('3.png');
		}
		const person = {name: 'QWERT', pictures: new Set<string>()};
		expect(await purgeableJournals(journalFolder(first), [], {now: new Date(), person})).toEqual(journals(first));
	});

	it('notes what is typed once for many keys, and no value that was only opened', async () => {
		const first = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']});
		onTestFinished(() => void vi.useRealTimers());
		first.press('e');
		await vi.advanceTimersByTimeAsync(5000);
		first.press('ctrl+u');
		for (const letter of 'QWERT') {
			first.press(letter);
			await vi.advanceTimersByTimeAsync(50);
		}
		await vi.advanceTimersByTimeAsync(5000);
		await noted(first, '"draft":"QWERT"');
		const text = readFileSync(journals(first)[0]!, 'utf8');
		expect(text.match(/"draft"/g)).toHaveLength(1);
		expect(text).not.toContain('ERIKSSON');
	});

	it.each([
		['dropped', 'esc', 'ERIKSSON'],
		['saved', 'enter', 'QWERT'],
	])('does not bring back a field that was %s before the program was killed', async (_, key, value) => {
		const first = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		first.press('e', 'ctrl+u', ...'QWERT');
		await noted(first, '"draft":"QWERT"');
		first.press(key);
		if (first.store.state().editing) first.press(key);
		await expect.poll(() => readFileSync(journals(first)[0]!, 'utf8').trim().split('\n').at(-1)).not.toContain('draft');
		const killed = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await killed.until(({reading}) => reading.phase === 'done');
		expect(killed.store.state().editing).toBeUndefined();
		expect(fieldOf(killed, 'surname_english')).toBe(value);
	});

	it('keeps no lines for a picture that was replaced', async () => {
		const first = await typingLines();
		await first.close();
		writeFileSync(join(first.folder, 'bad.png'), pngBytes('another page'));
		const engine = fakeEngine({answer: () => reading(numbered(7))});
		const second = openAlone({folder: first.folder, engine, resume: true});
		await second.until(({reading}) => reading.phase === 'done');
		await second.until(() => fieldOf(second, 'passport_number') === 'L800072C3');
		expect(second.store.state().typingMrz).toBeUndefined();
	});

	it('does not bring back lines that were dropped, nor those of a picture that was typed elsewhere', async () => {
		const first = await typingLines();
		first.press('enter', 'esc');
		await first.close();
		const second = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.until('Picked up where you left off');
		expect(second.store.state().typingMrz).toBeUndefined();
		const of = (record: PassportRecord) => review(stateWith().review, {type: 'addRecord', record});
		const resumed = {late: [], engine: 'offline', roots: ['/p'], file: '', review: of(recordOf('/p/1.png'))};
		const typing = {lines: [bare1, ''], at: 1, cursor: 0};
		const rest = {leftOut: [], done: true, missing: 0, screen: 'review' as const, typing};
		const back = (typed: object) => comeBack(stateWith(), {...resumed, ...rest, ...typed}).state.typingMrz;
		expect(back({})).toBeUndefined();
		const unread = {review: of(unreadRecord({path: '/p/1.png', sha256: '', failures: []}))};
		expect(back(unread)).toMatchObject({lines: [{text: bare1}, {text: ''}], at: 1});
		expect(back({...unread, typing: {lines: ['I<UTO', '', ''], at: 2, cursor: 0}})).toBeUndefined();
		expect(back({...unread, typing: {...typing, at: 0, cursor: 99}})?.lines[0].cursor).toBe(bare1.length);
	});
});
