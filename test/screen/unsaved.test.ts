import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {lastWords} from '../../source/screen/last-words.ts';
import {fitsStatus} from '../../source/screen/layout/fit.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {press, shown, update, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {recordOf} from '../support/records.ts';

/** The file of another program, which is never written over, is where the result would be kept. */
async function openBeside() {
	const app = openDrawn({pictures: ['1.png', '2.png'], chosen: 'offline'});
	const foreign = join(app.folder, '1.json');
	writeFileSync(foreign, '"not ours"');
	writeFileSync(join(app.folder, '1.png.json'), '"not ours"');
	await app.loaded();
	app.choose('start');
	await app.waitFor('0 of 2 chosen');
	await app.walk('a', 'enter');
	return {app, foreign};
}

describe('a result that cannot be kept beside its picture', () => {
	it('is shown with its reason, and leaving asks before it is lost', async () => {
		const {app} = await openBeside();
		await app.waitFor(/"1\.\S*json" belongs to another program/);
		await app.toReview();
		await app.walk('q');
		await app.waitFor('passport-ocr  Reading');
		await app.walk('q');
		await app.waitFor('passport-ocr  Choose pictures');
		await app.walk('q');
		await app.waitFor('Quit');
		await app.walk('q');
		await app.waitFor('1 result could not be kept and will be lost. Quit without exporting?');
		await app.walk('n');
		expect(app.screen().join('\n')).not.toContain('will be lost');
	});

	it('is kept after all when the session ends and what was in the way is gone', async () => {
		const {app, foreign} = await openBeside();
		await app.waitFor('belongs to another program');
		await app.waitFor('100 %');
		rmSync(foreign);
		rmSync(join(app.folder, '1.png.json'));
		await app.close();
		const kept = [foreign, join(app.folder, '1.png.json')].find(existsSync);
		expect(readFileSync(kept!, 'utf8')).toContain('"passport_ocr"');
	});
});

describe('the notice of a result that cannot be kept', () => {
	it.each(['en', 'zh'] as const)('says what to do in a small window, however long the reason is: %s', language => {
		const path = '/p/a passport of a person with a very long name indeed, scanned twice.json';
		for (const reason of ['ENOSPC', 'EROFS', 'FOREIGN', 'EACCES']) {
			const problem = {code: 'NOT_WRITABLE', details: {path, reason}} as const;
			const {state} = update({...withRecords(recordOf('/p/1.png')), language}, {type: 'unsaved', path, problem});
			const size = {columns: 80, rows: 24};
			const spans = statusSpans({...shown(state), size}, '');
			const said = spans.map(({text}) => text).join('');
			expect(said).toContain(language === 'en' ? 'export first.' : '请先导出。');
			expect(said).not.toContain('。 ');
			expect(fitsStatus(spans, size)).toBe(true);
		}
	});
});

describe('leaving', () => {
	const read = withRecords(recordOf('/p/1.png'));
	const problem = {code: 'NOT_WRITABLE', details: {path: '/p/1.json', reason: 'ENOSPC'}} as const;
	const unsaved = update({...read, screen: 'welcome'}, {type: 'unsaved', path: '/p/1.png', problem}).state;

	it('asks nothing once the result is kept or is written to a file', () => {
		expect(press(unsaved, 'q').state.question).toMatchObject({kind: 'quitUnsaved', results: 1});
		const kept = update(unsaved, {type: 'savedAfterAll', path: '/p/1.png'}).state;
		expect(press(kept, 'q').effects).toEqual([{type: 'quit', code: 0}]);
		const written = update(unsaved, {type: 'exported', path: '/p/list.xlsx', rows: 1}).state;
		expect(press({...written, screen: 'welcome'}, 'q').effects).toEqual([{type: 'quit', code: 0}]);
	});

	it('does not claim that all is kept when it is not', () => {
		expect(lastWords(unsaved, {failed: false})).toBe('Stopped. 1 result could not be kept beside the pictures.');
	});
});
