// Runs tests in a process that can be stopped: a changed program may never end.
import {fork} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** What was loaded before is never given back, so a process that holds this much is replaced. */
const mostMemory = 1.5e9;

export class Tester {
	#child;
	#folder;

	constructor(folder) {
		this.#folder = folder;
	}

	/**
	 * Runs files or some of their tests, with a change or without.
	 * @param order `patience`: after how many milliseconds it is stopped
	 * @returns what failed, and which changes were reached; `hung` when it had to be stopped
	 */
	async run({patience = 60_000, ...order}) {
		this.#child ??= this.#start();
		const child = this.#child;
		const answer = await new Promise(resolve => {
			const timer = setTimeout(() => child.kill('SIGKILL'), patience);
			const finish = result => {
				clearTimeout(timer);
				child.removeAllListeners();
				resolve(result);
			};
			child.once('message', finish);
			child.once('exit', () => finish({hung: true, failed: []}));
			child.send(order);
		});
		// What a change left behind, such as a timer, must not meet the next one.
		if (answer.hung || answer.timedOut || answer.memory > mostMemory) {
			this.close();
		}

		return answer;
	}

	close() {
		this.#child?.kill('SIGKILL');
		this.#child = undefined;
	}

	#start() {
		// A changed program may delete what it should not: it can write here only.
		const scratch = join(this.#folder, 'scratch');
		mkdirSync(scratch, {recursive: true});
		return fork(fileURLToPath(new URL('in-process.mjs', import.meta.url)), [join(this.#folder, 'tests.mjs')], {
			env: {...process.env, HOME: scratch, TMPDIR: scratch, TEST: 'true', NODE_ENV: 'test', VITEST: 'true'},
			execArgv: [
				'--no-warnings',
				'--experimental-permission',
				'--allow-fs-read=*',
				`--allow-fs-write=${scratch}/*`,
				'--allow-addons',
				'--allow-child-process',
				'--allow-worker',
			],
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
	}
}
