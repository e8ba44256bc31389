import {describe, expect, it} from 'vitest';
import type {PassportRecord} from '../../source/core/records/record.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {questionText} from '../../source/screen/status.ts';
import {everyRow} from '../../source/session/batch-list/every-row.ts';
import {listedRows} from '../../source/session/batch-list/rows.ts';
import {kinNote, kinSentence} from '../../source/session/review/people-view.ts';
import {press, update, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {mrz, person, reading} from '../support/records.ts';

const anna = person('/p/anna.png');
const zhang = person('/p/张三.png', {
	passport_number: 'E12345678',
	surname_english: 'ZHANG',
	given_name_english: 'SAN',
	birth_date: '1990-02-01',
	expiry_date: '2027-02-01',
	holder_country_code: 'CHN',
	issuing_country_code: 'CHN',
});
const eva = person('/p/eva.png', {passport_number: 'X1234567', given_name_english: 'EVA', birth_date: '2015-01-02'});
const three = withRecords(zhang, anna, eva);

const names = (state: ShownState) => listedRows(state).map(({path}) => path.slice(3));

describe('the list of the batch', () => {
	it('is in the order of the pictures, and is sorted by name, expiry, and families', () => {
		const list = press(three, 'l').state;
		expect(names(list)).toEqual(['张三.png', 'anna.png', 'eva.png']);
		expect(names(press(list, 's').state)).toEqual(['anna.png', 'eva.png', '张三.png']);
		expect(names(press(list, 's', 's', 's').state)[0]).toBe('张三.png');
		expect(names(press(list, 's', 's', 's', 's').state)).toEqual(['anna.png', 'eva.png', '张三.png']);
	});

	it('is whole when it is opened again, sorted as before', () => {
		const found = press(three, 'l', 's', '/', 'e', 'v', 'a', 'enter', 'enter').state;
		expect(names(press(found, 'l').state)).toEqual(['anna.png', 'eva.png', '张三.png']);
	});

	it('leaves a passport out, as it says beside one that is there twice, and takes that back', () => {
		const twice = withRecords(anna, person('/p/copy.png'));
		const {state, effects} = press(twice, 'l', 'down', 'x');
		expect(state.screen).toBe('list');
		expect(state.review.records.map(({review}) => review.state)).toEqual(['unreviewed', 'rejected']);
		expect(effects).toMatchObject([{type: 'keep', record: {path: '/p/copy.png'}}]);
		// The one that was being checked is open still.
		expect(press(state, 'esc').state.review.current).toBe(0);
		expect(press(state, 'u').state.review.records.map(({review}) => review.state)).toEqual([
			'unreviewed',
			'unreviewed',
		]);
	});

	it('finds by name, number and file as one types, and opens what is found', () => {
		const typedIn = (...keys: string[]) => names(press(three, '/', ...keys).state);
		expect(typedIn('z', 'h', 'a')).toEqual(['张三.png']);
		expect(typedIn('e', '1', '2', '3')).toEqual(['张三.png']);
		expect(typedIn('三')).toEqual(['张三.png']);
		const {state} = press(three, '/', 'e', 'v', 'a', 'enter', 'enter');
		expect(state.screen).toBe('review');
		expect(state.review.records[state.review.current]?.path).toBe('/p/eva.png');
	});

	it('shows only what has a state', () => {
		const decided = press(three, 'x', 'l', 'f').state;
		expect(decided.list.show).toBe('look');
		expect(names(press(decided, 'f', 'f', 'f').state)).toEqual(['张三.png']);
		expect(press(decided, 'esc', 'esc').state.screen).toBe('review');
	});

	it('keeps the cursor on its picture when the order changes', () => {
		const {state} = press(three, 'l', 'g', 's');
		expect(state.list.cursor).toBe('/p/张三.png');
	});

	it('shows what failed and what waits, and goes to the failed one in the progress', () => {
		const items = [
			...three.reading.items,
			{path: '/p/bad.png', state: 'failed'} as const,
			{path: '/p/late.png', state: 'waiting'} as const,
		];
		const state = press({...three, reading: {...three.reading, items}}, 'l', 'G').state;
		expect(press(state, 'enter').state.notice).toEqual({kind: 'off', reason: 'notReadYet'});
		const there = press(state, 'k', 'enter').state;
		expect(there.screen).toBe('reading');
		expect(there.reading.cursor).toBe(3);
	});

	it('says which pictures are of one passport, there and in the review, and masks numbers until asked', async () => {
		const engine = fakeEngine({concurrency: 1, answer: () => reading()});
		const app = openDrawn({pictures: ['a.png', 'b.png'], paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		await app.waitFor('The same passport is in b.png');
		await app.walk('l');
		await app.waitFor('= b.png');
		expect(app.screen().join('\n')).toContain('L8*****C3');
		await app.walk('v');
		await app.waitFor('L898902C3');
	});

	it.each([
		[60, 16, 'zh'],
		[80, 24, 'zh'],
		[120, 40, 'en'],
	] as const)('fits %ix%i with Chinese names, %s', async (columns, rows, language) => {
		const wrong = reading([mrz[0], `${mrz[1].slice(0, 9)}5${mrz[1].slice(10)}`]);
		const engine = fakeEngine({answer: ({path}) => (path.includes('三') ? wrong : reading())});
		const pictures = [
			'张三-护照-二〇二六年三月十四日-第一组-扫描件.png',
			...Array.from({length: 4}, (_, index) => `IMG_${index}.png`),
		];
		const app = openDrawn({columns, rows, language, pictures, paths: ['.'], chosen: 'offline', engine});
		await app.waitFor('100 %');
		await app.walk('l', 's', '/', '三');
		await app.waitFor('张三');
		await app.walk('enter', 's', 'f');
		app.expectFits();
	});

	it('is after every decision as if it were made again', () => {
		/** Other arrays with the same content: nothing that was computed for the list before is known of them. */
		const anew = (state: ShownState): ShownState => ({
			...state,
			reading: {...state.reading, items: [...state.reading.items]},
			review: {...state.review, records: [...state.review.records]},
		});
		const keys = ['l', 'down', 'x', 'down', 'x', 'u', 'u', 'esc', 's', 'a', 'J', 'x', 'u', 'u', 'ctrl+r'];
		let {state} = press(three);
		for (const key of keys) {
			state = press(state, key).state;
			const rows = everyRow(state);
			expect(rows).toEqual(everyRow(anew(state)));
		}
	});

	it('computes nothing again while the cursor moves', () => {
		const many = withRecords(...Array.from({length: 50}, (_, index) => person(`/p/${index}.png`)));
		const list = press(many, 'l', 's').state;
		expect(listedRows(press(list, 'j', 'j', 'G').state)).toBe(listedRows(list));
	});
});

describe('writing passports that were photographed twice', () => {
	const twice = withRecords(anna, person('/p/again.png'), zhang);
	const all = press(twice, 'a', 'a', 'a').state;
	const rows = (...keys: string[]) =>
		press(all, 'E', ...keys).effects.flatMap(effect =>
			effect.type === 'export' ? [effect.request.records.length] : [],
		);

	it('asks first, and writes each once after a yes', () => {
		expect(rows()).toEqual([]);
		expect(press(all, 'E').state.question).toMatchObject({kind: 'twice', rows: 2, left: 1, first: 'again.png'});
		expect(rows('y')).toEqual([2]);
		expect(press(all, 'E', 'y').state.exporting.sent?.left.twice).toBe(1);
	});

	it('writes all of them when asked to, and nothing after a no', () => {
		expect(rows('b')).toEqual([3]);
		expect(rows('n')).toEqual([]);
	});

	it('asks nothing where they are added to a list that is there, which gets each once', () => {
		const path = '/p/passports-2026-11-22.xlsx';
		const there = {path, size: 18_000, modified: 0};
		const adding = {...all, exporting: {...all.exporting, ifExists: 'append' as const, there}};
		const {state, effects} = press(adding, 'E');
		expect(state.question).toBeUndefined();
		expect(state.exporting.sent?.left.twice).toBe(1);
		expect(effects).toMatchObject([{type: 'export', request: {path, records: [{}, {}]}}]);
		// Nothing is known of the place: the list is a new one as far as the person knows.
		expect(press({...adding, exporting: {...adding.exporting, there: null}}, 'E').state.question).toBeDefined();
	});

	it('says how many were left out when the list was found only then', () => {
		const sent = press(all, 'E', 'b').state;
		const {state} = update(sent, {type: 'exported', path: '/p/list.csv', rows: 1, repeats: ['/p/again.png']});
		expect(state.exporting.sent?.records.map(({path}) => path)).toEqual(['/p/anna.png', '/p/张三.png']);
		expect(state.exporting.sent?.left.twice).toBe(1);
	});

	it('does not ask when one of them was rejected', () => {
		expect(press(press(twice, 'a', 'x', 'a').state, 'E').state.question).toBeUndefined();
	});
});

describe('writing pictures that should be of one passport but differ', () => {
	const man = person('/p/man.png', {sex: 'M'});
	const accepted = (...records: PassportRecord[]) =>
		press(withRecords(...records), ...records.flatMap(() => ['a', 'a'])).state;
	const records = (state: ShownState, ...keys: string[]) =>
		press(state, 'E', ...keys).effects.flatMap(effect => (effect.type === 'export' ? effect.request.records : []));

	it('is asked about first, and writes a row for each, with the reason in its issues', () => {
		const state = accepted(anna, man, zhang);
		expect(records(state)).toEqual([]);
		const {question} = press(state, 'E').state;
		expect(question).toMatchObject({kind: 'conflict', rows: 3, differing: 2});
		expect(questionText({...state, question})).toBe('2 rows should be one passport but differ. Write all 3 rows?');
		const written = records(state, 'y');
		expect(written.map(({passport: {status, issues}}) => [status, issues.map(({code}) => code)])).toEqual([
			['check', expect.arrayContaining(['other-picture-differs'])],
			['check', expect.arrayContaining(['other-picture-differs'])],
			['clean', expect.not.arrayContaining(['other-picture-differs'])],
		]);
	});

	it('is named beside the copies that are left out', () => {
		const state = accepted(anna, man, person('/p/again.png'));
		const {question} = press(state, 'E').state;
		expect(question).toMatchObject({kind: 'twice', rows: 2, left: 1, differing: 3});
		expect(records(state, 'y').map(({path}) => path)).toHaveLength(2);
	});

	it('is named in the list, and left out of "accept all that is proven"', () => {
		const state = withRecords(anna, man, zhang);
		expect(everyRow(state).map(row => row.state)).toEqual(['check', 'check', 'clean']);
		expect(kinNote(state, man)).toBe('differs: anna.png');
		expect(kinSentence(state, man, 'x')).toBe(
			'The same number as anna.png, but different: Sex. Compare them; x rejects one.',
		);
		const all = press(state, 'A', 'y').state;
		expect(all.review.records.map(({review}) => review.state)).toEqual(['unreviewed', 'unreviewed', 'accepted']);
	});

	it.each([
		[80, 24],
		[120, 40],
	])('is seen while checking: %i x %i', async (columns, rows) => {
		const readings = [reading(), reading([mrz[0], `${mrz[1].slice(0, 20)}M${mrz[1].slice(21)}`])];
		const engine = fakeEngine({concurrency: 1, answer: () => readings.shift()!});
		const app = openDrawn({columns, rows, pictures: ['anna.png', 'man.png'], paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		await app.waitFor('another picture differs');
		const screen = app.screen().join('\n');
		expect(screen).toMatch(/Sex +F +\S +another picture differs/);
		expect(screen.replace(/\s+/g, ' ')).toContain('The same number as man.png, but different: Sex.');
	});
});
