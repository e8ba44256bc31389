import type {Worker} from 'node:worker_threads';
import {debug, pictureLabel} from '../../../debug.ts';
import {AppError, type ErrorCode} from '../../../errors.ts';
import type {WithWay} from '../../../give-way.ts';
import {packagePath} from '../../../package-root.ts';
import {passportsOnly} from '../../../passport/model/document.ts';
import type {PageReading} from '../../../passport/model/reading.ts';
import {longestDecoding} from '../../../pictures/decode/decoder.ts';
import {decodingRoom} from '../../../pictures/decode/decoding-room.ts';
import type {Picture} from '../../../pictures/picture.ts';
import {GeneralThread} from './general-thread.ts';
import type {Answer, Asked, Decoding, Job, Question, Wake} from './protocol.ts';
import {startThread} from './start-thread.ts';

type Task = {
	readonly id: number;
	readonly picture: Picture;
	resolve(readings: PageReading): void;
	reject(error: AppError): void;
};

type Hand = {
	readonly worker: Worker;
	task: Task | undefined;
	/** Ends a decoder that works for too long. */
	timer?: NodeJS.Timeout | undefined;
};

/** Worker threads that stay warm: the networks are loaded once a thread. They do not keep the program alive. */
export class Pool {
	readonly #size: number;
	readonly #asked: Asked;
	readonly #longest: number;
	readonly #hands: Hand[] = [];
	readonly #general: GeneralThread;
	readonly #givesWay: boolean;
	readonly #takeThread: () => Worker | undefined;
	readonly #waiting: Task[] = [];
	#nextId = 1;
	#closed = false;

	/**
	 * @param options.takeThread Gives a thread that was started before, if there is one
	 * @param longest Milliseconds that a decoder may take which cannot be interrupted
	 */
	constructor(
		size: number,
		{
			mrzAlone = false,
			documents = passportsOnly,
			givesWay = false,
			takeThread = () => undefined,
		}: Partial<Asked & WithWay> & {readonly takeThread?: (() => Worker | undefined) | undefined} = {},
		longest: number = longestDecoding,
	) {
		this.#size = size;
		this.#longest = longest;
		this.#asked = {mrzAlone, documents};
		this.#givesWay = givesWay;
		this.#takeThread = takeThread;
		this.#general = new GeneralThread({givesWay});
	}

	/** Starts the first thread, which loads what it needs while the pictures are looked for. */
	warm(): void {
		if (this.#hands.length === 0) this.#hire()?.worker.unref();
	}

	async read(picture: Picture, signal?: AbortSignal): Promise<PageReading> {
		if (this.#closed || signal?.aborted) throw new AppError('CANCELLED', {path: picture.path});
		return new Promise((resolve, reject) => {
			const task: Task = {id: this.#nextId++, picture, resolve, reject};
			// An MRZ that is being read is read to its end; only its result is dropped. Threads stay warm that way.
			signal?.addEventListener('abort', () => this.#drop(task), {once: true});
			this.#waiting.push(task);
			this.#assign();
		});
	}

	async close(): Promise<void> {
		this.#closed = true;
		for (const task of this.#waiting.splice(0)) task.reject(new AppError('CANCELLED', {path: task.picture.path}));
		await Promise.all([
			this.#general.close(),
			...this.#hands.splice(0).map(async hand => {
				clearTimeout(hand.timer);
				hand.task?.reject(new AppError('CANCELLED', {path: hand.task.picture.path}));
				await hand.worker.terminate();
			}),
		]);
	}

	#drop(task: Task): void {
		const place = this.#waiting.indexOf(task);
		if (place >= 0) this.#waiting.splice(place, 1);
		else this.#hands.find(hand => hand.task === task)?.worker.postMessage({cancel: task.id});
		task.reject(new AppError('CANCELLED', {path: task.picture.path}));
	}

	#assign(): void {
		while (this.#waiting.length > 0) {
			const hand = this.#hands.find(({task}) => task === undefined) ?? this.#hire();
			if (!hand) return;
			const task = this.#waiting.shift()!;
			hand.task = task;
			debug(`offline: ${pictureLabel(task.picture)} begins`, {bytes: task.picture.bytes.length});
			hand.worker.ref();
			const {id, picture} = task;
			hand.worker.postMessage({id, picture, decodingRoom: decodingRoom(), ...this.#asked} satisfies Job);
		}
	}

	#hire(): Hand | undefined {
		if (this.#closed || this.#hands.length >= this.#size) return undefined;
		const worker =
			this.#takeThread() ??
			startThread(packagePath('dist', 'worker.js'), {
				purpose: this.#asked.mrzAlone ? 'mrz' : 'page',
				givesWay: this.#givesWay,
			});
		const hand: Hand = {worker, task: undefined};
		worker.on('message', (answer: Answer | Decoding | Question | Wake) => {
			if ('wakesGeneral' in answer) return this.#general.wake();
			if ('question' in answer) return void this.#general.run(answer).then(run => worker.postMessage(run));
			if ('isDecoding' in answer) return this.#watch(hand, answer.isDecoding);
			const {task} = hand;
			hand.task = undefined;
			worker.unref();
			if (task) debug(`offline: ${pictureLabel(task.picture)} ${'readings' in answer ? 'is read' : answer.error.code}`);
			if (task && task.id === answer.id) settle(task, answer);
			this.#assign();
		});
		worker.on('error', error => this.#lose(hand, 'INTERNAL', error.message));
		worker.on('exit', code => this.#lose(hand, 'INTERNAL', `the reading thread ended with code ${code}`));
		this.#hands.push(hand);
		debug('offline: a thread starts', {threads: this.#hands.length});
		return hand;
	}

	#watch(hand: Hand, isDecoding: boolean): void {
		clearTimeout(hand.timer);
		if (!isDecoding || !this.#hands.includes(hand)) return;
		hand.timer = setTimeout(() => {
			this.#lose(hand, 'DAMAGED_IMAGE', 'timeout');
			void hand.worker.terminate();
		}, this.#longest).unref();
	}

	/** A thread died, or was given up: its page fails, and the next page gets a new thread. */
	#lose(hand: Hand, code: 'INTERNAL' | 'DAMAGED_IMAGE', reason: string): void {
		clearTimeout(hand.timer);
		const place = this.#hands.indexOf(hand);
		if (place < 0) return;
		this.#hands.splice(place, 1);
		debug('offline: a thread is lost', {busy: hand.task !== undefined, threads: this.#hands.length});
		hand.task?.reject(new AppError(code, {path: hand.task.picture.path, reason}));
		hand.task = undefined;
		if (!this.#closed) this.#assign();
	}
}

const settle = (task: Task, answer: Answer): void => {
	if ('readings' in answer) task.resolve(answer.readings);
	else task.reject(new AppError(answer.error.code as ErrorCode, answer.error.details));
};
