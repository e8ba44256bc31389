import {describe, expect, it} from 'vitest';
import {messages} from '../../source/text/index.ts';
import {listedRows} from '../../source/ui/batch-list/rows.ts';
import type {AppState} from '../../source/ui/state.ts';
import {questionText} from '../../source/ui/status.ts';
import {shownRecord} from '../../source/ui/validity-view.ts';
import {openApp} from '../support/app.ts';
import {press, withRecords} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {reading, recordOf, withExpiry} from '../support/records.ts';

const until = (expiry: string, index = 0) =>
	recordOf(`/p/${expiry}.png`, {reading: reading(withExpiry(expiry, index)), sha256: expiry});
const valid = until('320415', 0);
const expired = until('261121', 1);
const short = until('270731', 2);
const eva = 'P<UTOERIKSSON<<EVA'.padEnd(44, '<');
const trip = {on: {year: 2027, month: 2, day: 1}, validFor: {months: 6, days: 0}};

const batch = (changes: Partial<AppState> = {}): AppState => ({...withRecords(valid, expired, short), ...changes});
const names = (state: AppState) => listedRows(state).map(({path}) => path);

describe('a passport that has expired', () => {
	it('is proven all the same, and is among those that the list can show alone', () => {
		expect([valid, expired, short].map(({passport}) => passport.status)).toEqual(['clean', 'clean', 'clean']);
		const shown = (state: AppState) => names(press(state, 'l', 'f', 'f', 'f', 'f', 'f', 'f').state);
		expect(shown(batch())).toEqual([expired.path]);
		expect(shown(batch({trip}))).toEqual([expired.path, short.path]);
		// What is left out of the file is no matter any more.
		expect(shown(press(batch(), 'J', 'x').state)).toEqual([]);
	});

	it('is counted before all that are proven are accepted', () => {
		const asked = (state: AppState) => questionText(press(state, 'A').state);
		expect(asked(batch())).toBe('Accept all 3 proven passports (1 expired) without looking at each?');
		expect(asked(batch({trip}))).toBe(
			'Accept all 3 proven passports (1 expired, 1 not valid for the trip) without looking at each?',
		);
		expect(asked({...batch({trip}), language: 'zh'})).toContain('3 本已验证的护照（其中 1 本已过期，1 本不符合行程）');
		expect(asked(withRecords(valid))).toBe('Accept the one proven passport without looking at each?');
	});

	it('is valid again when its expiry is put right', () => {
		const digits = [...'2031-04-15'];
		const editing = press(batch(), 'J', 'j', 'j', 'j', 'j', 'j', 'j', 'e');
		expect(editing.state.editing?.key).toBe('expiry_date');
		const {state} = press(editing.state, 'ctrl+u', ...digits, 'enter', 'esc');
		expect(questionText(press(state, 'A').state)).not.toContain('expired');
	});

	it('is told with the reason of the trip, which never makes a field doubtful', () => {
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
		const app = openApp({
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
		expect(app.screen().join('\n')).toContain(messages(language).app.review.cleanBut(word).slice(0, 20));
		await app.walk('l');
		await app.waitFor(messages(language).list.heads.expiry);
		expect(app.screen().find(line => line.includes('b.png'))).toContain('2026-11-21 ◷');
		expect(app.screen().find(line => line.includes('a.png'))).not.toContain('◷');
		app.expectFits();
	});
});
