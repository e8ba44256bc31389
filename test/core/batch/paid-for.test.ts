import {describe, expect, it, test} from 'vitest';
import {elsewhereIn} from '../../../source/core/batch/from-store.ts';
import {type BatchItem, insertAfter, isOwed, paidPages} from '../../../source/core/batch/item.ts';
import {recordsOf, withKept} from '../../../source/core/batch/page-records.ts';
import {retryWorthIt} from '../../../source/core/batch/retry-worth-it.ts';
import type {EngineFailure, Outcome, PassportRecord} from '../../../source/core/records/record.ts';
import type {ResultStore} from '../../../source/core/records/result-store.ts';
import type {SidecarEntry} from '../../../source/core/records/sidecars/entries.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {misprinted, numbered, reading, recordOf, today} from '../../support/records.ts';

const failureOf = (engine: string, code = 'NO_PASSPORT_FOUND'): EngineFailure => ({
	engine: engine as EngineFailure['engine'],
	engineVersion: '1',
	code: code as EngineFailure['code'],
	details: {},
	failedAt: '2026-11-22T06:00:00+00:00',
});

const read = (rest: Parameters<typeof recordOf>[1] = {}, path = 'a.png'): Outcome => ({
	kind: 'read',
	from: 'engine',
	milliseconds: 1,
	record: recordOf(path, rest),
});

const failed = (code: string, failures: readonly EngineFailure[] = [], sha256?: string): Outcome => ({
	kind: 'failed',
	failure: {path: 'a.png', code: code as EngineFailure['code'], details: {}},
	failures,
	milliseconds: 1,
	...(sha256 ? {sha256} : {}),
});

const edited = {state: 'edited', edits: {sex: {from: 'M', to: 'F'}}, confirmed: []} as const;

describe('the pages of a picture that a service was paid for', () => {
	const item = (outcome?: Outcome, path = 'a.png'): BatchItem => ({
		path,
		state: outcome?.kind === 'read' ? 'read' : 'failed',
		...(outcome ? {outcome} : {}),
	});

	it.each<[string, BatchItem, readonly number[]]>([
		['read by the service', item(read({engine: 'xiangyun'})), [1]],
		['read here', item(read()), []],
		['read here after the service failed', item(read({failures: [failureOf('xiangyun')]})), [1]],
		['the third page of a file', item(read({engine: 'xiangyun'}), 'a.pdf#3'), [1, 3]],
		['failed by the service', item(failed('SERVICE', [failureOf('xiangyun')], 'a'.repeat(64))), [1]],
		['failed here', item(failed('NO_PASSPORT_FOUND', [failureOf('offline')], 'a'.repeat(64))), []],
		['failed before its content was known', item(failed('SERVICE', [failureOf('xiangyun')])), []],
		['not read yet', item(), []],
	])('%s', (_, one, pages) => {
		expect(paidPages(one)).toEqual(pages.map(page => ({sha256: 'a'.repeat(64), page})));
	});

	it('are not owed to a picture that waits for the next try', () => {
		const wait = {until: 0} as unknown as NonNullable<BatchItem['wait']>;
		expect(isOwed({path: 'a', state: 'reading'})).toBe(true);
		expect(isOwed({path: 'a', state: 'reading', wait})).toBe(false);
		expect(isOwed({path: 'a', state: 'waiting'})).toBe(false);
	});
});

test('a page that became known later is behind its file', () => {
	const items = new Map(['a', 'b'].map(path => [path, {path, state: 'waiting'} as BatchItem]));
	insertAfter(items, 'a', {path: 'a#2', state: 'waiting'});
	expect([...items].map(([path, item]) => [path, item.path])).toEqual([
		['a', 'a'],
		['a#2', 'a#2'],
		['b', 'b'],
	]);
});

describe('what the second engine is asked about', () => {
	const weak = {reading: reading(misprinted)};

	it.each<[string, Outcome, boolean, boolean]>([
		['what is proven', read(), false, true],
		['what is not proven', read(weak), true, true],
		['where no passport was found', failed('NO_PASSPORT_FOUND'), true, true],
		['where none was found by it either', failed('NO_PASSPORT_FOUND', [failureOf('xiangyun')]), false, false],
		['what could not be opened', failed('DAMAGED_IMAGE'), false, false],
		['what it has read', read({...weak, engine: 'xiangyun'}), false, false],
		['what it has failed at', read({...weak, failures: [failureOf('xiangyun')]}), false, false],
		['what the first engine failed at before', read({...weak, failures: [failureOf('offline')]}), true, true],
		['what a person has edited', read({...weak, review: edited}), false, false],
	])('%s', (_, outcome, auto, both) => {
		const asked = (choice: 'auto' | 'both') => retryWorthIt([outcome], choice, 'xiangyun').length > 0;
		expect([asked('auto'), asked('both')]).toEqual([auto, both]);
	});

	it('is named by its picture', () => {
		expect(retryWorthIt([read(weak, 'b.png'), failed('NO_PASSPORT_FOUND')], 'auto', 'xiangyun')).toEqual([
			'b.png',
			'a.png',
		]);
	});
});

