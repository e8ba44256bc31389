import {rmSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {BatchEvent} from '../../../source/core/batch/item.ts';
import {startTwoEngines, type TwoEnginesOptions} from '../../../source/core/batch/two-engines.ts';
import {AppError, stopsBatch} from '../../../source/core/errors.ts';
import type {Outcome} from '../../../source/core/records/record.ts';
import {type FakeRead, fakeEngine} from '../../support/fake-engine.ts';
import {originalSidecar} from '../../support/original-sidecar.ts';
import {numbered, reading, today} from '../../support/records.ts';
import {pictures, states, told} from './run-batch.ts';

/** This computer reads `a` clearly, a letter of `b` and `c` weakly, and in `d` no passport. */
const local = () =>
	fakeEngine({
		answer({path}) {
			const name = basename(path)[0]!;
			if (name === 'd') throw new AppError('NO_PASSPORT_FOUND', {path});
			return reading(numbered('abc'.indexOf(name)), name === 'a' ? [] : [[0, 8]]);
		},
	});

const cloud = () =>
	fakeEngine({
		id: 'xiangyun',
		answer: ({path}) => ({...reading(numbered('abcd'.indexOf(basename(path)[0]!))), engine: 'xiangyun'}),
	});

function begin(options: Partial<TwoEnginesOptions> & Pick<TwoEnginesOptions, 'agree'>) {
	const {paths} = pictures('a.png', 'b.png', 'c.png', 'd.png');
	const events: BatchEvent[] = [];
	const batch = startTwoEngines({
		paths,
		choice: 'auto',
		local: local(),
		today,
		now: () => new Date('2026-11-22T06:00:00Z'),
		stops: stopsBatch,
		onEvent: event => events.push(event),
		...options,
	});
	const names = (type: BatchEvent['type'], isProvisional?: boolean) =>
		events.flatMap(event =>
			event.type === type &&
			'item' in event &&
			(isProvisional === undefined || ('provisional' in event && event.provisional === true) === isProvisional)
				? [basename(event.item.path)]
				: [],
		);
	return {batch, names, paths};
}

const engines = (batch: ReturnType<typeof startTwoEngines>) =>
	batch.items().map(({outcome}) => (outcome?.kind === 'read' ? outcome.record.engine : outcome?.failure.code));

describe('a batch that this computer reads first', () => {
	it('asks once, and only about what is not proven and where no passport was found', async () => {
		const asked: (readonly string[])[] = [];
		const {batch, names} = begin({
			async agree(paths) {
				asked.push(paths.map(path => basename(path)));
				return cloud();
			},
		});
		await batch.done;
		expect(asked).toEqual([['b.png', 'c.png', 'd.png']]);
		expect(engines(batch)).toEqual(['offline', 'xiangyun', 'xiangyun', 'xiangyun']);
		expect(names('finished', true)).toEqual(['b.png', 'c.png', 'd.png']);
		expect(names('finished', false).sort()).toEqual(['a.png', 'b.png', 'c.png', 'd.png']);
		expect(names('settled')).toEqual([]);
	});

	it('asks about everything that it has read, where both are to be compared', async () => {
		const asked: number[] = [];
		const {batch} = begin({
			choice: 'both',
			async agree({length}) {
				asked.push(length);
				return undefined;
			},
		});
		await batch.done;
		expect(asked).toEqual([4]);
	});

	it('keeps its results after a no, and says that they are final', async () => {
		const {batch, names} = begin({agree: async () => undefined});
		expect(told(await batch.done)).toEqual(['a.png engine', 'b.png engine', 'c.png engine', 'd.png NO_PASSPORT_FOUND']);
		expect(names('settled')).toEqual(['b.png', 'c.png', 'd.png']);
		expect([batch.phase(), batch.owed()]).toEqual(['done', 0]);
	});

	it('is not done while the question waits', async () => {
		let agree = () => {};
		const asked = new Promise<void>(resolve => {
			agree = resolve;
		});
		const second = fakeEngine({id: 'xiangyun', concurrency: 1});
		let isAsked = () => {};
		const asking = new Promise<void>(resolve => {
			isAsked = resolve;
		});
		const {batch} = begin({
			async agree() {
				isAsked();
				await asked;
				return second;
			},
		});
		await asking;
		expect(batch.phase()).toBe('running');
		batch.leaveOut(batch.items()[2]!.path);
		agree();
		(await second.next()).succeed(reading(numbered(1)));
		expect([batch.phase(), batch.owed()]).toEqual(['running', 1]);
		(await second.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		// The question was about it, but it is not sent, and its first result is none: it was left out meanwhile.
		expect(told(await batch.done)).toEqual(['a.png engine', 'b.png engine', 'd.png NO_PASSPORT_FOUND']);
		expect(states(batch)).toEqual(['a.png read', 'b.png read', 'c.png leftOut', 'd.png failed']);
		expect([second.reads.length, batch.phase()]).toEqual([2, 'done']);
	});

	it('keeps the first result where the second engine finds nothing, and says why', async () => {
		const {batch, names} = begin({
			agree: async () =>
				fakeEngine({
					id: 'xiangyun',
					answer() {
						throw new AppError('NO_PASSPORT_FOUND');
					},
				}),
		});
		await batch.done;
		expect(engines(batch)).toEqual(['offline', 'offline', 'offline', 'NO_PASSPORT_FOUND']);
		expect(names('settled')).toEqual(['b.png', 'c.png']);
	});

	it.each([
		['the account has no calls left', 'QUOTA_USED_UP'],
		['the service is not reached', 'NETWORK'],
	] as const)('keeps its results, and says that it has stopped, when %s', async (_, code) => {
		const {batch, names} = begin({
			concurrency: 1,
			agree: async () =>
				fakeEngine({
					id: 'xiangyun',
					concurrency: 1,
					answer() {
						throw new AppError(code);
					},
				}),
		});
		const outcomes = await batch.done;
		expect(names('stopped')).toHaveLength(1);
		expect(outcomes.map(({kind}) => kind)).toEqual(['read', 'read', 'read', 'failed']);
		expect(outcomes.every(one => one.kind === 'failed' || one.record.engine === 'offline')).toBe(true);
	});

	it('can be held while the first is read, and continues', async () => {
		const first = fakeEngine({concurrency: 1});
		const {batch} = begin({local: first, agree: async () => undefined});
		expect(states(batch)).toEqual(['a.png waiting', 'b.png waiting', 'c.png waiting', 'd.png waiting']);
		const read = await first.next();
		batch.pause();
		read.succeed(reading(numbered(0)));
		while (batch.items()[0]!.state !== 'read') await new Promise(setImmediate);
		expect([batch.phase(), first.reads.length]).toEqual(['paused', 1]);
		batch.resume();
		for (const index of [1, 2, 3]) (await first.next()).succeed(reading(numbered(index)));
		await batch.done;
		expect(states(batch)).toEqual(['a.png read', 'b.png read', 'c.png read', 'd.png read']);
	});

	it('that a person leaves waits for the answers that may have been charged, and asks for no more', async () => {
		const second = fakeEngine({id: 'xiangyun', concurrency: 1});
		const {batch} = begin({agree: async () => second});
		const read = await second.next();
		expect(batch.owed()).toBe(1);
		const ended = batch.end();
		read.succeed({...reading(numbered(1)), engine: 'xiangyun'});
		await ended;
		const outcomes = await batch.done;
		expect([second.reads.length, batch.owed()]).toEqual([1, 0]);
		expect(told(outcomes)).toEqual(['a.png engine', 'b.png engine', 'c.png engine', 'd.png NO_PASSPORT_FOUND']);
		expect(outcomes.flatMap(one => (one.kind === 'read' ? [one.record.engine] : []))).toEqual([
			'offline',
			'xiangyun',
			'offline',
		]);
	});

	it('shows the first results again of what the second engine had not read when it was cancelled', async () => {
		const second = fakeEngine({id: 'xiangyun', concurrency: 1});
		const {batch, names} = begin({agree: async () => second});
		await second.next();
		expect(states(batch)).toEqual(['a.png read', 'b.png reading', 'c.png waiting', 'd.png waiting']);
		batch.cancel();
		await batch.done;
		expect(states(batch)).toEqual(['a.png read', 'b.png read', 'c.png read', 'd.png failed']);
		expect(names('settled')).toEqual(['b.png', 'c.png', 'd.png']);
	});

	it('counts the calls of the second engine, and knows of none before it', async () => {
		const second = {...cloud(), calls: () => ({made: 3, paid: 2, perhaps: 1})};
		let before: unknown = 'never asked';
		const {batch} = begin({
			async agree() {
				before = batch.calls();
				return second;
			},
		});
		await batch.done;
		expect(before).toBeUndefined();
		expect(batch.calls()).toEqual({made: 3, paid: 2, perhaps: 1});
	});

	it('sends as many at once as a person has set, also with the second engine', async () => {
		const second = fakeEngine({id: 'xiangyun', concurrency: 1});
		const {batch} = begin({
			async agree() {
				batch.setConcurrency(3);
				return second;
			},
		});
		const reads = [await second.next(), await second.next(), await second.next()];
		expect([second.most(), batch.concurrency()]).toEqual([3, 3]);
		for (const read of reads) read.succeed({...reading(numbered(1)), engine: 'xiangyun'});
		await batch.done;
	});

	it('reads a picture again that a person asks for when all is done, with the engines that read it', async () => {
		const first = local();
		const second = cloud();
		const {batch, paths} = begin({local: first, agree: async () => second});
		await batch.done;
		const before = second.reads.length;
		batch.again(paths[1]!);
		while (batch.phase() === 'running') await new Promise(setImmediate);
		expect(second.reads.slice(before).map(({picture}) => basename(picture.path))).toEqual(['b.png']);
		expect(engines(batch)).toEqual(['offline', 'xiangyun', 'xiangyun', 'xiangyun']);
	});

	it.each<[string, string, (batch: ReturnType<typeof startTwoEngines>, read: FakeRead) => void]>([
		['the first engine had to stop', 'stopped', (_, read) => read.fail(new AppError('CONFIG_MISSING'))],
		['it was cancelled', 'cancelled', batch => batch.cancel()],
	])('asks nothing where %s', async (_, phase, end) => {
		const first = fakeEngine({concurrency: 1});
		let asked = 0;
		const {batch} = begin({
			local: first,
			async agree() {
				asked++;
				return undefined;
			},
		});
		(await first.next()).succeed(reading(numbered(0), [[0, 8]]));
		end(batch, await first.next());
		await batch.done;
		expect([asked, batch.phase()]).toEqual([0, phase]);
	});
});

describe('a second engine that cannot be asked', () => {
	const gone = new AppError('NETWORK', {host: 'example.com', reason: 'ECONNREFUSED'});
	const lost = new AppError('TIMEOUT', {host: 'example.com', sent: 'perhaps'});

	it.each([
		['no call reached the service', [gone, gone], 'NETWORK b.png offline'],
		['one was answered', [gone, undefined], ' b.png xiangyun'],
		['one was answered that no passport is there', [new AppError('NO_PASSPORT_FOUND'), gone], ' b.png offline'],
		['one may have been charged', [lost, gone], ' b.png offline'],
	] as const)('is said where %s', async (_, ends, expected) => {
		const {paths} = pictures('b.png', 'c.png');
		const stopped: string[] = [];
		const second = fakeEngine({id: 'xiangyun', concurrency: 2});
		const {batch} = begin({
			paths,
			agree: async () => second,
			onEvent: event => event.type === 'stopped' && stopped.push(event.error.code),
		});
		const reads = [await second.next(), await second.next()];
		for (const [at, end] of [...ends.entries()].reverse()) {
			if (end) reads[at]!.fail(end);
			else reads[at]!.succeed({...reading(numbered(at + 1)), engine: 'xiangyun'});
		}
		await batch.done;
		const kept = engines(batch).includes('xiangyun') ? 'xiangyun' : 'offline';
		expect(`${stopped.join()} b.png ${kept}`).toBe(expected);
	});

	it('has its first results, each said once, where the question itself fails', async () => {
		const {batch, names} = begin({
			agree: async () => {
				throw new AppError('CONFIG_MISSING');
			},
		});
		expect(await batch.done).toHaveLength(4);
		expect(engines(batch)).toEqual(['offline', 'offline', 'offline', 'NO_PASSPORT_FOUND']);
		expect([names('stopped'), names('settled')]).toEqual([['b.png'], ['b.png', 'c.png', 'd.png']]);
	});

	it.each(['abort', 'cancel', 'end'] as const)('is not asked after an %s while the question was open', async how => {
		const second = fakeEngine({id: 'xiangyun'});
		const controller = new AbortController();
		const {batch} = begin({
			signal: controller.signal,
			agree: async () => {
				if (how === 'abort') controller.abort();
				else void batch[how]();
				return second;
			},
		});
		await batch.done;
		expect(second.reads).toHaveLength(0);
		expect(engines(batch)).toEqual(['offline', 'offline', 'offline', 'NO_PASSPORT_FOUND']);
	});
});

describe('what the cloud answered before', () => {
	const {mrz_line1: first, mrz_line2: second} = originalSidecar();
	const near = () => fakeEngine({answer: () => reading([first, second])});
	/** After what is kept, or it would be taken for the answer of another process. */
	const now = () => new Date('2026-11-23T06:00:00Z');
	const keptOf = (...names: readonly string[]) => {
		const {paths} = pictures(...names);
		for (const path of paths) {
			writeFileSync(path.replace('.png', '.json'), JSON.stringify(originalSidecar(basename(path))));
		}
		return paths;
	};
	const agreed = (outcomes: readonly Outcome[]) =>
		outcomes.map(outcome => {
			const fields = outcome.kind === 'read' ? outcome.record.passport.fields : [];
			const isAgreed = fields.some(({evidence}) => evidence.reasons.some(({code}) => code === 'engines-agree'));
			return `${told([outcome])} ${isAgreed ? 'compared' : 'alone'}`;
		});

	it('is compared with what this computer reads where both are wanted, without a question', async () => {
		const paths = keptOf('a.png', 'b.png');
		let asked = 0;
		const agree = async () => {
			asked++;
			return undefined;
		};
		const {batch} = begin({paths, choice: 'both', local: near(), now, agree});
		expect(agreed(await batch.done)).toEqual(['a.png engine compared', 'b.png engine compared']);
		expect(asked).toBe(0);
	});

	it('is left as it is where the cloud is asked about unproven pictures only', async () => {
		const local = near();
		const {batch} = begin({paths: keptOf('a.png'), local, now, agree: async () => undefined});
		expect(agreed(await batch.done)).toEqual(['a.png kept alone']);
		expect(local.reads).toHaveLength(0);
	});

	it('is left as it was where the picture went away before it could be compared', async () => {
		const paths = keptOf('a.png', 'b.png');
		const {batch} = begin({
			paths,
			choice: 'both',
			local: near(),
			now,
			agree: async () => undefined,
			onEvent: event => event.type === 'finished' && 'provisional' in event && rmSync(paths[1]!, {force: true}),
		});
		expect(agreed(await batch.done)).toEqual(['a.png engine compared', 'b.png kept alone']);
	});

	it('is compared beside pictures that were read here and have no answer yet', async () => {
		const {paths: fresh} = pictures('c.png');
		const paths = [...keptOf('a.png'), ...fresh];
		const asked: string[] = [];
		const {batch} = begin({
			paths,
			choice: 'both',
			local: near(),
			now,
			async agree(some) {
				asked.push(...some.map(path => basename(path)));
				return undefined;
			},
		});
		expect(agreed(await batch.done)).toEqual(['a.png engine compared', 'c.png engine alone']);
		expect(asked).toEqual(['c.png']);
	});
});

describe('a sheet of two passports, one of them unproven', () => {
	it('is sent for that one, and the proven one stays as it was read here', async () => {
		const {paths} = pictures('sheet.png');
		const here = fakeEngine({answer: () => [reading(numbered(1)), reading(numbered(2), [[0, 8]])]});
		const far = fakeEngine({id: 'xiangyun', answer: () => ({...reading(numbered(2)), engine: 'xiangyun'})});
		const asked: (readonly string[])[] = [];
		const {batch, names} = begin({
			paths,
			local: here,
			async agree(some) {
				asked.push(some.map(path => basename(path)));
				return far;
			},
		});
		const outcomes = await batch.done;
		expect(asked).toEqual([['sheet.png#2']]);
		expect(told(outcomes)).toEqual(['sheet.png engine', 'sheet.png#2 engine']);
		expect(engines(batch)).toEqual(['offline', 'xiangyun']);
		expect(names('finished', false)).toEqual(['sheet.png', 'sheet.png#2']);
		expect(far.reads).toHaveLength(1);
	});

	it('has its second one before the next picture, also while nothing is sent', async () => {
		const {paths} = pictures('sheet.png', 'z.png');
		const here = fakeEngine({answer: () => [reading(numbered(1)), reading(numbered(2), [[0, 8]])]});
		const {batch} = begin({paths, local: here, agree: async () => undefined});
		await batch.done;
		expect(states(batch)).toEqual(['sheet.png read', 'sheet.png#2 read', 'z.png read', 'z.png#2 read']);
	});

	it('is sent once where both are unproven', async () => {
		const {paths} = pictures('sheet.png');
		const weak = [[0, 8]] as const;
		const here = fakeEngine({answer: () => [reading(numbered(1), weak), reading(numbered(2), weak)]});
		const far = fakeEngine({id: 'xiangyun', answer: () => ({...reading(numbered(2)), engine: 'xiangyun'})});
		const {batch, names} = begin({paths, local: here, agree: async () => far});
		await batch.done;
		expect(far.reads).toHaveLength(1);
		expect(names('finished', false)).toHaveLength(2);
		expect(batch.items().map(({path, state}) => `${basename(path)} ${state}`)).toEqual([
			'sheet.png read',
			'sheet.png#2 read',
		]);
	});
});
