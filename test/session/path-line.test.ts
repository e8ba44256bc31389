import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {completePath, placeOf} from '../../source/session/picker/effects/go-to-path.ts';
import {howManyChosen} from '../../source/session/picker/rows.ts';
import {folderOf} from '../support/pictures.ts';
import {openAlone} from '../support/session-alone.ts';

describe('a path that is typed where pictures are chosen', () => {
	it('is completed as a shell does it', async () => {
		const folder = folderOf([
			'group a/1.png',
			'group b/2.png',
			'Scan 01.png',
			'scan 02.png',
			'李明/1.png',
			'李华/1.png',
		]);
		writeFileSync(join(folder, 'scan.txt'), 'no picture');
		mkdirSync(join(folder, '.hidden'));
		const complete = (text: string, home = '') => completePath({text, folder, home});
		expect(await complete('gr')).toEqual({completed: 'group ', matches: ['group a/', 'group b/']});
		expect(await complete('group a')).toEqual({completed: 'group a/', matches: []});
		expect(await complete('group a/')).toEqual({completed: 'group a/1.png', matches: []});
		expect((await complete('scan')).matches).toEqual(['Scan 01.png', 'scan 02.png']);
		expect(await complete('李')).toEqual({completed: '李', matches: ['李华/', '李明/']});
		expect(await complete('none')).toEqual({completed: 'none', matches: []});
		expect(await complete('.h')).toEqual({completed: '.hidden/', matches: []});
		expect((await complete('~/gr', folder)).completed).toBe('~/group ');
		expect(await complete('~', folder)).toEqual({completed: '~/', matches: []});
		expect((await complete(`${folder}/group b/`)).completed).toBe(`${folder}/group b/2.png`);
		expect((await complete('no/such/folder/x')).matches).toEqual([]);
	});

	it('may be a folder, a file in one, or neither', async () => {
		const folder = folderOf(['a/1.png']);
		const place = (text: string) => placeOf({text, folder, home: folder});
		expect(await place('a')).toEqual({folder: join(folder, 'a')});
		expect(await place('~/a/1.png')).toEqual({folder: join(folder, 'a'), file: '1.png'});
		expect(await place('..')).toEqual({folder: join(folder, '..')});
		expect(await place('b')).toBeUndefined();
		const closed = join(folder, 'closed');
		mkdirSync(closed);
		chmodSync(closed, 0o000);
		expect(await place('closed')).toEqual({folder: closed});
		chmodSync(closed, 0o700);
	});

	it('opens the folder, chooses the file, and brings back the folders of the last batches', async () => {
		const session = openAlone({pictures: ['1.png', 'deep/down/2.png'], chosen: 'offline'});
		const line = () => session.store.state().picker.pathLine?.edit.text;
		await session.loaded();
		session.send({type: 'chosen', item: 'start'});
		await session.until(({picker}) => picker.found.length === 2);
		session.press('p', ...'nowhere', 'enter');
		await session.until('does not exist');
		session.press('ctrl+u', ...'de', 'tab');
		await session.until(() => line() === 'deep/');
		session.press('tab');
		await session.until(() => line() === 'deep/down/');
		session.press('tab');
		await session.until(() => line() === 'deep/down/2.png');
		session.press('enter');
		await session.until(state => howManyChosen(state.picker) === 1);
		expect(session.store.state().picker.folder).toBe(join(session.folder, 'deep', 'down'));
		session.press('enter');
		await session.until(({reading}) => reading.phase === 'done');
		await session.close(false);
		const second = openAlone({folder: session.folder, chosen: 'offline'});
		await second.loaded();
		second.send({type: 'chosen', item: 'start'});
		await second.until(({screen}) => screen === 'picker');
		second.press('p');
		await second.until(({picker}) => picker.pathLine?.recent.length === 1);
		second.press('down', 'enter');
		await second.until(({picker}) => picker.folder === join(session.folder, 'deep', 'down'));
	});
});
