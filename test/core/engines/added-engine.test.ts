import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {EngineChoice} from '../../../source/core/engines/choice.ts';
import type {Engine} from '../../../source/core/engines/engine.ts';
import {engines} from '../../../source/core/engines/registry.ts';

/** A service that no room of the program has heard of. */
const service = {
	id: 'echo',
	paid: true,
	remote: true,
	keepsAnswer: true,
	asksForPrinted: false,
	account: {
		address: 'https://echo.example',
		destination: () => ({host: 'echo.example', official: false}),
		hints: () => [],
		test: async () => ({host: 'echo.example', official: false, run: async () => ({verdict: 'accepted'})}),
	},
	create: async () => fakeEngine({id: 'echo', answer}),
};

// In the place of the one that there is, before anything else is loaded.
(engines as unknown as unknown[]).splice(1, 1, service);
const {recognize} = await import('../../../source/commands/recognize.ts');
const {openDrawn} = await import('../../support/drawn-session.ts');
const {fakeEngine} = await import('../../support/fake-engine.ts');
const {folderOf} = await import('../../support/pictures.ts');
const {numbered, reading} = await import('../../support/records.ts');
const {runCommand} = await import('../../support/run-command.ts');

const answer = () => ({...reading(numbered(1)), engine: 'echo', answer: {passport_number: 'L80001'}});
const echo = (): Engine => fakeEngine({id: 'echo', answer});
const here = (): Engine => fakeEngine({answer: () => reading(numbered(1), [[0, 8]])});

type Json = {
	readonly passport_ocr: {readonly engine: string; readonly answer?: object; readonly engine_version: string};
};

async function read(words: readonly string[], folder = folderOf(['1.png'])) {
	const asked: string[] = [];
	const result = await runCommand(recognize, ['recognize', join(folder, '1.png'), ...words], {
		env: {PASSPORT_OCR_KEY: 'k', PASSPORT_OCR_SECRET: 's', PASSPORT_OCR_CONFIG_DIR: join(folder, '.settings')},
		async createEngine(id) {
			asked.push(id);
			return id === ('echo' as string) ? echo() : here();
		},
	});
	return {...result, asked, folder, own: (JSON.parse(result.out) as Json).passport_ocr};
}

describe('an engine that is only in the registry', () => {
	it('reads when it is named, and its answer is kept and not asked for again', async () => {
		const {own, folder} = await read(['--engine', 'echo']);
		expect(own.engine).toBe('echo');
		expect(own.answer).toEqual({passport_number: 'L80001'});
		// Paid: what it has read is used by every engine, without another call.
		const again = await read(['--engine', 'offline'], folder);
		expect(again.own.engine).toBe('echo');
	});

	it.each(['auto', 'both'])('is the second of two that read, after a yes to its host: %s', async choice => {
		const silent = await read(['--engine', choice]);
		expect(silent.said.join('\n')).toContain('echo.example');
		expect([silent.own.engine, silent.asked]).toEqual(['offline', ['offline']]);
		const {own, said, asked} = await read(['--engine', choice, '--yes']);
		expect(said.join('\n')).toContain('echo.example');
		expect(asked).toEqual(['offline', 'echo']);
		expect(own.engine_version).toContain('+offline-');
	});

	it('is offered in the session, which asks before it sends', async () => {
		const engine = fakeEngine({id: 'echo', concurrency: 1});
		const app = openDrawn({engine, pictures: ['1.png'], paths: ['1.png']});
		await app.loaded();
		app.choose('start');
		await app.waitFor(/echo/);
		app.choose('echo' as EngineChoice);
		await app.waitFor('account');
		app.type('key');
		app.press('tab');
		app.type('secret');
		app.press('enter');
		await app.waitFor('Send 1 picture to echo.example? It may cost money.');
		app.press('y');
		await app.waitFor('0 of 1');
		expect(app.store.state().reading.items).toHaveLength(1);
		(await engine.next()).succeed(answer());
		await app.waitFor('100 %');
		await app.waitFor('echo');
		expect(app.store.state().review.records.map(record => record.engine)).toEqual(['echo']);
	});
});
