import {describe, expect, it} from 'vitest';
import type {ErrorCode, ErrorDetails} from '../../source/core/errors.ts';
import {keyNames} from '../../source/screen/keys/key-names.ts';
import {fitsStatus} from '../../source/screen/layout/fit.ts';
import {statusSpans} from '../../source/screen/status.ts';
import type {AppState} from '../../source/session/state.ts';
import {messages} from '../../source/text/index.ts';
import {shown, withRecords} from '../support/app-state.ts';
import {recordOf} from '../support/records.ts';

const folder = '/home/reception/Documents/Groups of 2026/Bangkok and Phuket with an extension/Passports of house A';
const folderZh =
	'/home/reception/文档/二〇二六年团队/曼谷与普吉岛延长行程（含半自助游及接送机安排）/甲号楼入住客人的护照照片与名单';

/** What the status line shows of a failure in a window of 80 columns, and whether it is all of it. */
function shownOf(language: AppState['language'], code: ErrorCode, details: ErrorDetails) {
	const notice = {kind: 'error', code, details} as const;
	const size = {columns: 80, rows: 24};
	const spans = statusSpans({...shown({...withRecords(recordOf('/p/1.png')), language, notice}), size}, '');
	return {said: spans.map(({text}) => text).join(''), whole: fitsStatus(spans, size)};
}

describe.each(['en', 'zh'] as const)('a failure at a file in folders of long names, in %s', language => {
	it.each([
		['NOT_WRITABLE', {reason: 'ENOSPC'}],
		['NOT_WRITABLE', {reason: 'EACCES'}],
		['NOT_WRITABLE', {reason: 'EROFS'}],
		['NOT_WRITABLE', {reason: 'EBUSY'}],
		['NOT_READABLE', {reason: 'EACCES'}],
		['FILE_NOT_FOUND', {}],
		['FILE_NOT_FOUND', {what: 'file'}],
	] as const)('says why and what to do, and names the file: %s %o', (code, more) => {
		for (const name of ['passports-2026-12-03.xlsx', '名单-第三批-2026-12-03.xlsx'])
			for (const place of [folder, folderZh]) {
				const details = {...more, path: `${place}/${name}`};
				const {said, whole} = shownOf(language, code, details);
				expect(said).toContain(messages(language).errors.nextInApp(code, details, keyNames(language))[0]);
				expect(said).toContain(name);
				expect(whole).toBe(true);
			}
	});

	it('says all of it also where the name of the file itself is long', () => {
		const name = `${'scan of the passport of a guest '.repeat(5)}0017.xlsx`;
		const {said, whole} = shownOf(language, 'NOT_WRITABLE', {reason: 'ENOSPC', path: `${folder}/${name}`});
		expect(said).toContain('17.xlsx');
		expect(whole).toBe(true);
	});

	it('keeps a path whole that leaves room for the rest', () => {
		const path = '/home/reception/Documents/list.xlsx';
		expect(shownOf(language, 'NOT_WRITABLE', {reason: 'ENOSPC', path}).said).toContain(path);
	});

	it('says of a name that cannot be opened what is said of a short path', () => {
		const details = {path: `/groups of \ufffd/${folder}/list.png`};
		const {said} = shownOf(language, 'FILE_NOT_FOUND', details);
		expect(said).toContain(messages(language).errors.nextInApp('FILE_NOT_FOUND', details, keyNames(language))[0]);
	});
});
