import {readdirSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {presets} from '../../source/core/export/column-sets.ts';
import {defaultFormat, exportFormats, formats} from '../../source/core/export/formats.ts';
import {groupNames} from '../../source/core/export/groups.ts';
import {exportOf} from '../../source/core/export/write.ts';
import {textOf} from '../../source/core/passport/judge/passport-status.ts';
import type {LastExport} from '../../source/core/settings/stored.ts';
import {shellRows} from '../../source/screen/layout/shell-rows.ts';
import {wrapSpans} from '../../source/screen/layout/spans.ts';
import {width} from '../../source/screen/layout/width.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {questionText, statusSpans} from '../../source/screen/status.ts';
import type {ExportRequest} from '../../source/session/effect.ts';
import {columnsOf, styleParts} from '../../source/session/export/column-choice.ts';
import {exportPreview} from '../../source/session/export/preview.ts';
import {scriptOf} from '../../source/session/export/script-line.ts';
import {commonFolder, exportLines, withLastExport} from '../../source/session/export/update.ts';
import {leftKindsTold} from '../../source/session/review/tally-view.ts';
import {exportRecords} from '../../source/session/review/view-model.ts';
import {messages} from '../../source/text/index.ts';
import {press, update, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {numbered, reading, recordOf} from '../support/records.ts';

const request = (...pressed: Parameters<typeof press>): ExportRequest | undefined => {
	const effect = press(...pressed).effects.find(({type}) => type === 'export');
	return effect?.type === 'export' ? effect.request : undefined;
};

/** The rows of the status line. */
const statusOf = (state: ShownState): readonly string[] =>
	wrapSpans(statusSpans(state, ''), state.size.columns - 2, 2).map(row => row.map(({text}) => text).join(''));

const three = withRecords(
	...[1, 2, 3].map(index =>
		recordOf(`/p/${index}.png`, {sha256: String(index).repeat(64), reading: reading(numbered(index))}),
	),
);

describe('writing at once', () => {
	it('takes what is accepted or edited, beside the pictures, under the day', () => {
		const asked = request(three, 'a', 'x', 'E', 'o');
		expect(asked).toMatchObject({format: 'excel', path: '/p/passports-2026-11-22.xlsx', ifExists: 'newName'});
		expect(asked?.records.map(({path}) => path)).toEqual(['/p/1.png']);
	});

	it('asks before it writes fewer people than were read, and writes all or only the accepted', () => {
		const failure = {path: '/p/bad.png', code: 'NO_PASSPORT_FOUND', details: {}} as const;
		const outcome = {kind: 'failed', failure, milliseconds: 1} as const;
		const items = [...three.reading.items, {path: '/p/bad.png', state: 'failed', outcome} as const];
		const asked = press({...three, reading: {...three.reading, items}}, 'a', 's', 'E');
		expect(asked.effects.map(({type}) => type)).not.toContain('export');
		expect(questionText(asked.state)).toBe(
			'1 accepted, 1 proven and not looked at, 1 skipped, 1 failed. Which are written?',
		);
		expect(questionText({...asked.state, language: 'zh'})).toContain('稍后再看 1 本');
		expect(request(asked.state, 'a')?.records).toHaveLength(3);
		for (const key of ['y', 'enter']) expect(press(asked.state, key)).toMatchObject({effects: [], state: asked.state});
		expect(request(asked.state, 'o')?.records.map(({path}) => path)).toEqual(['/p/1.png']);
		for (const key of ['n', 'esc', 'q']) {
			const left = press(asked.state, key);
			expect(left.effects).toEqual([]);
			expect(left.state.question).toBeUndefined();
		}
	});

	it('shows the number of rows beside the keys of the question, in both languages at 80 columns', async () => {
		for (const language of ['en', 'zh'] as const) {
			const pictures = ['1.png', '2.png', '3.png'];
			const app = openDrawn({language, pictures, paths: ['.'], chosen: 'offline'});
			await app.toReview();
			await app.walk('a', 'x', 'E');
			const footer =
				language === 'en' ? /a write all 2 +o only the 1 accepted +n esc no/ : /a 全部导出 2 本 +o 只导出已接受的 1 本/;
			await app.waitFor(footer);
			await app.walk('a');
			await app.waitFor(language === 'en' ? /2 rows written to/ : /已导出 2 行/);
			const said = app.screen().slice(-3, -1).join(' ').replaceAll(/\s+/g, '');
			expect(said).toContain(
				language === 'en'
					? '1accepted,1provenandnotlookedat.Leftout:1rejected.In'
					: '已接受1本，已验证但未查看1本）；未导出：已剔除1本',
			);
			app.expectFits();
		}
	});

	it('writes what is proven where nothing is accepted yet, after asking, and says why it cannot write only those', () => {
		const asked = press(three, 'E');
		expect(asked.effects).toEqual([]);
		expect(questionText(asked.state)).toBe('3 proven and not looked at. Which are written?');
		expect(press(asked.state, 'o').state).toMatchObject({notice: {reason: 'noneAccepted'}, question: {kind: 'rest'}});
		expect(request(asked.state, 'a')?.records).toHaveLength(3);
	});

	it('says how many rows there are of each kind, and what has none, also where the folder is long', () => {
		const asked = press(three, 'a', 'x', 'E', 'a').state;
		const path = `/home/anna/${'a long folder/'.repeat(20)}list.xlsx`;
		const {state} = update(asked, {type: 'exported', path, rows: 2});
		const said = wrapSpans(statusSpans(state, ''), 78, 2).flat();
		const text = said.map(span => span.text).join('');
		expect(text).toContain('2 rows written to list.xlsx: 1 accepted, 1 proven and not looked at.');
		expect(text).toContain('1 rejected.');
	});

	it('does not ask again about what is rejected', () => {
		expect(request(three, 'a', 'x', 'a', 'E')?.records).toHaveLength(2);
	});

	it('asks while pictures are still to be read', () => {
		const items = [...three.reading.items, {path: '/p/late.png', state: 'waiting'} as const];
		const {state} = press({...three, reading: {...three.reading, items, phase: 'running'}}, 'a', 'a', 'a', 'E');
		expect(questionText(state)).toBe('3 accepted, 1 still to be read. Which are written?');
	});

	it('asks before it leaves out a key column as the last list did, and can put it back', () => {
		const columns = {...three.exporting.columns, born: false, mrz: false};
		const {state} = press({...three, exporting: {...three.exporting, columns}}, 'a', 'a', 'a', 'E');
		expect(questionText(state)).toBe('As last time, the list is written without: born, age, MRZ. Write it so?');
		expect(questionText({...state, language: 'zh'})).toContain('不含：出生、年龄，机读码');
		expect(request(state, 'y')?.groups).not.toContain('born');
		expect(request(state, 'c')?.groups).toEqual(groupNames);
		expect(press(state, 'n').effects).toEqual([]);
	});

	it.each(['en', 'zh'] as const)('offers to replace the list that this session has written: %s', language => {
		const asked = press({...three, language}, 'a', 'a', 'a', 'E').state;
		const at = '/p/passports-2026-11-22-2.xlsx';
		const written = update(asked, {type: 'exported', path: at, rows: 3, modified: 5}).state;
		const again = press(written, 'E');
		expect(again.effects).toEqual([]);
		expect(questionText(again.state)).toContain('passports-2026-11-22-2.xlsx');
		expect(request(again.state, 'y')).toMatchObject({path: at, ifExists: 'replace', unchangedSince: 5});
		expect(press(again.state, 'enter')).toMatchObject({effects: [], state: {question: {kind: 'again'}}});
		expect(request(again.state, 'n')).toMatchObject({path: '/p/passports-2026-11-22.xlsx', ifExists: 'newName'});
		expect(press(again.state, 'esc')).toMatchObject({effects: [], state: {question: undefined}});
	});

	it('does not offer to replace a list of another format, folder or name', () => {
		const asked = press(three, 'a', 'a', 'a', 'E').state;
		for (const path of [
			'/p/passports-2026-11-22.csv',
			'/q/passports-2026-11-22.xlsx',
			'/p/mine.xlsx',
			'/p/passports-2026-11-22-x.xlsx',
		]) {
			const written = update(asked, {type: 'exported', path, rows: 3}).state;
			expect(request(written, 'E')).toMatchObject({path: '/p/passports-2026-11-22.xlsx', ifExists: 'newName'});
		}
	});

	const remembered = (columns: readonly string[], more: Partial<LastExport> = {}): ShownState => {
		const last: LastExport = {format: 'excel', columns, ...more};
		return {...three, exporting: withLastExport(three.exporting, last)};
	};
	const exported = (state: ShownState): ShownState =>
		update(state, {type: 'exported', path: '/p/passports-2026-11-22.xlsx', rows: 3}).state;
	const noticeOf = (state: ShownState) => statusOf(state).join('');
	const most = groupNames.filter(name => name !== 'sex' && name !== 'nationality');

	it('names in the notice every column that last time left out, in both languages', () => {
		const {state, effects} = press(remembered(most), 'a', 'a', 'a', 'E');
		expect(effects.map(({type}) => type)).toContain('export');
		expect(noticeOf(exported(state))).toContain('3 accepted. Without: sex, nationality. In /p');
		expect(noticeOf({...exported(state), language: 'zh'})).toContain('不含：性别，国籍；位于 /p');
		expect(noticeOf(exported(press(three, 'a', 'a', 'a', 'E').state))).not.toContain('Without');
	});

	it('names them before it writes, where it asks something anyway', () => {
		const {state} = press(remembered(most), 'a', 'E');
		expect(questionText(state)).toBe(
			'1 accepted, 2 proven and not looked at. Which are written? Without: sex, nationality.',
		);
	});

	it('names the key columns first, then as many others as fit, and brings all of them back with one key', () => {
		const {state} = press(remembered(['surname', 'given', 'expiry']), 'a', 'a', 'a', 'E');
		for (const language of ['en', 'zh'] as const) {
			const asked = {...state, language};
			const said = questionText(asked);
			expect(said).toMatch(language === 'en' ? /without: number, born, age, / : /不含：号码，出生、年龄，/);
			expect(statusOf(asked).join('')).toBe(said);
			expect(statusOf(asked).every(row => width(row.trimEnd()) <= 78)).toBe(true);
		}
		const small = {...state, size: {columns: 60, rows: 16}};
		expect(questionText(small)).toMatch(/without: number, born, age, .* and \d more\. Write it so\?$/);
		expect(statusOf(small).every(row => width(row.trimEnd()) <= 58)).toBe(true);
		const {effects, state: writing} = press(state, 'c');
		expect(effects).toMatchObject([{type: 'export', request: {groups: groupNames}}]);
		const saved = update(writing, {type: 'exported', path: '/p/list.xlsx', rows: 3}).effects;
		expect(saved).toMatchObject([{type: 'saveSettings', change: {lastExport: {columns: groupNames}}}]);
	});

	it('says that the days are written as last time, and in which format', () => {
		const dated = press(remembered(groupNames, {dates: 'month'}), 'a', 'a', 'a', 'E').state;
		expect(noticeOf(exported(dated))).toContain('Written as: dates as 22 NOV 2026.');
		const both = press(remembered(['surname'], {dates: 'slash', format: 'csv'}), 'a', 'a', 'a', 'E').state;
		expect(questionText(both)).toContain('Also: CSV, dates as 22/11/2026.');
		expect(questionText({...both, language: 'zh'})).toContain('另外：CSV，日期写作 22/11/2026。');
	});

	it('shows all that is left out at 80x24, however much there is to say, in both languages', () => {
		const folder = `/home/anna/${'a long folder/'.repeat(9)}`;
		const count = {accepted: 100, edited: 101, unproven: 102, clean: 103, check: 104, skipped: 105, rejected: 106};
		const {state} = press(remembered(['surname']), 'a', 'a', 'a', 'E', 'y');
		const sent = {...state.exporting.sent!, rows: count, left: {...count, twice: 107, failed: 108, waiting: 109}};
		for (const language of ['en', 'zh'] as const) {
			const path = `${folder}passports-2026-11-22.xlsx`;
			const notice = {kind: 'exported', path, rows: 300, sent, tone: 'look'} as const;
			const rows = statusOf({...state, notice, language});
			const said = rows.join('');
			const kept = messages(language).tally.short;
			for (const kind of leftKindsTold) expect(said).toContain(kept[kind](sent.left[kind]));
			expect(said).toContain(language === 'en' ? '300 rows' : '300 行');
			expect(rows.every(row => width(row.trimEnd()) <= 78)).toBe(true);
		}
	});

	it('shows the folder from its end where the whole does not fit', () => {
		const {state} = press(three, 'a', 'x', 'E', 'a');
		const path = `/home/anna/${'a long folder/'.repeat(9)}march/list.xlsx`;
		const said = noticeOf(update(state, {type: 'exported', path, rows: 2}).state);
		expect(said).toMatch(/Left out: 1 rejected\. In …[^…]*\/march$/);
	});

	it('asks whole questions at 80x24, with long names and many kinds of rows', () => {
		const {state} = press(three, 'a', 'E');
		const told = {
			accepted: 100,
			edited: 101,
			unproven: 102,
			clean: 103,
			check: 104,
			skipped: 105,
			failed: 106,
			waiting: 107,
		};
		const base = {writing: 'quick', answers: {}} as const;
		const first = `${'a very long name of a picture '.repeat(5)}.jpg`;
		const trip = {on: {year: 2040, month: 2, day: 1}};
		for (const language of ['en', 'zh'] as const) {
			for (const question of [
				{...base, kind: 'rest', told, all: 515, chosen: 201},
				{...base, kind: 'twice', rows: 100, left: 12, first, differing: 14},
				{...base, kind: 'columns', missing: groupNames},
			] as const) {
				const rows = statusOf({...state, question, language, trip});
				expect(rows.join('')).toMatch(/[?？]|not valid|有效期问题/);
				expect(rows.every(row => width(row.trimEnd()) <= 78)).toBe(true);
			}
		}
	});

	it('uses the format of the last time', () => {
		expect(request({...three, exporting: {...three.exporting, format: 'csv'}}, 'a', 'E', 'a')).toMatchObject({
			format: 'csv',
			path: '/p/passports-2026-11-22.csv',
		});
	});

	it('does not write twice while it writes', () => {
		expect(press(three, 'a', 'E', 'a', 'E', 'E').effects.filter(({type}) => type === 'export')).toHaveLength(1);
	});
});

describe('the dialog', () => {
	it('changes format and name together, rows one by one, and what happens to an existing file', () => {
		const opened = press(three, 'a', 'x', 'ctrl+e').state;
		expect(opened.exporting.file.text).toBe('passports-2026-11-22.xlsx');
		const asked = request(opened, 'right', 'tab', 'tab', 'right', 'right', 'space', 'space', 'enter');
		expect(asked).toMatchObject({format: 'csv', path: '/p/passports-2026-11-22.csv', ifExists: 'newName'});
		expect(asked?.records).toHaveLength(3);
	});

	it('takes a name with folders, one from home, and one without an ending', () => {
		const named = (text: string) => {
			const opened = press(three, 'a', 'ctrl+e').state;
			const file = {text, cursor: text.length};
			return request({...opened, exporting: {...opened.exporting, file}}, 'enter', 'o')?.path;
		};
		expect(named('list')).toBe('/p/list.xlsx');
		expect(named('/tmp/list.xlsx')).toBe('/tmp/list.xlsx');
		expect(named('~/list.xlsx')).toBe('/home/anna/list.xlsx');
		// A folder: the file gets its usual name there, and is not a hidden ".xlsx".
		expect(named('~/Desktop/')).toBe('/home/anna/Desktop/passports-2026-11-22.xlsx');
		expect(named('   ')).toBe('/p/passports-2026-11-22.xlsx');
	});

	it('refuses a name of another format, and stays on the name', () => {
		const opened = press(three, 'a', 'ctrl+e', 'right').state;
		const named = (text: string) => {
			const file = {text, cursor: text.length};
			return press({...opened, exporting: {...opened.exporting, file}}, 'enter');
		};
		const {state, effects} = named('group.xlsx ');
		expect(effects.map(({type}) => type)).not.toContain('export');
		expect(state).toMatchObject({screen: 'export', exporting: {focus: 'file', writing: 'no'}});
		expect(state.notice).toMatchObject({kind: 'misnamed', params: {file: 'group.xlsx', extension: '.csv'}});
		expect(press(named('group.csv').state, 'o').effects.map(({type}) => type)).toContain('export');
	});

	it('does not write without rows, and says why', () => {
		const {state, effects} = press(three, 'x', 'x', 'x', 'ctrl+e', 'enter');
		expect(effects.map(({type}) => type)).not.toContain('export');
		expect(state.notice).toEqual({kind: 'off', reason: 'noRows'});
	});
});

describe('columns, days, and a file that is there', () => {
	it('writes the columns that are chosen, days as wished, and remembers both', () => {
		const opened = press(three, 'a', 'ctrl+e').state;
		const {state, effects} = press(opened, 'tab', 'tab', 'tab', 'tab', 'right', 'space', 'tab', 'right', 'enter', 'o');
		const request = effects.find(({type}) => type === 'export');
		expect(request).toMatchObject({request: {dates: 'slash', groups: expect.not.arrayContaining(['surname'])}});
		const isSaving = ({type}: {readonly type: string}) => type === 'saveSettings';
		expect(effects.some(isSaving)).toBe(false);
		const exported = update(state, {type: 'exported', path: '/p/list.xlsx', rows: 1});
		const saved = exported.effects.find(isSaving);
		expect(saved).toMatchObject({change: {lastExport: {dates: 'slash', columns: expect.arrayContaining(['number'])}}});
		const written = {...state, exporting: {...state.exporting, written: {path: '/p/list.xlsx', rows: 1}}};
		const script = scriptOf(written).flat().join(' ');
		expect(script).toContain('--only number,given,');
		expect(script).toContain('--dates slash');
	});

	it('asks what becomes of a file only when there is one', () => {
		const opened = press(three, 'a', 'ctrl+e');
		const path = '/p/passports-2026-11-22.xlsx';
		expect(opened.effects).toContainEqual({type: 'lookAtFile', path});
		expect(press(opened.state, 'tab', 'tab').state.exporting.focus).toBe('rows');
		const there = update(opened.state, {type: 'fileThere', path, there: {path, size: 18_000, modified: 0}}).state;
		const asked = request(there, 'tab', 'tab', 'space', 'enter', 'o');
		expect(asked).toMatchObject({path, ifExists: 'replace'});
	});

	it.each(['en', 'zh'] as const)(
		'adds no passport twice to the list that is there, and says what is written otherwise: %s',
		async language => {
			const app = openDrawn({language, pictures: ['a.png', 'b.png'], paths: ['.'], chosen: 'offline'});
			await app.toReview();
			await app.walk('a', 'x', 'ctrl+e', 'enter', 'o');
			await app.waitFor(language === 'en' ? '1 row written' : '已导出 1 行');
			await app.walk('esc', 'a', 'ctrl+e');
			await app.waitFor(messages(language).app.export.append);
			await app.walk('tab', 'tab', 'right', 'right');
			await app.waitFor(`(•) ${messages(language).app.export.append}`);
			app.expectFits();
			await app.walk('tab', 'tab', 'right');
			await app.waitFor(language === 'en' ? '(•) tour list' : '(•) 旅游团名单');
			await app.walk('enter');
			await app.waitFor(language === 'en' ? '0 rows added to' : '已追加 0 行');
			// The list keeps the columns that it has.
			expect(app.screen().join('\n')).not.toMatch(/Written as|格式：/);
			await app.waitFor(language === 'en' ? '2 passports were in it already' : '其中已有 2 本护照');
			await app.waitFor('L898902C');
			await app.waitFor('--append');
			expect(readdirSync(app.folder).filter(name => name.endsWith('.xlsx'))).toHaveLength(1);
		},
	);

	for (const [columns, rows] of [
		[80, 24],
		[120, 40],
		[60, 16],
	] as const) {
		it(`shows the rows as they will be in the file: ${columns}x${rows}`, async () => {
			const app = openDrawn({columns, rows, pictures: ['anna.png'], paths: ['.'], chosen: 'offline'});
			await app.toReview();
			await app.walk('a', 'ctrl+e');
			await app.waitFor('anna.png  proven');
			await app.walk(...Array(7).fill('>'));
			await app.waitFor(/1974-08-12 .*UTO/);
			await app.walk('tab', 'tab', 'tab', 'tab', 'tab', 'right', 'right');
			await app.waitFor('12 AUG 1974');
			await app.walk('shift+tab', 'space');
			await app.waitFor(lines => !lines.some(line => line.includes('L898902C3')));
			await app.walk('enter');
			await app.waitFor('More pictures');
			// In the smallest window what can be done next is worth more than the command, and a command is shown whole.
			if (columns >= 120) {
				await app.waitFor('From a script: everything in the folder but what is rejected');
				await app.waitFor('--dates month');
			}
			app.expectFits();
			await app.walk('esc', 'E');
			await app.waitFor('As last time, the list is written without: number.');
			await app.walk('y');
			await app.waitFor('Replace passports');
			await app.walk('n');
			await app.waitFor('1 row written');
			expect(readdirSync(app.folder)).toContain('passports-2026-11-22-2.xlsx');
		});
	}
});

describe('the dialog that is left without a file', () => {
	it('drops every change that was made in it', () => {
		const before = press(three, 'a').state;
		const {format, rows, columns, dates, ifExists, file} = before.exporting;
		const opened = press(before, 'ctrl+e').state;
		const changed = press(
			opened,
			'right',
			'tab',
			'tab',
			'space',
			'tab',
			'right',
			'left',
			'tab',
			'space',
			'tab',
			'right',
		);
		expect(changed.state.exporting).toMatchObject({format: 'csv', dates: 'slash'});
		expect(changed.state.exporting.columns).not.toEqual(columns);
		const left = press(changed.state, 'esc');
		expect(left.state.exporting).toMatchObject({format, rows, columns, dates, ifExists, file});
		expect(left.effects).toEqual([]);
		expect(request(left.state, 'E', 'o')).toMatchObject({format: 'excel', dates: 'iso', groups: groupNames});
	});

	it.each(['en', 'zh'] as const)('offers every format with its hint and its extension: %s', async language => {
		const app = openDrawn({language, pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		await app.walk('a', 'ctrl+e');
		for (const id of exportFormats) {
			const {hint, name} = messages(language).app.export.formats[id];
			await app.waitFor(`(•) ${name}`);
			const drawn = app.screen().join('');
			expect(drawn.replaceAll(/\s+/g, '')).toContain(hint.replaceAll(/\s+/g, ''));
			expect(drawn).toContain(`passports-2026-11-22${formats[id].extension}`);
			app.expectFits();
			await app.walk('right');
		}
		await app.waitFor(`(•) ${messages(language).app.export.formats[defaultFormat].name}`);
	});

	it('names on the last screen every passport without an airline line, also where the list is written at once', () => {
		const exporting = {...three.exporting, format: 'docs-amadeus'} as const;
		const asked = press({...three, exporting}, 'a', 'a', 'a', 'E').state;
		const refused = three.review.records.slice(1).map(({path}) => ({path, why: 'Sex is missing'}));
		const {state} = update(asked, {type: 'exported', path: '/p/list.amadeus.txt', rows: 1, refused});
		expect(state.screen).toBe('done');
		expect(state.exporting.sent?.records).toEqual([expect.objectContaining({path: three.review.records[0]!.path})]);
		expect(state.exporting.sent?.rows.accepted).toBe(1);
		expect(state.exporting.written?.refused).toEqual(refused);
	});

	it('gives each passenger the number that the command gives them, also where only accepted ones have a line', () => {
		const copy = {...three.review.records[0]!, path: '/p/1-again.png'};
		const four = {...three, review: {...three.review, records: [...three.review.records, copy]}};
		const exporting = {...three.exporting, format: 'docs-amadeus'} as const;
		const accepted = press({...four, exporting}, 'a', 's', 'a').state;
		const asked = request(accepted, 'E', 'o')!;
		expect(asked.records.map(({path}) => path)).toEqual(['/p/1.png', '/p/2.png', '/p/3.png']);
		const {notChosen} = asked;
		const options = {format: 'docs-amadeus', words: messages('en').exported, today: three.today} as const;
		const {rows, refused, content} = exportOf(asked.records, {...options, notChosen});
		const lines = [...(content() as Iterable<string>)].join('').trim().split('\r\n');
		expect({rows, refused}).toEqual({rows: 2, refused: []});
		expect(lines.map(line => line.split('/').at(-1))).toEqual(['P1', 'P3']);
		expect(exportPreview(accepted, 5).rows.map(([line]) => line)).toEqual(lines);
		// The command refuses the one that no person has looked at.
		const byCommand = exportOf(accepted.review.records.slice(0, 3), options);
		expect(byCommand.refused.map(({path}) => path)).toEqual(['/p/2.png']);
		expect([...(byCommand.content() as Iterable<string>)].join('').trim().split('\r\n')).toEqual(lines);
		// A rejected one is no passenger.
		expect(request({...four, exporting}, 'a', 'x', 'a', 'E', 'o')!.records.map(({path}) => path)).toEqual([
			'/p/1.png',
			'/p/3.png',
		]);
	});

	it('asks for no columns that an airline line does not have', () => {
		const columns = {...three.exporting.columns, born: false, number: false};
		const exporting = {...three.exporting, columns, format: 'docs-sabre', dates: 'slash'} as const;
		const {state} = press({...three, exporting}, 'a', 'a', 'a', 'E');
		expect(state.question).toBeUndefined();
		expect(request(state)).toBeUndefined();
		expect(scriptOf(state).flat().join(' ')).not.toMatch(/--only|--dates/);
	});

	it('takes what it can of a list that a later version wrote', () => {
		const last = {format: 'parquet', columns: ['number'], dates: 'slash'} as const;
		const {exporting} = {...three, exporting: withLastExport(three.exporting, last)};
		expect(exporting).toMatchObject({format: defaultFormat, dates: 'slash', columns: {number: true, surname: false}});
	});

	it('keeps what was chosen once the file is written, and saves nothing of a file that could not be', () => {
		const opened = press(three, 'a', 'ctrl+e', 'right', 'enter', 'o').state;
		const failed = update(opened, {type: 'exportFailed', problem: {code: 'NOT_WRITABLE', details: {}}});
		expect(failed.effects).toEqual([]);
		expect(press(failed.state, 'esc').state.exporting.format).toBe('excel');
		const written = update(opened, {type: 'exported', path: '/p/list.csv', rows: 1});
		expect(written.effects).toMatchObject([{type: 'saveSettings', change: {lastExport: {format: 'csv'}}}]);
		expect(press(written.state, 'esc').state.exporting.format).toBe('csv');
	});

	it('says which key columns are not written while it is open', async () => {
		const app = openDrawn({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		await app.walk('a', 'ctrl+e', 'tab', 'tab', 'tab', 'tab', 'space');
		await app.waitFor('Without: number.');
	});

	it.each(['en', 'zh'] as const)('says of any column that it is missing, then and later: %s', async language => {
		const app = openDrawn({language, pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		const said = language === 'en' ? 'Without: sex.' : /不含：性别/;
		await app.toReview();
		await app.walk('a', 'ctrl+e', 'tab', 'tab', 'tab', 'tab', 'right', 'right', 'right', 'right', 'space');
		await app.waitFor(said);
		await app.walk('enter');
		await app.waitFor(language === 'en' ? 'More pictures' : messages('zh').app.done.more);
		await app.waitFor(said);
		await app.walk('esc', 'E');
		await app.waitFor(language === 'en' ? 'Replace passports' : '替换之前导出的');
		await app.walk('y');
		await app.waitFor(language === 'en' ? '1 row written' : '已导出 1 行');
		await app.waitFor(said);
		app.expectFits();
	});
});

describe('sets of columns', () => {
	const opened = press(three, 'a', 'a', 'a', 'ctrl+e').state;
	const withSaved = update(opened, {
		type: 'settings',
		settings: {accountStored: false, columnSets: {'my-visa': {columns: [{key: 'sex', head: 'Sexe'}]}}},
	}).state;

	it('are chosen by the keyboard, shown as they will be in the file, and written', () => {
		const brief = press({...opened, exporting: {...opened.exporting, focus: 'set'}}, 'right', 'right', 'right').state;
		expect(brief.exporting.set).toBe('brief');
		expect(exportPreview(brief, 1).heads).toEqual(presets.brief.columns.map(({head}) => head(messages('en').exported)));
		expect(request(brief, 'enter')).toMatchObject({set: 'brief'});
		expect(
			scriptOf(update(press(brief, 'enter').state, {type: 'exported', path: '/p/a.xlsx', rows: 3}).state)[1],
		).toContain('--columns brief');
	});

	it('that were saved by name are among them, and are remembered', () => {
		const own = press({...withSaved, exporting: {...withSaved.exporting, focus: 'set'}}, 'left').state;
		expect(own.exporting.set).toBe('my-visa');
		expect(exportPreview(own, 1)).toEqual({heads: ['Sexe'], rows: [['F']]});
		const {state} = press(own, 'enter');
		const saved = update(state, {type: 'exported', path: '/p/a.xlsx', rows: 3}).effects;
		expect(saved).toMatchObject([{type: 'saveSettings', change: {lastExport: {set: 'my-visa'}}}]);
		expect(withLastExport(withSaved.exporting, {format: 'excel', set: 'my-visa'}).set).toBe('my-visa');
		expect(withLastExport(opened.exporting, {format: 'excel', set: 'gone'}).set).toBe('default');
	});

	it('are chosen, ordered, renamed and saved under a name, and the file has them so', () => {
		const columns = press({...opened, exporting: {...opened.exporting, set: 'brief'}}, 'c').state;
		expect(columns.screen).toBe('columns');
		// The passport number first, under another head; the remarks not at all.
		const typed = [...'Nr'];
		const edited = press(
			columns,
			'j',
			'K',
			'e',
			'ctrl+u',
			...typed,
			'enter',
			'G',
			'g',
			'j',
			'j',
			'j',
			'j',
			'j',
			'space',
		).state;
		expect(press(edited, 'enter', 'enter').state.notice).toMatchObject({kind: 'setNotNamed', tone: 'bad'});
		const named = (name: string) => press(edited, 's', ...name, 'enter');
		expect(named('brief').state.notice).toMatchObject({kind: 'setNotNamed'});
		const {state, effects} = named('签证');
		const keys = ['passport_number', 'full_name', 'holder_country_code', 'birth_date', 'expiry_date'];
		const set = {columns: keys.map((key, place) => (place === 0 ? {key, head: 'Nr'} : {key}))};
		expect(effects).toContainEqual({type: 'saveSettings', change: {columnSets: {签证: set}}});
		expect(state).toMatchObject({screen: 'export', exporting: {set: '签证'}});
		expect(exportPreview(state, 1).heads.slice(0, 2)).toEqual(['Nr', 'Name']);
		const script = (after: ShownState) =>
			scriptOf(update(press(after, 'enter').state, {type: 'exported', path: '/p/a.xlsx', rows: 3}).state)[1]!.join(' ');
		expect(script(state)).toContain("--columns '签证'");
		// Left with esc they stay as they were saved; opened again they are as they were changed.
		const again = press(press(state, 'c', 'space').state, 'esc').state;
		expect(again.exporting.savedSets.签证).toEqual(set);
		expect(again.notice).toMatchObject({kind: 'columnsLeft'});
		const chosen = (after: ShownState) => after.exporting.editor?.columns.filter(one => one.chosen);
		expect(chosen(press(again, 'c').state)).toHaveLength(4);
		expect(chosen(press(state, 'c', 'esc', 'c').state)).toHaveLength(5);
		expect(press(state, 'c', 'esc').state.notice).toBeUndefined();
		const other = {...again, exporting: {...again.exporting, set: 'brief'}};
		expect(chosen(press(other, 'c').state)?.map(({key}) => key)).not.toEqual(chosen(press(again, 'c').state));
	});

	it('stay in their places when their marks go and come, and move past those without', () => {
		const columns = press({...opened, exporting: {...opened.exporting, set: 'brief'}}, 'c').state;
		const keysOf = (after: ShownState) => after.exporting.editor!.columns.map(({key}) => key);
		const off = press(columns, 'j', 'space').state;
		expect(keysOf(off)).toEqual(keysOf(columns));
		expect(off.exporting.editor!.columns[1]!.chosen).toBe(false);
		expect(press(off, 'k', 'space').state.exporting.editor!.columns).toEqual(columns.exporting.editor!.columns);
		const [first, second, third] = keysOf(off);
		expect(keysOf(press(off, 'g', 'J').state).slice(0, 3)).toEqual([second, third, first]);
		expect(keysOf(press(off, 'K').state).slice(0, 3)).toEqual([third, first, second]);
		expect(press(off, 'g', 'K').state.exporting.editor!.columns).toEqual(off.exporting.editor!.columns);
	});

	it('have the style of days that they were saved with, which is gone with them', () => {
		const month = press({...opened, exporting: {...opened.exporting, focus: 'dates'}}, 'left').state;
		const {state, effects} = press(month, 'c', 'enter', ...'mine', 'enter');
		expect(effects[0]).toMatchObject({change: {columnSets: {mine: {dates: 'month'}}}});
		const {savedSets} = state.exporting;
		const usual = {...opened, exporting: {...opened.exporting, savedSets, focus: 'set', set: 'original'}} as const;
		const chosen = press(usual, 'right').state;
		expect(chosen.exporting).toMatchObject({set: 'mine', dates: 'month'});
		expect(exportPreview(chosen, 1).rows[0]).toContain('12 AUG 1974');
		const script = (after: ShownState) =>
			scriptOf(update(press(after, 'enter').state, {type: 'exported', path: '/p/a.xlsx', rows: 3}).state)[1]!.join(' ');
		expect(script(chosen)).toContain('--columns mine');
		expect(script(chosen)).not.toContain('--dates');
		expect(press(chosen, 'right').state.exporting).toMatchObject({set: 'default', dates: 'iso'});
		expect(press(chosen, 'right', 'left', 'left').state.exporting.dates).toBe('iso');
		// What was chosen besides holds from then on.
		const other = press({...chosen, exporting: {...chosen.exporting, focus: 'dates'}}, 'right').state;
		expect(script(other)).toContain('--columns mine --dates iso');
		expect(press(chosen, 'c', 'D').state.exporting).toMatchObject({set: 'default', dates: 'iso'});
		const slash = {...other.exporting, focus: 'set', dates: 'slash'} as const;
		expect(press({...other, exporting: slash}, 'right').state.exporting).toMatchObject({dates: 'slash'});
		const inOneGo = update(usual, {type: 'listChosen', choices: {set: 'mine', dates: 'slash'}}).state;
		expect(inOneGo.exporting).toMatchObject({set: 'mine', dates: 'slash'});
	});

	it('are deleted under their name, and saved again as long as they are shown', () => {
		const set = {columns: [{key: 'sex', head: 'S'}, {key: 'full_name'}], header: 'zh'} as const;
		const savedSets = {签证: set, other: set};
		const chosen = {...opened, exporting: {...opened.exporting, savedSets, set: '签证'}};
		const deleted = press(press(chosen, 'c').state, 'D');
		expect(deleted.effects).toContainEqual({type: 'saveSettings', change: {columnSets: {other: set}}});
		expect(deleted.state).toMatchObject({notice: {kind: 'setDeleted'}, exporting: {set: 'default'}});
		const left = press(deleted.state, 'esc').state;
		expect(Object.keys(left.exporting.savedSets)).toEqual(['other']);
		// The name and the style are still known.
		expect(press(deleted.state, 'enter', 'enter').state.exporting.savedSets).toEqual({other: set, 签证: set});
		for (const name of ['default', 'brief']) {
			const preset = press({...chosen, exporting: {...chosen.exporting, set: name}}, 'c').state;
			const asked = press(preset, 'D').state;
			expect(asked).toMatchObject({notice: {reason: 'columnsNotSaved'}, exporting: {savedSets}});
		}
	});

	it('keep their columns where there are none of their own to choose', () => {
		for (const change of [{set: 'original'}, {format: 'docs-amadeus' as const}]) {
			const {state} = press({...opened, exporting: {...opened.exporting, ...change}}, 'c');
			expect(state).toMatchObject({screen: 'export', notice: {reason: 'fixedColumns'}});
		}
		const none = press(opened, 'c', ...opened.review.records.flatMap(() => [])).state;
		const emptied = none.exporting.editor!.columns.map(column => ({...column, chosen: false}));
		const asked = press(
			{...none, exporting: {...none.exporting, editor: {columns: emptied, opened: emptied, cursor: 0}}},
			'enter',
		);
		expect(asked.state.notice).toMatchObject({reason: 'noColumns'});
	});

	it.each(['en', 'zh'] as const)(
		'are shown with the first row beside them, and typed in a line: %s',
		async language => {
			const app = openDrawn({language, pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
			await app.toReview();
			await app.walk('a', 'ctrl+e', 'c');
			await app.waitFor(/\[x\] .*ERIKSSON/);
			// The longest name is whole.
			await app.walk(...Array.from({length: 32}, () => 'j'));
			await app.waitFor(messages(language).exported.columns.given_name_printed);
			await app.walk('s');
			app.type('my-visa');
			await app.waitFor(/my-visa/);
			expect(app.cursor()).toMatchObject({visible: true});
			await app.walk('enter');
			await app.waitFor('(•) my-visa');
			app.expectFits();
		},
	);

	it('are written in a style of heads, names and states, which the script and the next session have', () => {
		const styled = press(
			{...opened, exporting: {...opened.exporting, set: 'brief', focus: 'style'}},
			'space',
			'space',
		).state;
		const all = press(styled, 'right', 'space', 'space', 'right', 'space').state;
		expect(all.exporting.style).toEqual({header: 'both', names: 'title', countries: 'name'});
		const {heads, rows} = exportPreview(all, 1);
		expect(heads[0]).toBe('Name 英文姓名');
		expect(rows[0]![0]).toMatch(/^Eriksson Anna Maria/);
		const written = update(press(all, 'enter').state, {type: 'exported', path: '/p/a.xlsx', rows: 3});
		expect(scriptOf(written.state)[1]!.join(' ')).toContain('--header both --names title --countries name');
		const lastExport = {format: 'excel', set: 'brief', header: 'both', names: 'title', countries: 'name'};
		expect(written.effects).toMatchObject([{change: {lastExport}}]);
		expect(withLastExport(opened.exporting, lastExport as LastExport).style).toEqual(all.exporting.style);
		expect(request(all, 'enter')?.style).toEqual(all.exporting.style);
	});

	it('have in CSV the character between values, and what keeps Excel from changing them, also with the original columns', () => {
		const csv = press({...opened, exporting: {...opened.exporting, focus: 'format'}}, 'right').state;
		const zeros = csv.review.records.map(record => ({
			...record,
			passport: {
				...record.passport,
				fields: record.passport.fields.map(field =>
					field.key === 'passport_number' ? {...field, value: '00264023'} : field,
				),
			},
		}));
		for (const set of ['brief', 'original']) {
			const onStyle = {...csv, exporting: {...csv.exporting, set, focus: 'style'}} as const;
			const back = press(onStyle, 'left', 'left');
			const all = press(back.state, 'space', 'right', 'space').state;
			expect(all.exporting.style).toEqual({delimiter: 'semicolon', excelSafe: true});
			expect(request(all, 'enter')?.style).toEqual(all.exporting.style);
			expect(exportPreview(all, 1, zeros).rows[0]).toContain('="00264023"');
			expect(exportPreview(back.state, 1, zeros).rows[0]).toContain('00264023');
			const written = update(press(all, 'enter').state, {type: 'exported', path: '/p/a.csv', rows: 3});
			expect(scriptOf(written.state)[1]!.join(' ')).toContain("--delimiter ';' --excel-safe");
			const lastExport = {format: 'csv', delimiter: 'semicolon', excelSafe: true};
			expect(written.effects).toMatchObject([{change: {lastExport}}]);
			expect(withLastExport(opened.exporting, lastExport as LastExport).style).toEqual(all.exporting.style);
			const excel = press({...all, exporting: {...all.exporting, focus: 'format'}}, 'left').state;
			expect(
				scriptOf(update(press(excel, 'enter').state, {type: 'exported', path: '/p/a.xlsx', rows: 3}).state)[1]!.join(
					' ',
				),
			).not.toMatch(/delimiter|safe/);
		}
	});

	it('have families side by side where that is chosen, in the preview, the file and the command', () => {
		const named = [
			['LIN', 'MEI', '1990-01-01'],
			['WU', 'TAO', '1980-02-02'],
			['LIN', 'YU', '1992-03-03'],
		] as const;
		const records = opened.review.records.map((record, index) => {
			const [surname_english, given_name_english, birth_date] = named[index]!;
			const values: Readonly<Record<string, string>> = {
				surname_english,
				given_name_english,
				birth_date,
				passport_number: `N000000${index}`,
			};
			const fields = record.passport.fields.map(field => ({...field, value: values[field.key] ?? field.value}));
			return {...record, passport: {...record.passport, fields}};
		});
		const family = {...opened, review: {...opened.review, records}};
		const given = (state: ShownState) =>
			exportRecords(state).map(({passport}) => textOf(passport.fields, 'given_name_english'));
		expect(given(family)).toEqual(['MEI', 'TAO', 'YU']);
		const onStyle = {...family, exporting: {...family.exporting, focus: 'style'}} as const;
		const together = press(onStyle, 'right', 'right', 'right', 'right', 'space').state;
		expect(together.exporting.style).toEqual({families: true});
		expect(given(together)).toEqual(['MEI', 'YU', 'TAO']);
		expect(exportPreview(together, 3).rows.map(row => row.includes('TAO'))).toEqual([false, false, true]);
		const written = update(press(together, 'enter').state, {type: 'exported', path: '/p/a.xlsx', rows: 3});
		expect(scriptOf(written.state)[1]).toContain('--families');
		expect(written.effects).toMatchObject([{change: {lastExport: {families: true}}}]);
		// An airline's lines have an order of their own.
		const airline = {...together, exporting: {...together.exporting, format: 'docs-amadeus'}} as const;
		expect(given(airline)).toEqual(['MEI', 'TAO', 'YU']);
	});

	it('leave no line that does nothing: an airline has no columns, JSON no style of days', () => {
		const lines = (change: Partial<typeof opened.exporting>) => exportLines({...opened.exporting, ...change});
		expect(lines({})).toEqual(['format', 'file', 'rows', 'set', 'columns', 'dates', 'style']);
		expect(lines({set: 'brief'})).toEqual(['format', 'file', 'rows', 'set', 'dates', 'style']);
		const savedSets = {short: {columns: [{key: 'full_name'}]}, long: {columns: [{key: 'mrz_line2'}]}};
		const masks = (change: Partial<typeof opened.exporting>) =>
			styleParts({...opened.exporting, savedSets, ...change}).includes('optional');
		// Only the lines of the MRZ have optional data to mask.
		expect(['default', 'brief', 'visa-group', 'short', 'long'].map(set => masks({set}))).toEqual([
			true,
			false,
			false,
			false,
			true,
		]);
		expect(masks({columns: {...opened.exporting.columns, mrz: false}})).toBe(false);
		const full = {...opened.exporting, savedSets, style: {optional: 'full' as const}};
		expect(columnsOf(full).style).toEqual({optional: 'full'});
		expect(columnsOf({...full, set: 'short'}).style).toEqual({});
		expect(lines({set: 'original'})).toEqual(['format', 'file', 'rows', 'set']);
		expect(lines({format: 'json'})).toEqual(['format', 'file', 'rows', 'set', 'columns', 'style']);
		expect(lines({format: 'docs-amadeus'})).toEqual(['format', 'file', 'rows', 'letters', 'singleName']);
	});

	it('show the lines of an airline as they will be in the file', () => {
		const airline = {...opened, exporting: {...opened.exporting, format: 'docs-amadeus' as const}};
		const {heads, rows} = exportPreview(airline, 3);
		expect(heads).toEqual(['Amadeus']);
		expect(rows[0]![0]).toMatch(/^SRDOCSYYHK1-P-UTO-/);
		expect(rows).toHaveLength(3);
	});
});

describe('a person with one name in airline lines', () => {
	const alone = withRecords(
		recordOf('/p/anna.png'),
		recordOf('/p/alone.png', {
			sha256: '2'.repeat(64),
			reading: reading(['P<CHNERIKSSON<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', numbered(1)[1].replace('UTO', 'CHN')]),
		}),
	);
	const airline = press(alone, 'a', 'a', 'ctrl+e', 'right', 'right', 'right', 'right').state;
	const onLine = press(airline, ...Array.from({length: 4}, () => 'tab')).state;
	const typed = (text: string) => update(onLine, {type: 'reported', field: 'singleName', value: text}).state;

	it('has a line once it is said what the carrier wants, in the preview, the file and the script', () => {
		const last = (state: ShownState) => exportPreview(state, 2).rows.at(-1)![0];
		expect(onLine.exporting.focus).toBe('singleName');
		expect(last(onLine)).toContain('alone.png: the passport has one name');
		expect(last(typed('fnu'))).toMatch(/-ERIKSSON-FNU\/P2$/);
		const asked = press(typed(' fnu '), 'enter').state;
		expect(request(typed(' fnu '), 'enter')).toMatchObject({singleName: 'FNU', countryLetters: 3});
		const written = update(asked, {type: 'exported', path: '/p/a.amadeus.txt', rows: 2});
		expect(scriptOf(written.state)[1]!.join(' ')).toContain('--format docs-amadeus --single-name FNU');
		const {effects} = written;
		expect(effects).toMatchObject([{type: 'saveSettings', change: {lastExport: {singleName: 'FNU', letters: 3}}}]);
		const again = withLastExport(three.exporting, {format: 'docs-sabre', singleName: 'FNU', letters: 2});
		expect(again).toMatchObject({singleName: {text: 'FNU'}, letters: 2});
		const sabre = press({...alone, exporting: again}, 'a', 'a', 'E').state;
		const asNow = request({...alone, exporting: again}, 'a', 'a', 'E');
		expect(asNow).toMatchObject({singleName: 'FNU', countryLetters: 2});
		const done = update(sabre, {type: 'exported', path: '/p/a.sabre.txt', rows: 2}).state;
		expect(statusOf(done).join('')).toMatch(/States CN, One ?name FNU/);
	});

	it('is not written with what cannot be in a line', () => {
		for (const text of ['F-U', '张', 'F  U', '1']) {
			const asked = press({...typed(text), exporting: {...typed(text).exporting, focus: 'format'}}, 'enter');
			expect(asked.effects, text).toEqual([]);
			expect(asked.state).toMatchObject({
				notice: {kind: 'singleName', params: {text}},
				exporting: {focus: 'singleName'},
			});
		}
		expect(request(typed('  '), 'enter')).toMatchObject({singleName: undefined});
	});

	it('changes nothing where the list is not of airline lines', () => {
		const typedCsv = {...typed('1').exporting, focus: 'format', letters: 2} as const;
		const csv = press({...airline, exporting: typedCsv}, 'left', 'left', 'left').state;
		expect(request(csv, 'enter')).toMatchObject({format: 'csv'});
		const {state} = update(press(csv, 'enter').state, {type: 'exported', path: '/p/a.csv', rows: 2});
		expect(scriptOf(state).flat().join(' ')).not.toMatch(/single-name|country-letters/);
	});

	it('has states in two or three letters', () => {
		const two = press(airline, 'tab', 'tab', 'tab', 'space').state;
		expect(two.exporting).toMatchObject({focus: 'letters', letters: 2});
		expect(request(two, 'enter')).toMatchObject({countryLetters: 2});
		const {state} = update(press(two, 'enter').state, {type: 'exported', path: '/p/a.amadeus.txt', rows: 2});
		expect(scriptOf(state)[1]!.join(' ')).toContain('--country-letters 2');
	});

	it.each([
		['en', 80, 24],
		['zh', 120, 40],
	] as const)('is typed where the cursor is: %s %dx%d', async (language, columns, rows) => {
		const app = openDrawn({language, columns, rows, pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		await app.walk('a', 'ctrl+e', 'right', 'right', 'right', 'right', 'tab', 'tab', 'tab', 'tab');
		app.type('LNU');
		await app.waitFor(/ LNU/);
		const {y, visible} = app.cursor();
		expect(visible).toBe(true);
		expect(app.screen()[y]).toMatch(/ LNU/);
		app.expectFits();
	});
});

describe('the name of the file', () => {
	const named = (text: string) => {
		const opened = press(three, 'a', 'ctrl+e', 'tab').state;
		return update(opened, {type: 'reported', field: 'file', value: text}).state;
	};

	it('decides the format where it ends in that of another one', () => {
		expect(request(named('guests.csv'), 'enter', 'o')).toMatchObject({format: 'csv', path: '/p/guests.csv'});
		expect(request(named('guests.JSON'), 'enter', 'o')).toMatchObject({format: 'json', path: '/p/guests.JSON'});
	});

	it('gets the extension of the format behind whatever else it ends in', () => {
		expect(request(named('group.march'), 'enter', 'o')).toMatchObject({format: 'excel', path: '/p/group.march.xlsx'});
		expect(request(named('no. 5'), 'enter', 'o')).toMatchObject({path: '/p/no. 5.xlsx'});
	});

	it('is seen at its end while it is typed, with the folder that it leads to', async () => {
		const app = openDrawn({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		await app.walk('a', 'ctrl+e', 'tab', 'ctrl+u');
		app.type('/srv/a folder with a rather long name/guests');
		await app.waitFor(/name\/guests .*in .*rather long name/);
		app.expectFits();
	});

	it('says of a CSV what Excel makes of it', async () => {
		const app = openDrawn({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		await app.walk('a', 'ctrl+e', 'right');
		await app.waitFor('zeros');
	});
});

describe('the folder of the list', () => {
	it('is the one that holds all pictures', () => {
		expect(commonFolder(['/a/b/1.png', '/a/b/2.png'], '/')).toBe('/a/b');
		expect(commonFolder(['/a/b/1.png', '/a/bc/2.png'], '/')).toBe('/a');
		expect(commonFolder(['/a/1.png', '/b/2.png'], '/')).toBe('/');
		expect(commonFolder([], '/here')).toBe('/here');
	});
});

describe('the command for a script', () => {
	it('is what a shell reads back, in rows that fit', () => {
		const state: ShownState = {
			...withRecords(recordOf("/home/anna/pictures/it's march/1.png")),
			exporting: {...three.exporting, written: {path: "/home/anna/pictures/it's march/list.xlsx", rows: 1}},
		};
		const lines = scriptOf(state).flatMap(parts => shellRows(parts, 60));
		expect(lines.every(line => line.length <= 60)).toBe(true);
		expect(lines.join('\n')).toContain(`--dir 'it'\\''s march' \\`);
		expect(lines.join('\n')).toContain(`--output 'it'\\''s march/list.xlsx'`);
	});

	it('takes rejected ones, and the MRZ alone, where the session did', () => {
		const plain = scriptOf(three).flat().join(' ');
		expect(plain).not.toMatch(/--rejected|--no-printed/);
		const rows = {...three.exporting.rows, rejected: true};
		const [read, write] = scriptOf({...three, mrzAlone: true, exporting: {...three.exporting, rows}}).map(parts =>
			parts.join(' '),
		);
		expect(read).toContain('--engine offline --no-printed');
		expect(write).toContain('--rejected');
	});
});
