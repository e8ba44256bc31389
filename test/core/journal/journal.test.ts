import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {appendFileSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import type {Header} from '../../../source/core/journal/entry.ts';
import {readJournal} from '../../../source/core/journal/file.ts';
import {forgetOld, latestBatch, resumeBatch, withPictures} from '../../../source/core/journal/latest.ts';
import {purgeableJournals} from '../../../source/core/journal/purge.ts';
import {between, wholeReview} from '../../../source/core/journal/write-entries.ts';
import {createJournal, type JournalWriter} from '../../../source/core/journal/writer.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {keepRecord, writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {needsLook} from '../../../source/core/review/doubts.ts';
import {emptyReview, type ReviewEvent, type ReviewState, update} from '../../../source/core/review/review.ts';
import {changedRecords} from '../../../source/core/review/selectors.ts';
import {isRunning, type RunningProcess} from '../../../source/core/running-process.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {numbered, reading, recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const at = '2026-11-22T18:00:00+00:00';
const later = '2026-11-22T18:00:05+00:00';

type Session = {
	review: () => ReviewState;
	/** `kept: false`: killed before the decision came beside the picture. */
	act: (event: ReviewEvent, options?: {kept?: boolean}) => Promise<void>;
	readonly journal: JournalWriter;
	readonly state: string;
};

const header = (roots: string[]): Header => ({type: 'batch', version: 1, at, engine: 'offline', roots});

/** A review of three invented passports, kept as the app keeps it. */
async function begin(names = ['1.png', '2.png', '3.png']): Promise<Session> {
	const pictures = temporaryFolder();
	const state = join(temporaryFolder(), 'batches');
	let review = emptyReview(today);
	for (const [index, name] of names.entries()) {
		const record = recordOf(join(pictures, name), {sha256: String(index).repeat(64)});
		await writeSidecar(record);
		review = update(review, {type: 'addRecord', record});
	}
	const journal = await createJournal(state, header([pictures]), wholeReview(review), error => {
		throw error;
	});
	return {
		review: () => review,
		journal,
		state,
		async act(event, {kept = true} = {}) {
			const before = review;
			review = update(review, event);
			journal.write(between(before, review));
			const path = review.records[review.current]?.path;
			journal.write([{type: 'at', screen: 'review', field: review.field, ...(path ? {path} : {})}]);
			if (kept)
				for (const {record, before: was} of changedRecords(before, review)) await keepRecord(record, {before: was});
		},
	};
}

/** Another program changes the file beside a picture. */
function changeFile(picture: string, change: (file: Record<string, unknown>) => void): void {
	const path = picture.replace('.png', '.json');
	const file = JSON.parse(readFileSync(path, 'utf8'));
	change(file);
	writeFileSync(path, JSON.stringify(file));
}

async function comeBack({journal}: Session) {
	await journal.close();
	const resumed = await resumeBatch(journal.path, today);
	if (!resumed) throw new Error('nothing came back');
	return resumed;
}

const all: readonly ReviewEvent[] = [
	{type: 'moveField', by: 1},
	{type: 'editField', value: 'ERIKSSEN', at, go: 'stay'},
	{type: 'accept', at},
	{type: 'skip'},
	{type: 'reject', at},
	{type: 'undo'},
	{type: 'undo'},
];

/** What is seen of a review; news is of the moment. */
const seen = ({news: _, ...review}: ReviewState) => review;

describe('a batch that was left', () => {
	it('comes back with its passports, decisions, place, what was put off, and its history', async () => {
		const session = await begin();
		for (const event of all) await session.act(event);
		const {review, late, missing} = await comeBack(session);
		expect(seen(review)).toEqual(seen(session.review()));
		expect(late).toEqual([]);
		expect(missing).toBe(0);
	});

	it('can be undone to its beginning and done again to its end', async () => {
		const session = await begin();
		for (const event of all) await session.act(event);
		let {review} = await comeBack(session);
		let live = session.review();
		for (const type of ['redo', 'redo', 'undo', 'undo', 'undo', 'undo', 'undo'] as const) {
			review = update(review, {type});
			live = update(live, {type});
			expect(seen(review)).toEqual(seen(live));
		}
		expect(review.records.every(record => record.review.state === 'unreviewed')).toBe(true);
		expect(review.past).toEqual([]);
	});

	it('brings over what a kill left between the journal and the file beside the picture', async () => {
		const session = await begin();
		await session.act({type: 'moveField', by: 1});
		await session.act({type: 'editField', value: 'ERIKSSEN', at, go: 'stay'});
		await session.act({type: 'accept', at: later}, {kept: false});
		const {review, late} = await comeBack(session);
		expect(seen(review)).toEqual(seen(session.review()));
		expect(late.map(({record}) => record.review.state)).toEqual(['edited']);
	});

	it('undoes across a kill as well', async () => {
		const session = await begin();
		await session.act({type: 'accept', at});
		await session.act({type: 'undo'}, {kept: false});
		const {review, late} = await comeBack(session);
		expect(review.records[0]?.review.state).toBe('unreviewed');
		expect(review.future).toHaveLength(1);
		expect(late).toHaveLength(1);
	});

	it('believes the file beside the picture when another program decided meanwhile, and forgets that history only', async () => {
		const session = await begin();
		await session.act({type: 'accept', at});
		await session.act({type: 'reject', at});
		const [first] = session.review().records;
		await keepRecord({...first!, review: {...first!.review, state: 'rejected', at: later}}, {before: first!});
		const {review, late} = await comeBack(session);
		expect(review.records.map(record => record.review.state)).toEqual(['rejected', 'rejected', 'unreviewed']);
		expect(review.past.flatMap(({changes}) => changes.map(({after}) => after.path))).toEqual([review.records[1]?.path]);
		expect(late).toEqual([]);
	});

	it.each<[string, ReviewEvent[]]>([
		['accepted', [{type: 'accept', at}]],
		['edited', [{type: 'editField', value: 'L898902C4', at, go: 'stay'}]],
		[
			'edited and accepted',
			[
				{type: 'editField', value: 'L898902C4', at, go: 'stay'},
				{type: 'accept', at},
			],
		],
		['confirmed', [{type: 'confirmField', at}]],
	])('does not bring back that a passport was %s whose file was changed outside', async (_, events) => {
		const session = await begin();
		for (const event of events) await session.act(event);
		const {path} = session.review().records[0]!;
		changeFile(path, file => {
			file.passport_number = 'A12345679';
		});
		const {review, late} = await comeBack(session);
		const [first] = review.records;
		expect(first?.review.state).toBe('unreviewed');
		expect(first?.review.confirmed).not.toContain('passport_number');
		expect(needsLook(first!)).toBe(true);
		expect(review.past).toEqual([]);
		expect(late).toEqual([]);
	});

	it('does not undo a rejection into an acceptance of values that were changed outside', async () => {
		const session = await begin();
		await session.act({type: 'accept', at});
		await session.act({type: 'movePassport', by: -1});
		await session.act({type: 'reject', at: later});
		const {path, review: kept} = session.review().records[0]!;
		expect(kept.state).toBe('rejected');
		changeFile(path, file => {
			file.birth_date = '1980-01-01';
		});
		const undone = update((await comeBack(session)).review, {type: 'undo'});
		expect(undone.records[0]?.review.state).toBe('rejected');
	});

	it('does not bring an edit over to another value than the one that was edited', async () => {
		const session = await begin();
		await session.act({type: 'editField', value: 'L898902C4', at, go: 'stay'}, {kept: false});
		const {path} = session.review().records[0]!;
		const [first, second] = numbered(7);
		await writeSidecar(recordOf(path, {sha256: '0'.repeat(64), reading: reading([first, second])}));
		const {review, late} = await comeBack(session);
		expect(review.records[0]?.passport.lines[1]).toBe(second);
		expect(late).toEqual([]);
	});

	it('does not undo into an older reading of a picture that was read again', async () => {
		const session = await begin();
		await session.act({type: 'accept', at});
		await session.act({type: 'undo'});
		const again: PassportRecord = {...session.review().records[0]!, recognizedAt: later};
		const fresh: PassportRecord = {...again, review: {state: 'unreviewed', edits: {}, confirmed: []}};
		await writeSidecar(fresh);
		await session.act({type: 'addRecord', record: fresh});
		const {review} = await comeBack(session);
		expect([...review.past, ...review.future]).toEqual([]);
		expect(review.records[0]?.review.state).toBe('unreviewed');
	});

	it('comes back with its trip, as it was set last; a journal that mentions none has none', async () => {
		const session = await begin();
		expect((await comeBack(session)).trip).toBeUndefined();
		const trip = {on: {year: 2027, month: 2, day: 1}, schengen: {departure: {year: 2027, month: 2, day: 14}}};
		const line = (entry: object) => appendFileSync(session.journal.path, `${JSON.stringify(entry)}\n`);
		line({type: 'trip', trip: {on: {year: 2027, month: 1, day: 1}, validFor: {months: 6, days: 0}}});
		line({type: 'trip', trip});
		expect((await resumeBatch(session.journal.path, today))?.trip).toEqual(trip);
		line({type: 'trip'});
		expect((await resumeBatch(session.journal.path, today))?.trip).toBeUndefined();
	});

	it('says how many results are kept no more', async () => {
		const session = await begin();
		const [first] = session.review().records;
		writeFileSync(first!.path.replace('.png', '.json'), '{}');
		expect((await comeBack(session)).missing).toBe(1);
	});

	it('names the pictures that were replaced and those that are gone, and marks what was read of them', async () => {
		const session = await begin();
		const [first, second, third] = session.review().records;
		writeFileSync(first!.path, pngBytes('another passport'));
		rmSync(second!.path.replace('.png', '.json'));
		writeFileSync(third!.path, pngBytes('a third'));
		rmSync(third!.path.replace('.png', '.json'));
		const {resumed, pictures} = await withPictures(await comeBack(session));
		expect(pictures).toEqual({replaced: [first!.path, third!.path], gone: [second!.path]});
		expect(resumed).toMatchObject({missing: 0, review: {records: [{pictureNow: 'other'}]}});
	});

	it('keeps to what was decided about all clean ones at once', async () => {
		const session = await begin();
		await session.act({type: 'acceptAllClean', at});
		await session.act({type: 'undo'});
		await session.act({type: 'redo'});
		expect(seen((await comeBack(session)).review)).toEqual(seen(session.review()));
	});
});

describe('the journal', () => {
	it('can be read by its owner only, and holds no value that was not changed', async () => {
		const session = await begin();
		await session.act({type: 'moveField', by: 1});
		await session.act({type: 'editField', value: 'ERIKSSEN', at, go: 'stay'});
		await session.act({type: 'accept', at});
		await session.journal.close();
		expect(statSync(session.journal.path).mode & 0o077).toBe(0);
		expect(statSync(session.state).mode & 0o077).toBe(0);
		const text = readFileSync(session.journal.path, 'utf8');
		expect(text).toContain('ERIKSSEN');
		expect(text).not.toContain('1974-08-12');
	});

	it('counts up to a line that a kill cut off', async () => {
		const session = await begin();
		await session.act({type: 'accept', at});
		await session.journal.close();
		appendFileSync(session.journal.path, '{"type":"step","decision":"acc');
		const resumed = await resumeBatch(session.journal.path, today);
		expect(resumed?.review.past).toHaveLength(1);
	});

	it('that is broken, or of another version, is passed over for an older one', async () => {
		const session = await begin();
		await session.journal.close();
		const name = (stamp: string) => join(session.state, `batch-${stamp}-999999999-01234567.jsonl`);
		writeFileSync(name('20261122180000'), 'not a journal');
		writeFileSync(name('20261122180001'), '{"type":"batch","version":7}\n');
		const {batch, ignored} = await latestBatch(session.state);
		expect(batch).toMatchObject({file: session.journal.path, pictures: 3});
		expect(ignored.map(({why}) => why).sort()).toEqual(['broken', 'other']);
		expect((await readJournal(name('20261122180000'))).kind).toBe('broken');
	});

	/** The journal of a session in another process. */
	async function writtenBy(
		by: {readonly [Name in keyof RunningProcess]?: RunningProcess[Name] | undefined},
	): Promise<Session> {
		const session = await begin();
		await session.journal.close();
		const [first = '', ...rest] = readFileSync(session.journal.path, 'utf8').split('\n');
		const head = JSON.parse(first);
		writeFileSync(session.journal.path, [JSON.stringify({...head, by: {...head.by, ...by}}), ...rest].join('\n'));
		return session;
	}

	it('that another session has open is left to it', async () => {
		const other = spawn('sleep', ['60'], {stdio: 'ignore'});
		onTestFinished(() => void other.kill());
		const {state} = await writtenBy({pid: other.pid!, started: undefined});
		expect((await latestBatch(state)).batch).toBeUndefined();
	});

	it('is offered when its process has ended and another one has its number by now', async () => {
		const other = spawn('sleep', ['60'], {stdio: 'ignore'});
		onTestFinished(() => void other.kill());
		const {state, journal} = await writtenBy({pid: other.pid!, started: 'of another start'});
		expect((await latestBatch(state)).batch).toMatchObject({file: journal.path});
	});

	it.skipIf(process.platform === 'win32')('is offered when its process is a zombie', async () => {
		const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], {stdio: ['ignore', 'pipe', 'ignore']});
		onTestFinished(() => void parent.kill());
		const [line] = await once(parent.stdout!, 'data');
		const pid = Number(String(line));
		await expect.poll(async () => await isRunning({pid, host: hostname(), at})).toBe(false);
		expect(() => process.kill(pid, 0)).not.toThrow();
		const {state, journal} = await writtenBy({pid, started: undefined});
		expect((await latestBatch(state)).batch).toMatchObject({file: journal.path});
	});

	it('is offered before its first picture is read, and not where nothing could be read or there is none', async () => {
		const session = await begin([]);
		expect((await latestBatch(session.state)).batch).toMatchObject({pictures: 0});
		session.journal.write([{type: 'done', done: true}]);
		await session.journal.close();
		expect(await latestBatch(session.state)).toEqual({batch: undefined, ignored: []});
		expect((await latestBatch('/no/such/folder')).batch).toBeUndefined();
	});

	it('is forgotten after a month', async () => {
		const session = await begin();
		await session.journal.close();
		await forgetOld(session.state, new Date());
		expect(readdirSync(session.state)).toHaveLength(1);
		const old = new Date(Date.now() - 31 * 86_400_000);
		utimesSync(session.journal.path, old, old);
		await forgetOld(session.state, new Date());
		expect(readdirSync(session.state)).toEqual([]);
	});

	it('is purged with the pictures it speaks of, and with no others', async () => {
		const session = await begin();
		await session.journal.close();
		const [{path}] = session.review().records as [PassportRecord];
		const found = (folder: string, olderThan?: number) =>
			purgeableJournals(session.state, [folder], {now: new Date(), ...(olderThan === undefined ? {} : {olderThan})});
		expect(await found(join(path, '..'))).toEqual([session.journal.path]);
		expect(await found(`${join(path, '..')}-other`)).toEqual([]);
		expect(await found(join(path, '..'), 86_400_000)).toEqual([]);
	});
});
