import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import type {ShownState} from '../../source/screen/shown-state.ts';
import {documentsText} from '../../source/session/welcome/documents.ts';
import {press, stateWith} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {walk} from '../support/lines.ts';
import {reading} from '../support/records.ts';

const choosing = stateWith({screen: 'engine', engine: 'offline', paths: ['/p/a.png']});
const after = (state: ShownState, ...keys: readonly string[]) => press(state, ...keys).state.documents;

it('goes through the kinds of documents with d, keeps each choice, and begins again with passports', () => {
	expect(after(choosing)).toEqual(['passport']);
	expect(after(choosing, 'd')).toEqual(['passport', 'id']);
	expect(after(choosing, 'd', 'd')).toEqual(['passport', 'id', 'visa']);
	expect(after(choosing, 'd', 'd', 'd')).toEqual(['passport']);
	// What only a command can say is followed by the usual.
	expect(after({...choosing, documents: ['visa']}, 'd')).toEqual(['passport']);
	expect(press(choosing, 'd').effects).toEqual([{type: 'saveSettings', change: {documents: ['passport', 'id']}}]);
});

it('is asked in line mode with d as well, said, kept, and handed to the engine', async () => {
	const asked: unknown[] = [];
	const makeEngine = async (_id: string, ...rest: readonly unknown[]) => {
		asked.push(rest.at(-1));
		return fakeEngine({answer: () => reading()});
	};
	const {said, folder} = await walk(['a.png'], ['d', 'd', '1', '/q'], {chosen: 'nobody', makeEngine});
	const now = documentsText({documents: ['passport', 'id', 'visa'], language: 'en'});
	expect(said).toContain(now);
	expect(asked.at(-1)).toEqual(['passport', 'id', 'visa']);
	const kept = JSON.parse(readFileSync(join(folder, '.settings', 'config.json'), 'utf8'));
	expect(kept.defaults).toEqual({documents: 'passport,id,visa'});
});
