import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {parseAnswer} from '../../../source/core/engines/xiangyun/answer.ts';
import {passportCard} from '../../../source/core/engines/xiangyun/card.ts';
import {readingOf} from '../../../source/core/engines/xiangyun/reading.ts';
import {AppError} from '../../../source/core/errors.ts';
import {exportOf} from '../../../source/core/export/write.ts';
import {readJournal} from '../../../source/core/journal/file.ts';
import {replay} from '../../../source/core/journal/replay.ts';
import {judge} from '../../../source/core/passport/judge/judge.ts';
import {fromJson} from '../../../source/core/records/json/from-json.ts';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {eachIn} from '../../../source/core/records/sidecars/entries.ts';
import {messages} from '../../../source/text/index.ts';
import {chinesePassport} from '../../support/invented-passport.ts';
import {recordOf, today} from '../../support/records.ts';
import {unzipped} from '../../support/unzipped.ts';
import {answerJson, itemsOf, success} from '../../support/xiangyun-answers.ts';
import {hasControls} from '../controls.ts';
import {mutated, mutatedBytes} from '../mutate.ts';
import {casesOf, type Given, type Part, type Row} from '../part.ts';

/** Seconds of CPU that one case took at most, and what went wrong. */
function watch() {
	let slowest = 0;
	const wrong: string[] = [];
	return {
		wrong,
		slowest: () => slowest,
		async time(name: string, job: () => unknown): Promise<void> {
			const before = process.cpuUsage();
			try {
				await job();
			} catch (error) {
				if (!(error instanceof AppError) || error.kind === 'bug') wrong.push(`${name}: ${String(error).slice(0, 120)}`);
			}
			const {user, system} = process.cpuUsage(before);
			slowest = Math.max(slowest, (user + system) / 1e6);
		},
	};
}

type Watch = ReturnType<typeof watch>;

const rowOf = (test: string, cases: number, {wrong, slowest}: Watch, more = ''): Row => ({
	test,
	cases,
	result: `${wrong.length} wrong${wrong.length > 0 ? `: ${wrong.slice(0, 3).join('; ')}` : ''}, at most ${slowest().toFixed(2)} s CPU${more}`,
	goal: '0 crashes, 0 control bytes, 0 formulas, under 5 s',
	isMet: wrong.length === 0 && slowest() < 5,
});

/** What is printed and exported of a record: nothing in it may act. */
function mustBeHarmless(record: PassportRecord, {wrong}: Watch): void {
	const {passport, review} = record;
	const shown = JSON.stringify([passport, review, record.answer ?? {}, record.failures ?? []]);
	// JSON writes C0 and lone surrogates as escapes.
	if (hasControls(shown) || /(?<!\\)\\u(?:00[01]|d[89a-f])/.test(shown))
		wrong.push('a value that acts on the terminal');
}

async function mustExport(records: readonly PassportRecord[], {wrong}: Watch): Promise<void> {
	const words = messages('en').exported;
	for (const format of ['excel', 'csv'] as const) {
		const {content} = exportOf(records, {format, words, columns: 'default', today} as Parameters<typeof exportOf>[1]);
		const parts: Buffer[] = [];
		for await (const part of content() as AsyncIterable<Uint8Array>) parts.push(Buffer.from(part));
		const bytes = Buffer.concat(parts);
		if (format === 'csv') {
			if (/(?:^|,)"?[=+@\t]/m.test(bytes.toString('utf8'))) wrong.push('a formula in CSV');
			continue;
		}
		for (const [name, text] of unzipped(bytes)) {
			if (!name.endsWith('.xml')) continue;
			if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) wrong.push(`${name} is no XML`);
			if (/<f[ >]/.test(text)) wrong.push(`${name} has a formula`);
		}
	}
}

