// Leaving while the cloud reads: what is under way may have been paid for.
import {readdirSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {guard} from '../../source/terminal/lifecycle.ts';
import {createTerminal} from '../../source/terminal/terminal.ts';
import type {Language} from '../../source/text/index.ts';
import {openCloudBatch} from '../support/cloud-app.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {walk} from '../support/lines.ts';
import {createFakeTerminal} from '../support/terminal.ts';

const names = ['1.png', '2.png', '3.png', '4.png', '5.png'];

const kept = (folder: string) => readdirSync(folder).filter(name => /^\d\.json$/.test(name));

/** Five pictures, of which the cloud reads two at a time, after a yes. */
async function openBatch() {
	const {app, engine} = await openCloudBatch({names, concurrency: 2});
	return {app, engine, owed: [await engine.next(), await engine.next()] as const};
}

describe('leaving the screen while the cloud reads', () => {
	it('offers no key meanwhile but the one that holds, and takes no other', async () => {
		const {app, engine, owed} = await openBatch();
		app.interrupt();
		await app.waitFor('ctrl+c again leaves now');
		expect(app.screen().at(-1)?.trim()).toBe('ctrl+c quit');
		await app.walk('p', 'r', 'x', 'esc', 'q', 'enter', '?');
		expect(app.screen().join('\n')).toContain('Waiting for 2 answers');
		owed[0].succeed();
		owed[1].succeed();
		await app.ended;
		expect(engine.reads).toHaveLength(2);
	});

	it('waits, and says so, also in a window that is too small, where a second q leaves', async () => {
		const {app} = await openBatch();
		app.resize(50, 10);
		await app.waitFor('q quits.');
		await app.walk('q');
		await app.waitFor('Waiting for 2 answers that may');
		await app.walk('q');
		expect(await app.ended).toBe(0);
	});
});

describe('the guard of the terminal', () => {
	it('asks at Ctrl-C whether the program ends by itself, and otherwise ends it; SIGTERM asks nobody', async () => {
		for (const ending of ['ctrl+c', 'SIGTERM'] as const) {
			const fake = createFakeTerminal();
			const terminal = createTerminal(fake);
			const answers = [true, false];
			const ended = new Promise<number>(resolve => {
				const watch = guard(terminal, {
					onInterrupt: () => answers.shift() ?? false,
					exit(code) {
						watch.release();
						resolve(code);
					},
				});
			});
			terminal.enter();
			if (ending === 'SIGTERM') {
				process.emit('SIGTERM');
				expect(await ended).toBe(143);
				expect(answers).toHaveLength(2);
				continue;
			}
			process.emit('SIGINT');
			expect(terminal.entered).toBe(true);
			process.emit('SIGINT');
			expect(await ended).toBe(130);
		}
	});
});

describe('leaving the session in lines while the cloud reads', () => {
	it.each([
		['en', 'Waiting for 2 answers that may have been charged; ctrl+c again leaves now.'],
		['zh', '正在等待 2 个可能已计费的结果；再按 ctrl+c 立即退出。'],
	] as const)('waits for what is owed, and keeps it: %s', async (language: Language, told) => {
		const engine = fakeEngine({id: 'xiangyun', concurrency: 2});
		let interrupt = () => {};
		const done = walk(names, ['', 'y'], {
			language,
			engine,
			chosen: 'xiangyun',
			onOpen: call => (interrupt = call),
		});
		const owed = [await engine.next(), await engine.next()];
		interrupt();
		for (const one of owed) one.succeed();
		const {folder, said} = await done;
		expect(said).toContain(told);
		expect(kept(folder)).toEqual(['1.json', '2.json']);
		expect(engine.reads).toHaveLength(2);
	});
});
