import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {unreadRecord} from '../../source/core/records/unread-record.ts';
import {wrapSpans} from '../../source/screen/layout/spans.ts';
import {width} from '../../source/screen/layout/width.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {stillToRead} from '../../source/session/reading/start.ts';
import {currentRecord} from '../../source/session/review/view-model.ts';
import {press, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {misprinted, numbered, person, reading, recordOf} from '../support/records.ts';

const proven = (index: number) =>
	recordOf(`/p/${index}.png`, {sha256: `proven ${index}`, reading: reading(numbered(index))});
const refuted = recordOf('/p/wrong.png', {sha256: 'wrong', reading: reading(misprinted)});
const unread = (name: string) => unreadRecord({path: `/p/${name}.png`, sha256: name, failures: []});

const rowsOf = (state: ShownState): readonly string[] =>
	wrapSpans(statusSpans(state, ''), state.size.columns - 2, 2).map(row => row.map(({text}) => text).join(''));
const said = (state: ShownState): string => rowsOf(state).join('');
const inChinese = (state: ShownState): string => said({...state, language: 'zh'});

describe('after the last passport that was to be checked', () => {
	it('says what is left and the key for it, also of one that was accepted although refuted', () => {
		const over = press(withRecords(refuted, proven(1), proven(2)), 'a', 'a').state;
		expect(said(over)).toMatch(/Accepted although 1 field is not proven: .* Left: 2 proven; A accepts them all\.$/);
		expect(inChinese(over)).toContain('还有 2 本已验证，按 A 全部接受。');
		const last = press(withRecords(refuted), 'a', 'a').state;
		expect(said(last)).toMatch(/Accepted although 1 field .* All checked\. E writes the file, enter asks how\.$/);
	});

	it('says so of one that was rejected, skipped, or accepted without a value', () => {
		const doubtful = [refuted, proven(1)] as const;
		expect(said(press(withRecords(...doubtful), 'x').state)).toMatch(/Rejected.* Left: 1 proven; A accepts it\.$/);
		expect(said(press(withRecords(...doubtful), 's').state)).toMatch(/Left: 1 proven; A accepts it\. 1 skipped\.$/);
		expect(said(press(withRecords(refuted), 's').state)).toMatch(/Left: 1 skipped; n goes to it\.$/);
		const empty = person('/p/empty.png', {sex: ''}, {passport: refuted.passport});
		expect(said(press(withRecords(empty, proven(1)), 'a', 'a').state)).toMatch(
			/Accepted without.* Left: 1 proven; A accepts it\.$/,
		);
	});

	it('says nothing of it while others are to be checked, or still to be read', () => {
		const other = recordOf('/p/other.png', {sha256: 'other', reading: reading(numbered(5), [[0, 8]])});
		expect(said(press(withRecords(refuted, other, proven(1)), 'a', 'a').state)).not.toContain('Left');
		const state = withRecords(refuted, proven(1));
		const busy = {...state, reading: {...state.reading, phase: 'running' as const}};
		expect(said(press(busy, 'a', 'a').state)).not.toContain('Left');
	});

	it('counts as unread what has no result yet, not what a resumed batch looks up again', () => {
		const state = withRecords(proven(1), unread('a'));
		const items = ['/p/1.png', '/p/a.png', '/p/new.png'].map(path => ({path, state: 'waiting' as const}));
		const resumed = {...state, reading: {...state.reading, phase: 'running' as const, items}};
		expect(stillToRead(resumed)).toBe(2);
	});

	it('keeps it in sight at 80 columns behind the longest name', () => {
		const name = {surname_english: 'ADEBAYO OLUWASEUN '.repeat(4), given_name_english: 'CHUKWUEMEKA '.repeat(4)};
		const long = person('/p/x.png', name, {passport: refuted.passport});
		const {state} = press(withRecords(long, proven(1), proven(2), unread('a')), 'a', 'a');
		expect(said(state)).toMatch(/Left: 2 proven; A accepts them all\. 1 picture is not read: n goes to it\.$/);
		for (const row of rowsOf(state)) expect(width(row.trimEnd())).toBeLessThanOrEqual(78);
	});
});

describe('pictures that were not read', () => {
	it('are named when all others are checked, with the key that leads to them', () => {
		const {state} = press(withRecords(proven(1), proven(2), unread('a'), unread('b'), unread('c')), 'A', 'y');
		expect(said(state)).toContain(
			'All that was read is checked. 3 pictures are not read: n goes to them. E writes the file without them.',
		);
		expect(said(state)).not.toContain('All checked');
		expect(inChinese(state)).toContain('已识别的全部核对完。3 张图片未识别，按 n 前往。');
		expect(currentRecord(press(press(state, 'g').state, 'n').state.review)?.passport.status).toBe('refused');
	});

	it('are no longer named once they are rejected', () => {
		const {state} = press(withRecords(proven(1), unread('a')), 'a', 'G', 'x');
		expect(said(state)).toMatch(/Rejected.* All checked\. E writes the file, enter asks how\.$/);
	});

	it('are reached in the list where nothing can be typed by hand', () => {
		const state = withRecords(proven(1));
		const failure = {path: '/p/text.png', code: 'NOT_AN_IMAGE', details: {}} as const;
		const item = {path: failure.path, state: 'failed', outcome: {kind: 'failed', failure, milliseconds: 1}} as const;
		const failed = {...state, reading: {...state.reading, items: [...state.reading.items, item]}};
		expect(said(press(failed, 'a').state)).toContain('1 picture is not read: l lists it.');
	});

	it.each(['en', 'zh'] as const)('are named at the end of a batch too: %s', async language => {
		const engine = fakeEngine({
			answer: ({path}) => {
				if (path.endsWith('bad.png')) throw new AppError('NO_PASSPORT_FOUND');
				return reading();
			},
		});
		const app = openDrawn({language, pictures: ['a.png', 'bad.png'], paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		await app.walk('A', 'y');
		await app.waitFor(language === 'en' ? 'picture is not read: n goes to it.' : '1 张图片未识别');
		await app.walk('g');
		await app.waitFor(language === 'en' ? 'All that was read is checked.' : '已识别的全部核对完');
		app.expectFits();
	});
});
