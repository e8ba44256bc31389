import {isMainThread, Worker} from 'node:worker_threads';
import {AppError, type ErrorCode, type ErrorDetails} from '../../errors.ts';
import {packagePath} from '../../package-root.ts';
import type {DecoderJob, DecoderResult} from './decoded.ts';
import {runDecoder} from './run-decoder.ts';

export type DecoderAnswer =
	| {readonly result: DecoderResult<DecoderJob>}
	| {readonly error: {readonly code: ErrorCode; readonly details: ErrorDetails}};

type Task = {readonly job: DecoderJob; resolve(result: DecoderResult<DecoderJob>): void; reject(error: AppError): void};

/** Milliseconds that a picture may take; what takes longer was made to. */
export const longestDecoding = 20_000;

/** Milliseconds without work after which the thread and its memory are given back. */
const idle = 5000;

let watcher: (isBusy: boolean) => void = () => {};

/** Has this worker say when a decoder begins and ends that works without pause: nothing else can be said meanwhile. */
export function watchDecoding(onChange: (isBusy: boolean) => void): void {
	watcher = onChange;
}

async function runWatched<Job extends DecoderJob>(job: Job): Promise<DecoderResult<Job>> {
	watcher(true);
	try {
		return await runDecoder(job);
	} finally {
		watcher(false);
	}
}

let thread: Worker | undefined;
let current: Task | undefined;
let timer: NodeJS.Timeout | undefined;
const waiting: Task[] = [];

/**
 * Does a job of a decoder that works without pause: on this thread where it is a worker already, else on a thread of its
 * own, so that the screen and the keyboard never wait for it. One job at a time.
 *
 * @throws AppError as `runDecoder`; DAMAGED_IMAGE for a picture that takes longer than 20 seconds
 */
export async function decode<Job extends DecoderJob>(job: Job): Promise<DecoderResult<Job>> {
	if (!isMainThread) return await runWatched(job);
	return await new Promise((resolve, reject) => {
		waiting.push({job, resolve: resolve as Task['resolve'], reject});
		next();
	});
}

function next(): void {
	if (current) return;
	clearTimeout(timer);
	current = waiting.shift();
	if (!current) {
		thread?.unref();
		timer = setTimeout(end, idle).unref();
		return;
	}
	thread ??= start();
	thread.ref();
	timer = setTimeout(() => fail('timeout'), longestDecoding);
	thread.postMessage(current.job);
}

function start(): Worker {
	const worker = new Worker(packagePath('dist', 'decoder-worker.js'));
	worker.on('message', (answer: DecoderAnswer) => {
		const task = current;
		current = undefined;
		if ('result' in answer) task?.resolve(answer.result);
		else task?.reject(new AppError(answer.error.code, answer.error.details));
		next();
	});
	// A decoder that runs out of memory takes its thread with it.
	worker.on('error', ({message}) => {
		if (worker === thread) fail(message);
	});
	return worker;
}

/** The current job fails; the next one gets a new thread. */
function fail(reason: string): void {
	const task = current;
	current = undefined;
	end();
	const path = task && 'picture' in task.job ? {path: task.job.picture.path} : {};
	task?.reject(new AppError('DAMAGED_IMAGE', {...path, reason}));
	next();
}

function end(): void {
	void thread?.terminate();
	thread = undefined;
}
