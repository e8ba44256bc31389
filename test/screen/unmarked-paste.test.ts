import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {AppState} from '../../source/session/state.ts';
import {openApp} from '../support/app.ts';
import {folderOf} from '../support/pictures.ts';

const pictures = ['1.png', '2.png', '3.png'];

/** Three proven passports, the first one open. */
async function opened(language: 'en' | 'zh' = 'en') {
	const app = openApp({pictures, paths: ['.'], chosen: 'offline', language});
	await app.waitFor('100 %');
	await app.toReview();
	return app;
}

const decisions = ({review}: AppState) => review.records.map(({review: {state}}) => state);

/** Longer than what still belongs to a paste. */
const afterPaste = () => new Promise(done => setTimeout(done, 100));

const none = ['unreviewed', 'unreviewed', 'unreviewed'];

describe('a paste that the terminal does not mark', () => {
	it.each([
		['/home/anna/exported/a.png\r', 'en', 'Pasted text does nothing here.'],
		['xaxA ERIKSSON\ry\r', 'en', 'Pasted text does nothing here.'],
		['sax,L1\r', 'zh', '粘贴的文字在这里不起作用。'],
	] as const)('decides nothing on Check, and the status line says so: %j', async (text, language, said) => {
		const app = await opened(language);
		app.type(text);
		await app.waitFor(said);
		const state = app.store.state();
		expect([state.screen, state.language, state.question, decisions(state)]).toEqual([
			'review',
			language,
			undefined,
			none,
		]);
		await afterPaste();
		await app.walk('a');
		expect(decisions(app.store.state())).toEqual(['accepted', 'unreviewed', 'unreviewed']);
	});

	it('answers no question, and does nothing once the list is written', async () => {
		const app = await opened();
		await app.walk('A');
		await app.waitFor('Accept all 3');
		app.type('yes, all of them\r');
		await afterPaste();
		await app.walk('down');
		expect([app.store.state().question?.kind, decisions(app.store.state())]).toEqual(['acceptClean', none]);
		await app.walk('y', 'ctrl+e', 'enter');
		await app.waitFor('3 rows written');
		app.type('/2y1oq.png\r');
		await app.waitFor('Pasted text does nothing here.');
		expect(app.store.state()).toMatchObject({screen: 'done', question: undefined});
	});

	it('chooses pictures where they are chosen', async () => {
		const elsewhere = folderOf(['scans/a.png']);
		const app = openApp({pictures: ['here.png'], chosen: 'offline'});
		await app.waitFor('Start');
		await app.walk('enter');
		await app.waitFor('0 of 1 chosen');
		app.type(`${join(elsewhere, 'scans')}\r`);
		await app.waitFor('1 pasted picture chosen.');
		expect(app.store.state().screen).toBe('picker');
	});

	it('is typed into a field, with the enter behind it, and what is below does nothing', async () => {
		const app = await opened();
		await app.walk('down', 'e', 'ctrl+u');
		app.type('NOVAK\rax\rE\r');
		await app.waitFor('Pasted text does nothing here.');
		const {review, screen} = app.store.state();
		expect([screen, review.records[0]?.review.edits.surname_english?.to]).toEqual(['review', 'NOVAK']);
		expect(decisions(app.store.state()).slice(1)).toEqual(none.slice(1));
	});
});