async function answers(given: Given): Promise<Row> {
	const seen = watch();
	const json = JSON.parse(answerJson(success(itemsOf(chinesePassport)), 'current'));
	const cases = casesOf(2000, given);
	for (let count = 0; count < cases; count++) {
		const text = JSON.stringify(mutated(json, given.random));
		const body = given.random() < 0.8 ? text : mutatedBytes(Buffer.from(text), given.random).toString('utf8');
		await seen.time('answer', async () => {
			const answer = parseAnswer(body);
			if ('reason' in answer) return;
			const passport = judge(readingOf(passportCard(answer)), {today});
			mustBeHarmless(recordOf('a.jpg', {passport}), seen);
		});
	}
	return rowOf('mutated answers of the service', cases, seen);
}

async function sidecars(given: Given): Promise<Row> {
	const seen = watch();
	const json = toJson(recordOf('a.jpg', {engine: 'xiangyun', answer: {height: '170', name: 'X'}}));
	const {passport_ocr: _, ...original} = json;
	const kept: PassportRecord[] = [];
	const cases = casesOf(2000, given);
	for (let count = 0; count < cases; count++) {
		const changed = mutated(given.random() < 0.7 ? json : original, given.random);
		await seen.time('sidecar', async () => {
			for (const sidecar of eachIn(fromJson(JSON.parse(JSON.stringify(changed))))) {
				if (sidecar.kind !== 'ours' && sidecar.kind !== 'original') continue;
				const record =
					sidecar.kind === 'ours' ? sidecar.record('a.jpg') : sidecar.record({path: 'a.jpg', sha256: ''}, today);
				mustBeHarmless(record, seen);
				kept.push(record);
			}
		});
	}
	await seen.time('export', () => mustExport(kept, seen));
	return rowOf('mutated sidecars, and lists of them', cases, seen, `, ${kept.length} rows`);
}

async function journals(given: Given): Promise<Row> {
	const seen = watch();
	const review = {state: 'accepted', at: 'x', edits: {passport_number: {from: 'a', to: 'b'}}, confirmed: ['name']};
	const cursor = {path: '/p/a.jpg', field: 'passport_number'};
	const lines = [
		{type: 'batch', version: 1, at: '2026-11-22T06:00:00Z', engine: 'offline', roots: ['/p']},
		{type: 'records', records: [{path: '/p/a.jpg', sha256: 'a'.repeat(64)}]},
		{
			type: 'step',
			decision: 'accept',
			changes: [{path: '/p/a.jpg', read: 'x', before: {review}, after: {review}}],
			from: cursor,
			to: cursor,
		},
		{type: 'at', screen: 'review', ...cursor, draft: 'AB', typing: {lines: ['P<UTO', ''], at: 0, cursor: 5}},
		{type: 'undo'},
		{type: 'leftOut', paths: ['/p/a.jpg'], out: true},
		{type: 'done', done: false},
	];
	const cases = casesOf(2000, given);
	await mkdir(given.folder, {recursive: true});
	const path = join(given.folder, 'journal.jsonl');
	for (let count = 0; count < cases; count++) {
		const text = lines
			.map(line => JSON.stringify(given.random() < 0.4 ? mutated(line, given.random) : line))
			.join('\n');
		await writeFile(path, given.random() < 0.8 ? text : mutatedBytes(Buffer.from(text), given.random));
		await seen.time('journal', async () => {
			const journal = await readJournal(path);
			if (journal.kind !== 'journal') return;
			const {at, past} = replay(journal.entries);
			if (
				hasControls(at?.draft ?? '') ||
				hasControls(at?.typing?.lines.join('') ?? '') ||
				hasControls(JSON.stringify(past.map(({changes}) => changes.map(({after}) => after))))
			) {
				seen.wrong.push('a value of a journal that acts on the terminal');
			}
		});
	}
	await readFile(path);
	return rowOf('mutated journals', cases, seen);
}

const hostileInput: Part = {
	what: 'answers, sidecars and journals that another program has changed',
	run: async given => [await answers(given), await sidecars(given), await journals(given)],
};

export default hostileInput;
