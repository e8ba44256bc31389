import {Worker} from 'node:worker_threads';
import {debug} from '../../../debug.ts';
import type {WithWay} from '../../../give-way.ts';
import {packagePath} from '../../../package-root.ts';
import type {Question, Run} from './protocol.ts';

/** Milliseconds without a question after which the thread ends: its memory is given back. */
const longestIdle = 10_000;

/**
 * The thread that runs the general network for all reading threads: it takes about 80 MB in each thread that has it. It
 * starts with the first question, or when one is likely, ends when it has none for a while, and does not keep the program alive.
 */
export class GeneralThread {
	readonly #path: string;
	#worker: Worker | undefined;
	/** Of questions without an answer, by their numbers here: each reading thread counts its own. */
	readonly #waiting = new Map<number, (run: Run) => void>();
	#last = 0;
	/** Questions that the thread was asked. */
	#asked = 0;
	#closed = false;
	readonly #idle: number;
	readonly #givesWay: boolean;
	#timer: NodeJS.Timeout | undefined;

	/**
	 * @param options.path The file that the thread runs
	 * @param options.idle Milliseconds without a question after which it ends
	 */
	constructor({
		path = packagePath('dist', 'general-worker.js'),
		idle = longestIdle,
		givesWay = false,
	}: {readonly path?: string; readonly idle?: number} & Partial<WithWay> = {}) {
		this.#givesWay = givesWay;
		this.#path = path;
		this.#idle = idle;
	}

	/** Starts the thread: a question is likely. */
	wake(): void {
		if (this.#closed) return;
		this.#worker ??= this.#start();
		if (this.#waiting.size === 0) this.#rest();
	}

	/** Never rejects: a failure is an answer, which the thread that asked has to hear. */
	async run(asked: Question): Promise<Run> {
		const {question} = asked;
		if (this.#closed) return {question, failure: 'closed'};
		clearTimeout(this.#timer);
		const number = ++this.#last;
		const run = await new Promise<Run>(resolve => {
			this.#waiting.set(number, resolve);
			this.#worker ??= this.#start();
			this.#asked++;
			this.#worker.postMessage({...asked, question: number});
		});
		if (this.#waiting.size === 0) this.#rest();
		return {...run, question};
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#timer);
		const worker = this.#worker;
		this.#lose(worker, 'closed');
		await worker?.terminate();
	}

	/** Ends the thread when nothing is asked for a while; the next question starts another. */
	#rest(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#end(), this.#idle).unref();
	}

	#end(): void {
		const worker = this.#worker;
		this.#worker = undefined;
		if (worker) debug('offline: the general thread ends', {questions: this.#asked});
		void worker?.terminate();
	}

	#start(): Worker {
		this.#asked = 0;
		const worker = new Worker(this.#path, {workerData: {givesWay: this.#givesWay} satisfies WithWay});
		worker.unref();
		worker.on('message', (run: Run) => {
			this.#waiting.get(run.question)?.(run);
			this.#waiting.delete(run.question);
		});
		worker.on('error', error => this.#lose(worker, error.message));
		worker.on('exit', code => this.#lose(worker, `the thread ended with code ${code}`));
		debug('offline: the general thread starts');
		return worker;
	}

	/** What was asked is not answered any more; the next question starts another thread. */
	#lose(worker: Worker | undefined, failure: string): void {
		if (worker !== this.#worker) return;
		this.#worker = undefined;
		for (const [question, answer] of this.#waiting) answer({question, failure});
		this.#waiting.clear();
	}
}
