import {describe, expect, it} from 'vitest';
import {notice} from '../../source/core/passport/judge/finding.ts';
import type {Issue} from '../../source/core/passport/model/passport.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';
import {testCredentials} from '../support/xiangyun-server.ts';

const names = ['1.png', '2.png', '3.png'];

/** The app with an account, which this computer reads first; of the second picture a letter is weak. */
async function openAuto(
	size: {columns?: number; rows?: number; language?: 'en' | 'zh'} = {},
	advice: readonly Issue[] = [],
) {
	let read = 0;
	const engine = fakeEngine({
		concurrency: 1,
		answer: () => ({...reading(numbered(read), read++ === 1 ? [[0, 8]] : []), advice}),
	});
	const second = fakeEngine({id: 'xiangyun', concurrency: 1});
	const app = openDrawn({engine, second, pictures: names, paths: names, ...size});
	const zh = size.language === 'zh';
	await app.loaded();
	app.choose('start');
	await app.waitFor(zh ? '选择图片的识别方式' : 'Which recognition engine reads the pictures?');
	app.choose('auto');
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
			const {app, second} = await openAuto({language, columns, rows});
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
		const {app} = await openAuto({language, columns: 80, rows: 24}, [notice('picture-dark')]);
		await app.waitFor('netocr.com');
		await app.waitFor(sentence);
		expect(app.screen().find(line => line.includes('2.png'))).toContain(short);
		app.expectFits();
	});
});
