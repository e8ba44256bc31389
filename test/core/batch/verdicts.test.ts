import {expect, test} from 'vitest';
import type {BatchPhase} from '../../../source/core/batch/batch-handle.ts';
import {createOutage} from '../../../source/core/batch/outage.ts';
import {createStopping} from '../../../source/core/batch/stopping.ts';
import {AppError, stopsBatch} from '../../../source/core/errors.ts';

const errors = {
	gone: new AppError('NETWORK', {host: 'example.com', reason: 'ECONNREFUSED'}),
	busy: new AppError('SERVICE_BUSY', {http: 503}),
	lost: new AppError('TIMEOUT', {host: 'example.com', sent: 'perhaps'}),
	none: new AppError('NO_PASSPORT_FOUND'),
	quota: new AppError('QUOTA_USED_UP'),
	ok: undefined,
} as const;

/** `a+` a call about a begins, `a:gone` it ends so, `a!` a person asks for a again, `!` for all. Says each verdict. */
function verdicts(words: string): readonly string[] {
	const outage = createOutage();
	const calls = new Map<string, ReturnType<typeof outage.begin>>();
	return words.split(' ').flatMap(word => {
		const [, path, , end] = /^(\w*)([+!:])(\w*)$/.exec(word)!;
		if (word === '!') outage.forget();
		else if (word.endsWith('!')) outage.forget(path);
		else if (word.endsWith('+')) calls.set(path!, outage.begin());
		else {
			const {isGone, broken} = calls.get(path!)!(path!, errors[end as keyof typeof errors]);
			const {row, charged, last, http} = broken?.details ?? {};
			const said = broken ? `broken ${row} ${charged} ${last} ${http ?? '-'}` : isGone ? 'gone' : 'fine';
			return [`${said} (${outage.paths().join(' ')})`];
		}
		return [];
	});
}

test.each([
	['one call that does not reach it', 'a+ a:gone', ['fine (a)']],
	['two that fail together', 'a+ b+ a:gone b:gone', ['fine (a)', 'fine (a b)']],
	['one that began after another had failed', 'a+ a:gone b+ b:gone', ['fine (a)', 'gone (a b)']],
	['one picture again and again', 'a+ a:gone a+ a:gone a+ a:gone', ['fine (a)', 'fine (a)', 'fine (a)']],
	['an answer in between', 'a+ a:gone b+ c+ b:ok c:gone', ['fine (a)', 'fine ()', 'fine (c)']],
	['no passport in between', 'a+ a:gone b+ b:none c+ c:gone', ['fine (a)', 'fine ()', 'fine (c)']],
	['a picture that is asked for again', 'a+ a:gone a! b+ b:gone', ['fine (a)', 'fine (b)']],
	['another that is asked for again', 'a+ a:gone x! b+ b:gone', ['fine (a)', 'gone (a b)']],
	['one of two that is asked for again', 'a+ b+ a:gone b:gone a! c+ c:gone', ['fine (a)', 'fine (a b)', 'gone (b c)']],
	['all that are asked for again', 'a+ b+ a:gone b:gone ! c+ c:gone', ['fine (a)', 'fine (a b)', 'fine (c)']],
	[
		'three that are turned away',
		'a+ a:busy b+ b:busy c+ c:busy',
		['fine (a)', 'fine (a b)', 'broken 3 0 SERVICE_BUSY 503 (a b c)'],
	],
	[
		'three that may have been charged',
		'a+ a:lost b+ b:lost c+ c:lost',
		['fine ()', 'fine ()', 'broken 3 3 TIMEOUT - ()'],
	],
	[
		'a fourth',
		'a+ a:busy b+ b:busy c+ c:busy d+ d:lost',
		['fine (a)', 'fine (a b)', 'broken 3 0 SERVICE_BUSY 503 (a b c)', 'broken 4 1 TIMEOUT - (a b c)'],
	],
	[
		'one that is reached but fails in between',
		'a+ a:gone b+ b:busy c+ c:gone d+ d:gone',
		['fine (a)', 'fine (a b)', 'fine (a b c)', 'gone (a b c d)'],
	],
	[
		'an answer after two failures',
		'a+ a:lost b+ b:lost c+ c:ok d+ d:lost',
		['fine ()', 'fine ()', 'fine ()', 'fine ()'],
	],
])('a service with %s', (_, words, said) => expect(verdicts(words)).toEqual(said));

/** What a batch stops at, in which phase, and what is tried again then. */
function stopped(words: string, begun: BatchPhase = 'running') {
	let phase = begun;
	const said: string[] = [];
	const stopping = createStopping({
		stops: stopsBatch,
		phase: () => phase,
		stop: ({path}, {code, details}) => {
			said.push(`${path} ${code} ${details.batch ?? '-'}`);
			if (phase === 'running') phase = 'stopped';
		},
	});
	for (const word of words.split(' ')) {
		const [path, end] = word.split(':') as [string, keyof typeof errors];
		if (word.endsWith('!')) {
			stopping.forget(word.slice(0, -1));
			continue;
		}
		const error = errors[end];
		const outcome = error
			? {kind: 'failed', failure: {path, code: error.code, details: error.details}, milliseconds: 1}
			: {kind: 'read', milliseconds: 1};
		stopping.finished({path, state: 'failed'}, outcome as never, path.startsWith('x') ? undefined : stopping.begin());
	}
	return [...said, `again: ${stopping.takeUntried().join(' ')}`, ...stopping.takeUntried()];
}

test.each<[string, string, readonly string[], BatchPhase?]>([
	['nothing', 'a:ok b:none', ['again: ']],
	['a quota that is used up', 'a:ok b:quota', ['b QUOTA_USED_UP stopped', 'again: b']],
	['a quota before a call', 'x:quota', ['x QUOTA_USED_UP stopped', 'again: x']],
	['a service that is gone', 'a:gone b:gone', ['b NETWORK stopped', 'again: b a']],
	['a service that turns away', 'a:busy b:busy c:busy', ['c SERVICE_BROKEN -', 'again: c b a']],
	['what may have been charged', 'a:lost b:busy c:lost', ['c SERVICE_BROKEN -', 'again: b']],
	[
		'what comes back after that',
		'a:gone b:gone c:gone d:ok',
		['b NETWORK stopped', 'c NETWORK stopped', 'again: c b a'],
	],
	['what may have been charged after that', 'a:gone b:gone c:lost', ['b NETWORK stopped', 'again: b a']],
	['a picture that was left out', 'a:gone b:gone b!', ['b NETWORK stopped', 'again: a']],
	['a batch that was cancelled', 'a:quota b:gone c:gone', ['again: '], 'cancelled'],
])('a batch stops at %s', (_, words, said, phase) => expect(stopped(words, phase)).toEqual(said));
