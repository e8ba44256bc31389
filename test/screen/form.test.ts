import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {parseTemplate} from '../../source/core/export/template/parse-template.ts';
import {settingsPath} from '../../source/core/settings/settings.ts';
import {exportPreview} from '../../source/session/export/preview.ts';
import {scriptOf} from '../../source/session/export/script-line.ts';
import {messages} from '../../source/text/index.ts';
import {press, update, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {walk} from '../support/lines.ts';
import {numbered, reading, recordOf} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const two = withRecords(
	...[0, 1].map(index =>
		recordOf(`/p/${index}.jpg`, {reading: reading(numbered(index)), sha256: `${index}`.padStart(64, '0')}),
	),
);
const opened = press(two, 'a', 'a', 'ctrl+e').state;
/** With the format chosen that is before the first one. */
const choosing = press(opened, 'left');

const desk =
	'## Desk\n{{number}};{{room|required}};{{arrival|date:dd.mm.yyyy}};{{note|or:none}};{{nationality|table:states}}\n';

const loaded = (state: typeof opened, tables: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map()) =>
	update(state, {
		type: 'formLoaded',
		name: state.exporting.form.name,
		loaded: {template: parseTemplate(desk, 'desk.template'), tables},
	}).state;

describe('a form in the export screen', () => {
	it('is loaded when the format is chosen, and again when another form is, or a value is typed', () => {
		expect(choosing.effects).toContainEqual({type: 'loadForm', name: 'manifest', values: {}, folder: opened.folder});
		const next = press(choosing.state, 'tab', 'right');
		expect(next.state.exporting.form).toMatchObject({name: 'alloggiati', loaded: undefined});
		expect(next.effects).toMatchObject([{type: 'loadForm', name: 'alloggiati'}]);
		const typed = press(loaded(next.state), 'f', 'j', 'enter', '5', 'enter');
		expect(typed.effects).toContainEqual(expect.objectContaining({type: 'loadForm', values: {room: '5'}}));
		expect(typed.effects).toContainEqual({type: 'saveSettings', change: {forms: {alloggiati: {room: '5'}}}});
	});

	it('names what is missing instead of writing, and goes to the first of it', () => {
		const state = loaded(choosing.state);
		expect(exportPreview(state, 5).rows).toEqual([['The form needs room, arrival, states.']]);
		const asked = press(state, 'enter');
		expect(asked.state).toMatchObject({screen: 'form', notice: {kind: 'formNeeds'}});
		expect(asked.state.exporting.form.cursor).toBe(1);
		expect(asked.effects).toEqual([]);
	});

	it('takes a whole day only, and an empty text for no value', () => {
		const form = press(loaded(choosing.state), 'f', 'j', 'j', 'enter', ...'1.2.2026', 'enter').state;
		expect(form).toMatchObject({notice: {kind: 'formDate'}, exporting: {form: {typing: {}}}});
		const kept = press(form, 'ctrl+u', ...'2026-11-30', 'enter').state;
		expect(kept.exporting.form.values.manifest).toEqual({arrival: '2026-11-30'});
		const emptied = press(kept, 'k', 'enter', 'ctrl+u', 'enter').state;
		expect(emptied.exporting.form.values.manifest).toEqual({});
	});

	it('shows the lines of the file, and the commands for the same from a script', () => {
		const values = {room: "5 'b'", arrival: '2026-11-30', states: 'states.csv'};
		const chosen = update(choosing.state, {type: 'formChosen', name: 'desk.template', values}).state;
		const state = loaded(chosen, new Map([['states', new Map([['UTO', '99']])]]));
		const preview = exportPreview(state, 5);
		expect(preview.heads).toEqual(['Desk']);
		expect(preview.rows[0]).toEqual(["L898902C3;5 'b';30.11.2026;none;99"]);
		const asked = press(state, 'enter');
		expect(asked.effects).toMatchObject([
			{type: 'export', request: {format: 'template', form: {name: 'desk.template', values}}},
		]);
		const written = update(asked.state, {type: 'exported', path: '/p/list.txt', rows: 2});
		expect(written.effects).toMatchObject([{change: {lastExport: {format: 'template', form: 'desk.template'}}}]);
		const [, script] = scriptOf(written.state);
		expect(script).toContain('--template desk.template');
		expect(script!.join(' ')).toContain('--set arrival=2026-11-30');
		expect(script!.join(' ')).not.toContain('--format');
	});

	it('that cannot be read says why, and is chosen no more after esc', () => {
		const problem = {code: 'FILE_NOT_FOUND', details: {path: 'gone.template'}} as const;
		const named = update(choosing.state, {type: 'formChosen', name: 'gone.template', values: {}}).state;
		const state = update(named, {type: 'formLoaded', name: 'gone.template', problem}).state;
		expect(exportPreview(state, 5).rows[0]![0]).toContain('gone.template');
		expect(press(state, 'enter').state).toMatchObject({screen: 'form', notice: {kind: 'error', ...problem}});
		expect(press(state, 'esc').state.exporting.form.name).toBe('manifest');
		// An answer about a form that is not chosen any more changes nothing.
		expect(
			update(choosing.state, {type: 'formLoaded', name: 'gone.template', problem}).state.exporting.form.problem,
		).toBe(undefined);
	});

	it('is no choice of a format that has none', () => {
		expect(press(opened, 'f').state).toMatchObject({screen: 'export', notice: {reason: 'noForm'}});
	});

	it.each(['en', 'zh'] as const)('is filled in with the keyboard, a path with tab, and written: %s', async language => {
		const app = openDrawn({language, pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		writeFileSync(join(app.folder, 'desk.template'), desk);
		writeFileSync(join(app.folder, 'states.csv'), 'UTO,99\n');
		const text = messages(language).app.export;
		await app.toReview();
		await app.walk('a', 'ctrl+e', 'left', 'f', 'enter', 'ctrl+u');
		app.type('des');
		await app.walk('tab');
		await app.waitFor('desk.template');
		await app.walk('enter');
		await app.waitFor('Desk');
		app.expectFits();
		await app.walk('j', 'enter');
		app.type('12');
		await app.walk('enter', 'enter');
		app.type('2026-11-30');
		await app.walk('enter', 'j', 'enter');
		app.type('sta');
		await app.walk('tab');
		await app.waitFor('states.csv');
		await app.walk('enter', 'esc');
		await app.waitFor('L898902C3;12;30.11.2026;none;99');
		await app.waitFor(text.form);
		app.expectFits();
		await app.walk('enter');
		await app.waitFor('--template desk.template');
		expect(readFileSync(join(app.folder, 'passports-2026-11-22.txt'), 'utf8')).toBe(
			'L898902C3;12;30.11.2026;none;99\n',
		);
	});
});

it('a form is asked for in lines, with what it needs, and its values are known the next time', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'desk.template'), '{{number}};{{room|required}};{{arrival|date:dd.mm.yyyy}}\n');
	const path = join(folder, 'desk.template');
	const answers = ['', 'template', join(folder, 'gone.template'), path, '', '12', '1.2.2026', '2026-11-30', ''];
	const {said} = await walk(['a.png'], answers, {folder});
	expect(said).toContain('gone.template');
	expect(said).toContain('The form needs room.');
	expect(said).toContain('1.2.2026 is not a date such as 2026-11-22.');
	expect(said).toContain(`--template ${path}`);
	expect(readFileSync(join(folder, 'passports-2026-11-22.txt'), 'utf8')).toBe('L898902C3;12;30.11.2026\n');
	expect(JSON.parse(readFileSync(settingsPath(join(folder, '.settings')), 'utf8')).forms[path]).toEqual({
		room: '12',
		arrival: '2026-11-30',
	});
});
