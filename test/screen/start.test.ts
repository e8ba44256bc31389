import {describe, expect, it} from 'vitest';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {askToUpload} from '../../source/session/reading/start.ts';
import type {AppState} from '../../source/session/state.ts';
import {press, shown, stateWith, update} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';

const loaded = (state: ShownState, engine?: 'offline' | 'xiangyun') =>
	update(state, {type: 'settings', settings: {accountStored: true, ...(engine ? {engine} : {})}});

const types = (effects: readonly {type: string}[]) => effects.map(({type}) => type);

it('leads from the first screen back to the batch that is being worked on', async () => {
	const app = openDrawn({pictures: ['a.png', 'b.png'], paths: ['.'], chosen: 'offline'});
	await app.waitFor('100 %');
	app.press('esc');
	await app.waitFor('▸ Back to the batch, 2 of 2 read');
	app.choose('reading');
	await app.waitFor('100 %');
});

it('names who reads as it was chosen, and puts the cursor there', async () => {
	const app = openDrawn({pictures: ['a.png']});
	await app.loaded();
	app.choose('start');
	app.choose('offline+mrz');
	app.press('esc');
	await app.waitFor('Recognition engine: This computer, MRZ alone');
	app.choose('engine');
	await app.waitFor('▸ This computer, MRZ alone');
	expect(app.screen().join('\n')).not.toContain('1 Language');
});

it('says what each of the three who can read does', async () => {
	for (const [columns, rows] of [
		[80, 24],
		[60, 17],
	] as const) {
		const app = openDrawn({columns, rows, pictures: ['a.png']});
		await app.loaded();
		app.choose('start');
		await app.waitFor('Printed text too: places, authority, date of issue.');
		await app.waitFor('Needs a key and a secret.');
		app.expectFits();
	}
});

describe('the start', () => {
	it('asks on the first start who reads, and not again', () => {
		const first = update(stateWith(), {type: 'chosen', item: 'start'}).state;
		expect(first.screen).toBe('engine');
		const later = update(loaded(stateWith(), 'offline').state, {type: 'chosen', item: 'start'}).state;
		expect(later.screen).toBe('picker');
	});

	it('reads the paths of the command line at once when it is known who reads', () => {
		const {state, effects} = loaded(stateWith({paths: ['/p']}), 'offline');
		expect(state.screen).toBe('reading');
		expect(types(effects)).toContain('startBatch');
		expect(loaded(stateWith({paths: ['/p']})).state.screen).toBe('welcome');
	});

	it('does not run away from a person who has continued meanwhile', () => {
		expect(loaded(stateWith({paths: ['/p'], screen: 'engine'}), 'offline').state.screen).toBe('engine');
	});

	it('reads what is printed above the lines unless the MRZ alone was chosen, now or at an earlier start', () => {
		const first = stateWith({screen: 'engine', paths: ['/p']});
		const chosen = update(first, {type: 'chosen', item: 'offline+mrz'});
		const order = {type: 'startBatch', paths: ['/p'], engine: 'offline'};
		expect(chosen.effects).toContainEqual({...order, mrzAlone: true});
		expect(chosen.effects).toContainEqual({type: 'saveSettings', change: {engine: 'offline', visual: false}});
		const settings = {accountStored: false, engine: 'offline', mrzAlone: true} as const;
		expect(update(stateWith({paths: ['/p']}), {type: 'settings', settings}).effects).toContainEqual({
			...order,
			mrzAlone: true,
		});
		const both = update({...first, mrzAlone: true}, {type: 'chosen', item: 'offline'});
		expect(both.effects).toContainEqual(order);
	});

	it('lets the demo begin with a word, offline', () => {
		const state = stateWith({demo: true, engine: 'offline', paths: ['/demo']});
		expect(loaded(state, 'xiangyun').state.screen).toBe('welcome');
		const begun = update(loaded(state, 'xiangyun').state, {type: 'chosen', item: 'start'});
		expect(begun.effects).toContainEqual({type: 'startBatch', paths: ['/demo'], engine: 'offline'});
	});
});

/** The pictures that the question is about are counted. */
const counted = (state: AppState, count: number): ShownState =>
	state.question?.kind === 'upload'
		? shown(update(state, {type: 'counted', paths: state.question.paths, pictures: ['/p/a.jpg'], count}).state)
		: shown(state);

