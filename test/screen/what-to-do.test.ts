import {expect, it} from 'vitest';
import {errorCodes} from '../../source/core/errors.ts';
import {reasonsToLook} from '../../source/core/passport/reasons-to-look.ts';
import {verdictLines} from '../../source/output/tables.ts';
import {detailLines} from '../../source/screen/features/review/review-detail.ts';
import {reviewHint} from '../../source/screen/features/review/review-status.ts';
import {layoutOf} from '../../source/screen/layout/review-layout-of.ts';
import {wrapSpans} from '../../source/screen/layout/spans.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {noticeText} from '../../source/screen/status.ts';
import {detailsOf} from '../../source/session/review/details.ts';
import {currentRecord} from '../../source/session/review/view-model.ts';
import {cellWidth} from '../../source/terminal/frame/cells.ts';
import {messages} from '../../source/text/index.ts';
import {sayFound, sayReason} from '../../source/text/reason.ts';
import {press, withRecords} from '../support/app-state.ts';
import {numbered, reading, recordOf} from '../support/records.ts';

const proven = recordOf('/p/a.png', {reading: reading(numbered(1))});
const doubtful = recordOf('/p/b.png', {sha256: 'b', reading: reading(numbered(2), [[1, 2]])});
const notice = {code: 'validity-unusual', field: 'expiry_date', params: {years: 12, usual: 10}, blocks: false} as const;
const withNotice = {...proven, passport: {...proven.passport, issues: [...proven.passport.issues, notice]}};

it('asks to compare only what is in doubt', () => {
	expect(proven.passport.status).toBe('clean');
	const said = detailsOf(withRecords(withNotice)).map(({text}) => text);
	expect(said.join('\n')).toContain('It would be valid for 12 years');
	expect(said.join('\n')).not.toMatch(/Compare/);
	expect(detailsOf(withRecords(doubtful)).map(({text}) => text)).toContainEqual(expect.stringMatching(/Compare/));
});

it('says so in the table of a command as well', () => {
	const lines = (record: typeof proven) => verdictLines(record.passport, 'x', undefined, messages('en'));
	expect(reasonsToLook(withNotice.passport)).toContainEqual(notice);
	expect(lines(withNotice)).toMatch(/valid for 12 years[^\n]*usual\.\n/);
	const checked = {...withNotice, passport: {...withNotice.passport, status: 'check' as const}};
	expect(lines(checked)).toContain('Compare the dates with the picture.');
});

it.each(['en', 'zh'] as const)(
	'says all that was found before what to do about it, where the room is small: %s',
	language => {
		const unseen = {code: 'unseen', field: 'passport_number', params: {line: 2, position: 42}, blocks: true} as const;
		const passport = {...doubtful.passport, status: 'check' as const, issues: [unseen]};
		const opened: ShownState = {...withRecords({...doubtful, passport}), language, size: {columns: 60, rows: 16}};
		const state = press(opened, 'k', 'k').state;
		const hint = reviewHint(state, currentRecord(state.review)!, false);
		const rows = wrapSpans(hint, 58, 2).map(row => row.map(({text}) => text).join(''));
		expect(rows.join('')).toContain(sayFound(messages(language).reasons, unseen));
		for (const row of rows) expect(cellWidth(row.trimEnd())).toBeLessThanOrEqual(58);
	},
);

it.each(['en', 'zh'] as const)('puts a blank before what to do where the language has one: %s', language => {
	const {reasons} = messages(language);
	for (const code of Object.keys(reasons) as (keyof typeof reasons)[]) {
		const said = sayReason(reasons, {code});
		const found = sayFound(reasons, {code});
		expect(said.startsWith(found)).toBe(true);
		if (language === 'en' && said !== found) expect(said[found.length]).toBe(' ');
		if (language === 'zh') expect(said.slice(found.length)).not.toMatch(/^ /);
	}
});

it('shows the sentences below the fields without what to do, where the value is good', () => {
	const state: ShownState = {...withRecords(withNotice), size: {columns: 120, rows: 40}};
	const there = press(state, ...Array(6).fill('j')).state;
	const lines = detailLines(there, currentRecord(there.review)!, layoutOf(there)!);
	expect(
		lines
			.flat()
			.map(({text}) => text)
			.join(''),
	).not.toContain('Compare');
});

it.each(['en', 'zh'] as const)('separates what happened from what to do as sentences are: %s', language => {
	const state = {...withRecords(), language};
	const known = {path: '/p/a.png', reason: 'X', limit: 9, format: 'HEIC'};
	const all = errorCodes.map(code => noticeText(state, {kind: 'error', code, details: known}));
	expect(all.filter(said => /\S {2}|。 /.test(said))).toEqual([]);
	const details = {path: '/p/list.xlsx', reason: 'EACCES'};
	expect(noticeText(state, {kind: 'error', code: 'NOT_WRITABLE', details})).toContain(
		language === 'en' ? '. Choose another folder.' : '。请选择其他文件夹。',
	);
});
