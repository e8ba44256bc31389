import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {isChosen} from '../../source/session/picker/choice.ts';
import {howManyChosen} from '../../source/session/picker/rows.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {walk} from '../support/lines.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {folderOf} from '../support/pictures.ts';
import {openAlone} from '../support/session-alone.ts';
import {zipFile} from '../support/zip-file.ts';

const withDocuments = (names: readonly string[]) => {
	const folder = folderOf(names);
	writeFileSync(join(folder, 'letter.docx'), zipFile([{name: 'word/media/image1.png', data: pngBytes('inside')}]));
	writeFileSync(join(folder, 'pictures.rar'), 'Rar!');
	return folder;
};

const picker = (names: readonly string[], language: 'en' | 'zh') => {
	const app = openDrawn({folder: withDocuments(names), language, chosen: 'offline'});
	return {app, shown: () => app.screen().join('\n')};
};

it.each([
	['en', '. Not opened: letter.docx and 1 more.'],
	['zh', '。未打开：letter.docx 等 2 个文件。'],
] as const)('what is not opened in a folder is named beside its pictures: %s', async (language, said) => {
	const {app, shown} = picker(['a.png'], language);
	await app.loaded();
	app.choose('start');
	await app.waitFor(said);
	expect(shown()).toContain('a.png');
	app.press('.');
	await app.waitFor(said);
});

it('where there is no picture, it is said what to do', async () => {
	const {app, shown} = picker([], 'en');
	await app.loaded();
	app.choose('start');
	await app.waitFor('Not opened:');
	expect(shown().replace(/[│\s]+/g, ' ')).toContain('p and its name open a Word document or a link; unpack archives');
});

it('a document whose path is typed opens like a folder', async () => {
	const session = openAlone({folder: withDocuments(['a.png']), chosen: 'offline'});
	await session.loaded();
	session.send({type: 'chosen', item: 'start'});
	await session.until(({picker}) => picker.found.length === 1 && picker.passedOver.length === 2);
	session.press('p', ...'let', 'tab');
	await session.until(({picker}) => picker.pathLine?.edit.text === 'letter.docx');
	session.press('enter');
	await session.until(state => howManyChosen(state.picker) === 1);
	expect(isChosen(session.store.state().picker.choice, join(session.folder, 'letter', 'image1.png'))).toBe(true);
});

it('a folder that is read without being chosen from says it too', async () => {
	const folder = withDocuments(['a.png']);
	const session = openAlone({folder, paths: ['.'], chosen: 'offline'});
	await session.loaded();
	await session.until('Not opened, though pictures may be in it: letter.docx, pictures.rar.');
});

it('line mode says it as well', async () => {
	const {said} = await walk(['a.png'], ['/q'], {folder: withDocuments([])});
	expect(said).toContain('Not opened, though pictures may be in it: letter.docx, pictures.rar.');
});
