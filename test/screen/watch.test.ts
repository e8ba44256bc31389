import {appendFileSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {press, stateWith, update, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {walk} from '../support/lines.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {numbered, reading, recordOf} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const scan = (folder: string, name: string, content = name) => writeFileSync(join(folder, name), pngBytes(content));

describe('a folder that is watched', () => {
	it('fills the batch while it is checked, and a resumed batch has what came', async () => {
		let read = 0;
		const engine = fakeEngine({answer: () => reading(numbered(read++))});
		const app = openDrawn({pictures: ['1.png', '2.png'], paths: ['1.png'], chosen: 'offline', engine});
		// The session of the test has begun on 22 November 2026.
		for (const name of ['1.png', '2.png']) utimesSync(join(app.folder, name), 1e9, 1e9);
		await app.toReview();
		await app.walk('w');
		scan(app.folder, '3.png');
		await app.waitFor(([head = '']) => head.includes('of 2'));
		// A file of the folder that was not chosen is none that came.
		expect(app.store.state().reading.items.map(({path}) => path)).toEqual([
			join(app.folder, '1.png'),
			join(app.folder, '3.png'),
		]);
		await app.walk('esc');
		await app.waitFor('watching the folder, 1 new');
		await app.walk('w');
		await app.waitFor('Watching ended; 1 picture came.');
		await app.close(false);
		const second = openDrawn({folder: app.folder, engine: fakeEngine(), resume: true});
		await second.waitFor('Picked up where you left off: 2 passports in ');
		await second.waitFor(() => second.store.state().reading.items.length === 2);
	});

	it('may be empty at first; a file is read when it is whole, and again when it is replaced', async () => {
		const engine = fakeEngine({concurrency: 1});
		const app = openDrawn({paths: ['.'], chosen: 'offline', engine, watch: true});
		await app.waitFor('Pictures that come into the folder are read');
		expect(app.screen().join('\n')).toContain('waiting for pictures');
		scan(app.folder, 'a.png');
		const first = await engine.next();
		appendFileSync(join(app.folder, 'a.png'), 'more');
		first.succeed();
		(await engine.next()).succeed();
		await app.waitFor('100 %');
		expect(engine.reads).toHaveLength(2);
		expect(app.store.state().reading.watched).toBe(1);
	});

	it('says of a letter that comes that it is not opened', async () => {
		const engine = fakeEngine({answer: () => reading(numbered(1))});
		const app = openDrawn({paths: ['.'], chosen: 'offline', engine, watch: true});
		await app.waitFor('Pictures that come into the folder are read');
		writeFileSync(join(app.folder, 'passports.docx'), 'a letter');
		await app.waitFor('Not opened, though pictures may be in it: passports.docx');
		await app.close(false);
	});

	it('says of a letter that came before watching began', async () => {
		const engine = fakeEngine({answer: () => reading(numbered(1))});
		const app = openDrawn({pictures: ['1.png'], paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		writeFileSync(join(app.folder, 'passports.docx'), 'a letter');
		await app.walk('w');
		await app.waitFor('Not opened, though pictures may be in it: passports.docx');
		await app.close(false);
	});

	it('is said where it cannot be watched', () => {
		const watched = stateWith({screen: 'reading', reading: {watched: 2, phase: 'running'}});
		const problem = {code: 'NOT_READABLE', details: {path: '/scan'}} as const;
		const {state} = update(watched, {type: 'watchFailed', problem});
		expect(state.reading.watched).toBeUndefined();
		expect(state.notice).toMatchObject({kind: 'error', code: 'NOT_READABLE'});
	});

	it('sends what comes only after a yes to that', () => {
		const batch = {...withRecords(recordOf('1.png')), engine: 'xiangyun'} as const;
		const asked = press(batch, 'w');
		expect(asked.state.question).toEqual({kind: 'watchSends'});
		expect(asked.effects).toEqual([]);
		expect(press(asked.state, 'enter').state.reading.watched).toBeUndefined();
		const agreed = press(asked.state, 'y');
		expect(agreed.state.reading.watched).toBe(0);
		expect(agreed.effects.map(({type}) => type)).toContain('watch');
	});

	it('leaves a passport that is decided as it is when its picture is replaced', () => {
		const decided = press(withRecords(recordOf('1.png')), 'w', 'a').state;
		const path = decided.review.records[0]!.path;
		expect(update(decided, {type: 'arrived', paths: [path]}).effects).toEqual([]);
		const both = update(decided, {type: 'arrived', paths: [path, '/scan/new.png']});
		expect(both.effects).toEqual([{type: 'addPictures', paths: ['/scan/new.png']}]);
		expect(both.state.reading.watched).toBe(1);
	});
});

it('in lines, what comes is said while it comes and asked about next', async () => {
	const engine = fakeEngine({answer: ({path}) => reading(numbered(path.endsWith('1.png') ? 1 : 2))});
	const folder = temporaryFolder();
	let come: (answer: string) => void;
	const came = new Promise<string>(resolve => {
		come = resolve;
	});
	const {said, left} = await walk(['1.png'], ['', came, '', 'w', '', ''], {
		engine,
		watch: true,
		folder,
		onSaid: line => {
			if (line.startsWith('Watching the folder; 0')) scan(folder, '2.png');
			if (line.startsWith('2 of 2. 2.png')) come('');
		},
	});
	expect(said).toContain('1 picture has come');
	expect(said).toMatch(/2 rows written/);
	expect(left).toEqual([]);
});
