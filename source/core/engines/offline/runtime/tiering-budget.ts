import {setFlagsFromString} from 'node:v8';
import {Script} from 'node:vm';

/**
 * How much of a function has to run before V8 compiles it again, optimised; 1.8 or 13 million by default. Then most of
 * ONNX Runtime's 14 MB are compiled again while the first pages wait: that costs seconds, and 150 MB that malloc does not
 * give back. With as much as V8 can count, only the few loops are in which the time is spent; later pages are read as
 * fast. One function of 490 kB, which takes none of the time, is then compiled after 600 questions instead of 100.
 */
const raised = 2_000_000_000;

/** Of V8 in Node 20, and in Node 22. */
const defaults = [1_800_000, 13_000_000];

const set = (budget: number): void => setFlagsFromString(`--wasm-tiering-budget=${budget}`);

/** A text as long as the others and like none before: V8 knows what it has compiled, and of other texts asks the length. */
let last = 1_000_000;
const nextText = (): string => String(++last);

/** Code that V8 compiled, by which it says whether its flags are those of now: it refuses code of other flags. */
const compiled = (): Buffer => new Script(nextText()).createCachedData();
const isRefused = (code: Buffer): boolean => new Script(nextText(), {cachedData: code}).cachedDataRejected === true;

/**
 * Raises the budget of the WebAssembly modules that are made from now on, in all threads.
 *
 * @returns restores it; what the program compiled would else be kept in vain, and be compiled again by the next run
 */
export function raiseTieringBudget(): () => void {
	const before = compiled();
	set(raised);
	return () => {
		for (const budget of isRefused(before) ? defaults : []) {
			set(budget);
			if (!isRefused(before)) return;
		}
	};
}
