import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {notice} from '../../source/core/passport/judge/finding.ts';
import type {Issue} from '../../source/core/passport/model/passport.ts';
import {update} from '../../source/session/update.ts';
import {openApp} from '../support/app.ts';
import {press, stateWith} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';
import {testCredentials} from '../support/xiangyun-server.ts';

const names = ['1.png', '2.png', '3.png'];

/** The app with an account, which this computer reads first; of the second picture a letter is weak. */
async function openAuto(
	choice: '4' | '5',
	size: {columns?: number; rows?: number; language?: 'en' | 'zh'} = {},
	advice: readonly Issue[] = [],
) {
	let read = 0;
	const engine = fakeEngine({
		concurrency: 1,
		answer: () => ({...reading(numbered(read), read++ === 1 ? [[0, 8]] : []), advice}),
	});
	const second = fakeEngine({id: 'xiangyun', concurrency: 1});
	const app = openApp({engine, second, pictures: names, paths: names, ...size});
	const zh = size.language === 'zh';
	await app.waitFor(zh ? '开始' : 'Start');
	app.press('enter');
	await app.waitFor(zh ? '选择图片的识别方式' : 'Which recognition engine reads the pictures?');
	app.press(choice);
	await app.waitFor(zh ? '翔云账号' : 'Xiangyun account');
	app.type(testCredentials.key);
	app.press('tab');
	app.type(testCredentials.secret);
	app.press('enter');
	return {app, second};
}

describe('this computer first, then the cloud', () => {
	it.each([
		['en', 80, 24, 'Send 1 picture to netocr.com (China) as well? Each may cost a call.'],
		['zh', 80, 24, '把 1 张图片也发送到 netocr.com（中国）？每张可能计费一次。'],
		['en', 60, 17, 'Send 1 picture to netocr.com (China) as well?'],
	] as const)(
		'asks before anything is sent, and enter means no: %s %i×%i',
		async (language, columns, rows, question) => {
			const {app, second} = await openAuto('4', {language, columns, rows});
			await app.waitFor(question);
			app.expectFits();
			app.press('enter');
			await app.waitFor(language === 'zh' ? '已完成' : 'tab');
			expect(second.reads).toHaveLength(0);
			expect(app.store.state().reading.items.map(({state}) => state)).toEqual(['read', 'read', 'read']);
		},
	);

	it.each([
		['en', '1 picture: The picture is dark where', 'dark picture'],
		['zh', '1 张图片：机读码所在处过暗', '图片过暗'],
	] as const)('says with the question what a better picture would mend: %s', async (language, sentence, short) => {
		const {app} = await openAuto('4', {language, columns: 80, rows: 24}, [notice('picture-dark')]);
		await app.waitFor('netocr.com');
		await app.waitFor(sentence);
		expect(app.screen().find(line => line.includes('2.png'))).toContain(short);
		app.expectFits();
	});

	it('shows what the cloud has read in the place of what was not proven', async () => {
		const {app, second} = await openAuto('4');
		await app.waitFor('Send 1 picture to');
		app.press('y');
		const asked = await second.next();
		expect(asked.picture.path).toMatch(/2\.png$/);
		await app.waitFor('2 of 3');
		asked.succeed({...reading(numbered(1)), engine: 'xiangyun'});
		await app.waitFor('100 %');
		const engines = () => app.store.state().review.records.map(({engine}) => engine);
		expect(engines().sort()).toEqual(['offline', 'offline', 'xiangyun']);
	});

	it('says so when the cloud does not help, and keeps the first result', async () => {
		const {app, second} = await openAuto('4');
		await app.waitFor('Send 1 picture to');
		app.press('y');
		(await second.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		await app.waitFor('2.png: the cloud did not help (no passport found); the first result is kept.');
		expect(app.store.state().review.records.map(({engine}) => engine)).toEqual(['offline', 'offline', 'offline']);
	});

	it('names no key that resumes a batch which is over, when the service is not reached', async () => {
		const {app, second} = await openAuto('4');
		await app.waitFor('Send 1 picture to');
		app.press('y');
		(await second.next()).fail(new AppError('NETWORK', {host: 'h', reason: 'ECONNREFUSED'}));
		await app.waitFor('h cannot be reached');
		await app.waitFor('try again.');
		expect(app.screen().join(' ')).not.toContain('to resume');
		expect(app.store.state().reading.items.map(({state}) => state)).toEqual(['read', 'read', 'read']);
	});

	it('asks about every picture where both are to be compared', async () => {
		const {app} = await openAuto('5');
		await app.waitFor('Send 3 pictures to');
	});

	it('asks a person who checks meanwhile only back on the screen of the reading', () => {
		const reading = {offer: undefined, phase: 'done', items: []} as const;
		const checking = stateWith({screen: 'review', accountStored: true, engine: 'auto', reading});
		const offered = update(checking, {type: 'secondOffered', paths: ['/p/2.png']});
		expect(offered.state.question).toBeUndefined();
		expect(offered.state.notice?.kind).toBe('secondWaits');
		const back = press(offered.state, 'esc').state;
		expect([back.screen, back.question]).toEqual([
			'reading',
			{kind: 'second', upload: {pages: 1, files: 1}, flaws: []},
		]);
		expect(press(back, 'y').effects).toContainEqual({type: 'answerSecond', yes: true});
		expect(press(back, 'esc').effects).toContainEqual({type: 'answerSecond', yes: false});
	});

	it('asks again after it was killed while the question waited, and the journal does not call the batch done', async () => {
		const {app} = await openAuto('4');
		await app.waitFor('Send 1 picture to');
		const journal = () => {
			const folder = join(app.folder, '.settings', 'batches');
			return readdirSync(folder)
				.map(name => readFileSync(join(folder, name), 'utf8'))
				.join('\n');
		};
		await expect.poll(journal).toMatch(/3\.png/);
		expect(journal()).not.toContain('"done":true');
		const second = fakeEngine({id: 'xiangyun', concurrency: 1});
		const later = openApp({folder: app.folder, engine: fakeEngine(), second, resume: true});
		await later.waitFor('Send 1 picture to');
		expect(second.reads).toHaveLength(0);
		later.press('n');
		await later.waitFor('100 %');
		await expect.poll(journal).toContain('"done":true');
	});

	it('asks nothing without an account, and says what one is for', () => {
		const state = stateWith({screen: 'reading', engine: 'auto'});
		const {state: after, effects} = update(state, {type: 'secondOffered', paths: ['/p/2.png']});
		expect(after.question).toBeUndefined();
		expect(after.notice?.kind).toBe('secondNeedsAccount');
		expect(effects).toContainEqual({type: 'answerSecond', yes: false});
	});
});
