import {describe, expect, it} from 'vitest';
import type {AppState} from '../../source/ui/state.ts';
import {statusPieces} from '../../source/ui/status.ts';
import {update} from '../../source/ui/update/index.ts';
import {askToUpload} from '../../source/ui/update/start.ts';
import {press, stateWith} from '../support/app-state.ts';

const loaded = (state: AppState, engine?: 'offline' | 'xiangyun') =>
	update(state, {type: 'settings', settings: {accountStored: true, ...(engine ? {engine} : {})}});

const types = (effects: readonly {type: string}[]) => effects.map(({type}) => type);

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

	it('does not run away from a person who has gone on meanwhile', () => {
		expect(loaded(stateWith({paths: ['/p'], screen: 'engine'}), 'offline').state.screen).toBe('engine');
	});

	it('lets the demo begin with a word, offline', () => {
		const state = stateWith({demo: true, engine: 'offline', paths: ['/demo']});
		expect(loaded(state, 'xiangyun').state.screen).toBe('welcome');
		const begun = update(loaded(state, 'xiangyun').state, {type: 'chosen', item: 'start'});
		expect(begun.effects).toContainEqual({type: 'startBatch', paths: ['/demo'], engine: 'offline'});
	});
});

describe('sending pictures to the cloud', () => {
	it('takes a yes of this session: a setting of an earlier one is none', () => {
		const asked = loaded(stateWith({paths: ['/p']}), 'xiangyun');
		expect(types(asked.effects)).not.toContain('startBatch');
		expect(asked.state.question?.kind).toBe('upload');
		expect(types(press(asked.state, 'n').effects)).toEqual([]);
		expect(types(press(asked.state, 'y').effects)).toContain('startBatch');
	});

	it('names the host, and the number of pictures where it is known', () => {
		const settings = {accountStored: true, engine: 'xiangyun', cloud: {host: 'ocr.lan:8443', official: false}} as const;
		const {state} = update(stateWith({}), {type: 'settings', settings});
		const asked = (language: 'en' | 'zh') =>
			statusPieces({...askToUpload(state, ['/p/a.jpg', '/p/b.jpg']).state, language}, '')[0]?.text;
		expect(asked('en')).toContain('2 pictures to ocr.lan:8443?');
		expect(asked('zh')).toContain('2 张图片发送到 ocr.lan:8443');
	});

	it('does not ask a person who has just chosen the cloud, or named it in the command', () => {
		const chosen = update(stateWith({screen: 'engine', accountStored: true, paths: ['/p']}), {
			type: 'chosen',
			item: 'xiangyun',
		});
		expect(types(chosen.effects)).toContain('startBatch');
		const named = loaded(stateWith({paths: ['/p'], engine: 'xiangyun', mayUpload: true}), 'offline');
		expect(named.effects).toContainEqual({type: 'startBatch', paths: ['/p'], engine: 'xiangyun'});
	});

	it('goes back to the choice of who reads when the service cannot be used', () => {
		const problem = {code: 'CONFIG_MISSING', details: {}} as const;
		const {state} = update(stateWith({screen: 'reading', engine: 'xiangyun'}), {type: 'batchFailed', problem});
		expect(state.screen).toBe('engine');
		expect(state.notice).toMatchObject({kind: 'error', code: 'CONFIG_MISSING'});
	});
});