describe('the records of a page', () => {
	const picture = {path: 'a.png', sha256: 'a'.repeat(64), pages: 1} as Parameters<typeof recordsOf>[0];
	const by = (id: string, failures: readonly EngineFailure[] = [], record?: PassportRecord) => ({
		engine: {...fakeEngine({}), id, version: '2'} as Parameters<typeof recordsOf>[2]['engine'],
		today,
		now: new Date('2026-11-22T06:00:00Z'),
		beside: {failures, others: [], ...(record ? {record} : {})} as unknown as Parameters<typeof recordsOf>[2]['beside'],
	});
	const answer = {passport_number: 'L898902C3'};

	it('keep the answer of a service that was paid, and of no other engine', () => {
		const [cloud] = recordsOf(picture, [{...reading(), answer}], by('xiangyun'));
		const [here] = recordsOf(picture, [{...reading(), answer}], by('offline'));
		expect([cloud.answer, here.answer]).toEqual([answer, undefined]);
		expect('answer' in recordsOf(picture, [reading()], by('xiangyun'))[0]).toBe(false);
	});

	it('keep what another engine failed at, once, and no failure of the engine that has read it now', () => {
		const both = [failureOf('xiangyun'), failureOf('offline')];
		const two = recordsOf(picture, [reading(), reading(numbered(1))], by('offline', both));
		expect(two.map(({failures}) => failures)).toEqual([[failureOf('xiangyun')], undefined]);
		expect('failures' in recordsOf(picture, [reading()], by('offline', [failureOf('offline')]))[0]).toBe(false);
		expect(two.map(({path}) => path)).toEqual(['a.png', 'a.png#2']);
	});

	it('say on the first one how many more passports were seen and could not be read', () => {
		const lost = {...reading([]), lines: []};
		const [first, ...others] = recordsOf(picture, [reading(), lost, lost], by('offline'));
		expect(others).toEqual([]);
		expect(first.passport.issues).toContainEqual({code: 'passport-unread', params: {count: 2}, blocks: true});
		expect(() => recordsOf(picture, [lost], by('offline'))).toThrow(
			expect.objectContaining({code: 'NO_PASSPORT_FOUND'}),
		);
	});

	it('of a new reading leave what a person has decided, also where the passports come in another order', () => {
		const fresh = recordsOf(picture, [reading(), reading(numbered(1))], by('offline'));
		const kept = {...recordOf('a.png', {reading: reading(numbered(1))}), review: edited};
		const numbers = (records: readonly PassportRecord[]) =>
			records.map(({path, passport, review}) => `${path} ${passport.fields[0]!.value} ${review.state}`);
		expect(numbers(withKept(fresh, [kept], 1))).toEqual(['a.png L898902C3 unreviewed', 'a.png#2 L800012C3 edited']);
		// An answer that was paid for takes the place of what no person has worked on.
		const paid = recordsOf(picture, [{...reading(numbered(1)), answer}], by('xiangyun'));
		expect(withKept(paid, [{...kept, review: fresh[0].review}], 1)[0].answer).toEqual(answer);
		expect(withKept(paid, [kept], 1)[0].review.state).toBe('edited');
	});

	it('of another passport that is kept come behind', () => {
		const other = recordOf('a.png', {reading: reading(['P<FRADUPONT<<JEAN'.padEnd(44, '<'), `${'7'.repeat(43)}0`])});
		const all = withKept(recordsOf(picture, [reading()], by('offline')), [other], 1);
		expect(all.map(({path}) => path)).toEqual(['a.png', 'a.png#2']);
	});
});

test.each<[string, readonly string[], boolean]>([
	['a failure of a paid service', ['xiangyun'], true],
	['a failure of this computer', ['offline'], false],
	['failures of both', ['offline', 'xiangyun'], true],
])('%s is kept by the content of a picture that loses its place: %j', async (_, engines, isKept) => {
	const kept: (readonly SidecarEntry[])[] = [];
	const store = {keep: async (_sha256: string, _path: string, entries: readonly SidecarEntry[]) => kept.push(entries)};
	const entry = {
		sidecar: {kind: 'failed', failures: engines.map(engine => failureOf(engine))},
	} as unknown as SidecarEntry;
	await elsewhereIn(store as unknown as ResultStore)('a'.repeat(64), 'a.png', [entry]);
	expect(kept).toEqual(isKept ? [[entry]] : []);
});