describe('sending pictures to the cloud', () => {
	it('takes a yes to this batch: a setting of an earlier session is none', () => {
		const asked = loaded(stateWith({paths: ['/p']}), 'xiangyun');
		expect(types(asked.effects)).not.toContain('startBatch');
		expect(asked.state.question?.kind).toBe('upload');
		expect(types(press(asked.state, 'n').effects)).toEqual([]);
		expect(types(press(counted(asked.state, 3), 'y').effects)).toContain('startBatch');
	});

	it('counts what is in folders before it asks, and takes no yes to an unknown number', () => {
		const asked = loaded(stateWith({paths: ['/p']}), 'xiangyun');
		expect(asked.effects).toContainEqual({type: 'countPictures', paths: ['/p']});
		expect(types(press(asked.state, 'y').effects)).toEqual([]);
		expect(press(asked.state, 'y').state.question?.kind).toBe('upload');
		const {state} = update(asked.state, {type: 'counted', paths: asked.state.paths, pictures: ['/p/a.jpg'], count: 3});
		expect(statusSpans(state, '')[0]?.text).toBe('Send 3 pictures to netocr.com (China)? It may cost money.');
		const gone = update(press(asked.state, 'n').state, {
			type: 'counted',
			paths: asked.state.paths,
			pictures: ['/p/a.jpg'],
			count: 3,
		}).state;
		expect(gone.question).toBeUndefined();
	});

	it('takes enter for a no, and o for reading them on this computer', () => {
		const settings = {accountStored: true, engine: 'xiangyun'} as const;
		const asked = askToUpload(update(stateWith({}), {type: 'settings', settings}).state, ['/p/a.jpg']).state;
		expect(press(asked, 'enter')).toMatchObject({effects: [], state: {question: undefined, screen: 'welcome'}});
		expect(press(asked, 'o').effects).toContainEqual({type: 'startBatch', paths: ['/p/a.jpg'], engine: 'offline'});
	});

	it('asks nothing where all that was chosen is kept already', () => {
		const settings = {accountStored: true, engine: 'xiangyun'} as const;
		const asked = askToUpload(update(stateWith({}), {type: 'settings', settings}).state, ['/p/a.jpg']);
		expect(asked.effects).toContainEqual({type: 'countPictures', paths: ['/p/a.jpg']});
		const begun = update(asked.state, {type: 'counted', paths: ['/p/a.jpg'], pictures: ['/p/a.jpg'], count: 0});
		expect(begun.state.question).toEqual(asked.state.question);
		expect(counted(asked.state, 0)).toMatchObject({question: undefined, screen: 'reading'});
	});

	it('asks again for each batch', () => {
		const settings = {accountStored: true, engine: 'xiangyun'} as const;
		const first = askToUpload(update(stateWith({}), {type: 'settings', settings}).state, ['/p/a.jpg']).state;
		const reading = press(counted(first, 1), 'y').state;
		expect(reading.screen).toBe('reading');
		const second = askToUpload(reading, ['/p/b.jpg', '/p/c.jpg']);
		expect(types(second.effects)).toEqual(['countPictures']);
		expect(second.state.question).toMatchObject({kind: 'upload', count: undefined});
	});

	it('names the host, and the number of pictures where it is known', () => {
		const settings = {accountStored: true, engine: 'xiangyun', cloud: {host: 'ocr.lan:8443', official: false}} as const;
		const {state} = update(stateWith({}), {type: 'settings', settings});
		const asked = (language: 'en' | 'zh') =>
			statusSpans({...counted(askToUpload(state, ['/p/a.jpg', '/p/b.jpg']).state, 2), language}, '')[0]?.text;
		expect(asked('en')).toContain('2 pictures to ocr.lan:8443?');
		expect(asked('zh')).toContain('2 张图片发送到 ocr.lan:8443');
	});

	it('asks also a person who has just chosen the cloud, and once not who named it with these paths in the command', () => {
		const chosen = update(stateWith({screen: 'engine', accountStored: true, paths: ['/p']}), {
			type: 'chosen',
			item: 'xiangyun',
		});
		expect(types(chosen.effects)).not.toContain('startBatch');
		expect(chosen.state.question?.kind).toBe('upload');
		const named = loaded(stateWith({paths: ['/p'], engine: 'xiangyun', mayUpload: true}), 'offline');
		expect(named.effects).toContainEqual({type: 'startBatch', paths: ['/p'], engine: 'xiangyun'});
		expect(askToUpload(named.state, ['/p/b.jpg']).state.question?.kind).toBe('upload');
	});

	it('goes back to the choice of who reads when the service cannot be used', () => {
		const problem = {code: 'CONFIG_MISSING', details: {}} as const;
		const {state} = update(stateWith({screen: 'reading', engine: 'xiangyun'}), {type: 'batchFailed', problem});
		expect(state.screen).toBe('engine');
		expect(state.notice).toMatchObject({kind: 'error', code: 'CONFIG_MISSING'});
	});
});
