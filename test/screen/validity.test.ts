import {describe, expect, it} from 'vitest';
import {unreadRecord} from '../../source/core/records/unread-record.ts';
import {keyNames} from '../../source/screen/keys/key-names.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {questionText, statusSpans} from '../../source/screen/status.ts';
import {listedRows} from '../../source/session/batch-list/rows.ts';
import {scriptOf} from '../../source/session/export/script-line.ts';
import {beginBatch} from '../../source/session/reading/start.ts';
import {shownRecord} from '../../source/session/review/validity-view.ts';
import {messages} from '../../source/text/index.ts';
import {press, update, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {reading, recordOf, withExpiry} from '../support/records.ts';

const until = (expiry: string, index = 0) =>
	recordOf(`/p/${expiry}.png`, {reading: reading(withExpiry(expiry, index)), sha256: expiry});
const valid = until('320415', 0);
const expired = until('261121', 1);
const short = until('270731', 2);
const eva = 'P<UTOERIKSSON<<EVA'.padEnd(44, '<');
const trip = {on: {year: 2027, month: 2, day: 1}, validFor: {months: 6, days: 0}};

const batch = (changes: Partial<ShownState> = {}): ShownState => ({...withRecords(valid, expired, short), ...changes});
const statusText = (state: ShownState) =>
	statusSpans(state, '')
		.map(({text}) => text)
		.join('');

const names = (state: ShownState) => listedRows(state).map(({path}) => path);

describe('a passport that has expired', () => {
	it('is still proven, and is among those that the list can show alone', () => {
		expect([valid, expired, short].map(({passport}) => passport.status)).toEqual(['clean', 'clean', 'clean']);
		const shown = (state: ShownState) => names(press(state, 'l', 'f', 'f', 'f', 'f', 'f', 'f').state);
		expect(shown(batch())).toEqual([expired.path]);
		expect(shown(batch({trip}))).toEqual([expired.path, short.path]);
		// What is left out of the file is no matter any more.
		expect(shown(press(batch(), 'J', 'x').state)).toEqual([]);
	});

	it('is counted before all that are proven are accepted', () => {
		const asked = (state: ShownState) => questionText(press(state, 'A').state);
		expect(asked(batch())).toBe('Accept all 3 proven passports (1 expired) without looking at each?');
		expect(asked(batch({trip}))).toBe(
			'Accept all 3 proven passports (1 expired, 1 not valid for the trip) without looking at each?',
		);
		expect(asked({...batch({trip}), language: 'zh'})).toContain('3 本已验证的护照（其中 1 本已过期，1 本不符合行程）');
		expect(asked(withRecords(valid))).toBe('Accept the one proven passport without looking at each?');
	});

	it('is counted in the question before the file is written, and where it was', () => {
		const again = recordOf('/p/again.png', {reading: reading(withExpiry('261121', 1)), sha256: 'again'});
		const accepted = press(withRecords(valid, expired, again), 'A', 'y').state;
		expect(questionText(press(accepted, 'E').state)).toMatch(/each once \(2 rows\)\? Of the rows: 1 expired\.$/);
		const one = press(press(batch(), 'A', 'y').state, 'E').state;
		const written = update(one, {type: 'exported', path: '/p/list.xlsx', rows: 3}).state;
		expect(statusText(written)).toContain('3 rows (1 expired) written to list.xlsx: 3 accepted. In /p');
	});

	it('is valid again when its expiry is put right', () => {
		const digits = [...'2031-04-15'];
		const editing = press(batch(), 'J', 'j', 'j', 'j', 'j', 'j', 'j', 'e');
		expect(editing.state.editing?.key).toBe('expiry_date');
		const {state} = press(editing.state, 'ctrl+u', ...digits, 'enter', 'enter', 'esc');
		expect(questionText(press(state, 'A').state)).not.toContain('expired');
	});

	it('is shown with the reason of the trip, which never makes a field doubtful', () => {
		const issues = shownRecord(batch({trip}), short).passport.issues.filter(({field}) => field === 'expiry_date');
		expect(issues).toMatchObject([{code: 'expires-before', blocks: false}]);
		// One that has expired needs no second reason.
		const codes = shownRecord(batch({trip}), expired).passport.issues.map(({code}) => code);
		expect(codes.filter(code => code !== 'specimen')).toEqual(['expired']);
	});

	it.each([
		['en', 80, 24],
		['zh', 80, 24],
		['en', 120, 40],
		['zh', 120, 40],
		['en', 60, 16],
	] as const)('has its mark on every screen without colours, %s at %ix%i', async (language, columns, rows) => {
		const engine = fakeEngine({
			concurrency: 1,
			answer: ({path}) => reading(path.endsWith('b.png') ? [eva, withExpiry('261121', 1)[1]] : withExpiry('320415')),
		});
		const app = openDrawn({
			pictures: ['a.png', 'b.png'],
			paths: ['.'],
			chosen: 'offline',
			engine,
			language,
			columns,
			rows,
		});
		const word = language === 'en' ? 'expired' : '已过期';
		await app.waitFor('100 %');
		await app.waitFor(`◷ ${word}`);
		expect(app.screen()[0]).toContain('◷ 1');
		expect(app.screen().find(line => line.includes('b.png'))).toMatch(/✓ .*◷/);
		await app.walk('tab', 'J');
		await app.waitFor('◷ b.png');
		expect(app.screen()[0]).toContain('◷ 1');
		expect(app.screen().join('\n')).toContain(
			messages(language).app.review.cleanBut(word, keyNames(language)).slice(0, 20),
		);
		await app.walk('l');
		await app.waitFor(messages(language).list.heads.expiry);
		expect(app.screen().find(line => line.includes('b.png'))).toContain('2026-11-21 ◷');
		expect(app.screen().find(line => line.includes('a.png'))).not.toContain('◷');
		app.expectFits();
	});
});

describe('a trip that a person sets with t', () => {
	const typed = (state: ShownState, days: string, ...keys: string[]) =>
		press(state, 't', 'ctrl+u', ...days, ...keys, 'enter').state;

	it('is asked on one line, and says how many passports will not do', () => {
		const {trip: set, notice, typingTrip} = typed(batch(), '2027-02-01');
		// Six months, unless another rule is chosen.
		expect(set).toEqual(trip);
		expect(typingTrip).toBeUndefined();
		expect(notice).toMatchObject({
			kind: 'tripSet',
			params: {unfit: '1 expired, 1 not valid for the trip', isPast: false},
		});
	});

	it('does not count a picture that was not read among the passports read', () => {
		const bad = unreadRecord({path: '/p/bad.png', sha256: 'bad', failures: []});
		const state = typed(withRecords(valid, short, bad), '2027-02-01');
		expect(state.notice).toMatchObject({params: {unfit: '1 not valid for the trip'}});
		expect(typed(withRecords(valid, bad), '2027-02-01').notice).toMatchObject({params: {unfit: ''}, tone: 'good'});
	});

	it.each([
		[[], {on: trip.on, validFor: {months: 6, days: 0}}],
		[['tab'], {on: trip.on, schengen: {departure: trip.on}}],
		[['tab', 'tab'], {on: trip.on, validFor: {months: 0, days: 0}}],
		[['tab', 'tab', 'tab'], {on: trip.on, validFor: {months: 3, days: 0}}],
		[['tab', 'tab', 'tab', 'tab'], {on: trip.on, validFor: {months: 6, days: 0}}],
	])('has the rule that tab chooses: %j', (keys, wanted) => {
		expect(typed(batch(), '20270201', ...keys).trip).toEqual(wanted);
	});

	it.each(['reading', 'review', 'list', 'export'] as const)('is set on the screen %s', screen => {
		expect(typed({...batch(), screen}, '2027-02-01')).toMatchObject({screen, trip});
	});

	it('stays as it was after esc, and after enter without a change', () => {
		const schengen = {on: trip.on, validFor: {months: 6, days: 0}, schengen: {departure: trip.on}};
		expect(press(batch({trip: schengen}), 't', 'enter').state.trip).toBe(schengen);
		expect(press(batch({trip}), 't', 'ctrl+u', '2', 'esc').state.trip).toBe(trip);
		expect(press(batch(), 't', 'enter').state).toMatchObject({trip: undefined, notice: undefined});
	});

	it('is none any more when the line is emptied', () => {
		expect(typed(batch({trip}), '')).toMatchObject({trip: undefined, notice: {kind: 'tripNone'}});
	});

	it.each(['2027-02-30', '01/02/2027', 'soon', '2027-02-14 2027-02-01', '2027-02-01 2027-02-02 2027-02-03'])(
		'what is no such day stays to be put right: %s',
		days => {
			const state = typed(batch(), days);
			expect(state).toMatchObject({trip: undefined, notice: {kind: 'tripWrong'}, typingTrip: {edit: {text: days}}});
			expect(press(state, 'ctrl+u', ...'2027-02-01', 'enter').state.trip).toEqual(trip);
		},
	);

	it('says that it is over, where it is', () => {
		expect(typed(batch(), '2026-01-05').notice).toMatchObject({params: {isPast: true}});
	});

	it('goes into the file and into the command for a script', async () => {
		const {state, effects} = press(press(typed(batch(), '2027-02-01'), 'A', 'y').state, 'E');
		expect(effects).toContainEqual(expect.objectContaining({type: 'export', request: expect.objectContaining({trip})}));
		expect(scriptOf(state).flat().join(' ')).toContain('--valid-for 6m --on 2027-02-01 ');
	});

	it('is of one batch only, unless the command named it', () => {
		const next = (state: ShownState) => beginBatch(state, ['/q/a.png'], 'offline').state.trip;
		expect(next(typed(batch(), '2027-02-01'))).toBeUndefined();
		expect(next(batch({trip, tripOfCommand: trip}))).toBe(trip);
	});

	it('comes back with its batch', async () => {
		const app = openDrawn({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		await app.walk('t', ...'2027-02-01', 'enter');
		await app.waitFor('All passports read are valid for the trip.');
		await app.close();
		const again = openDrawn({folder: app.folder, resume: true, chosen: 'offline'});
		await again.waitFor('Picked up where you left off');
		expect(again.store.state().trip).toEqual(trip);
		await again.walk('t');
		await again.waitFor('2027-02-01');
		expect(again.screen().join('\n')).toContain('6 months longer');
	});

	it.each([
		['en', 80, 24],
		['zh', 80, 24],
		['en', 60, 16],
		['zh', 60, 16],
		['zh', 120, 40],
	] as const)('shows days and rule while they are typed, %s at %ix%i', async (language, columns, rows) => {
		const app = openDrawn({pictures: ['a.png'], paths: ['.'], chosen: 'offline', language, columns, rows});
		await app.waitFor('100 %');
		await app.walk('t', ...'2027-02-01 2027-02-14', 'tab');
		const {trip: text} = messages(language).validity;
		const line = app.screen().find(one => one.includes(text.days));
		expect(line).toContain('2027-02-01 2027-02-14');
		expect(line).toContain(text.rule('schengen'));
		app.expectFits();
		await app.walk('enter');
		// The date of issue is unknown, which is said and not guessed.
		await app.waitFor(messages(language).validity.parts(0, 0, 1));
		app.expectFits();
	});
});
