import {setFlagsFromString} from 'node:v8';

/**
 * How much of a function has to run before V8 compiles it again, optimised; 1.8 or 13 million by default. Then most of
 * ONNX Runtime's 14 MB are compiled again while the first pages wait: that costs seconds, and 150 MB that malloc does not
 * give back. With as much as V8 can count, only the few loops are in which the time is spent; later pages are read as
 * fast. One function of 490 kB, which takes none of the time, is then compiled after 600 questions instead of 100.
 */
const raised = 2_000_000_000;

/** Of Node 20, and of Node 22 and 24. By version, because another thread may be asking V8 while it is raised here. */
const usual = Number.parseInt(process.versions.v8, 10) < 12 ? 1_800_000 : 13_000_000;

const set = (budget: number): void => setFlagsFromString(`--wasm-tiering-budget=${budget}`);

/**
 * Raises the budget of the WebAssembly modules that are made from now on, in all threads.
 *
 * @returns restores it; V8 refuses code that was compiled under other flags, so what the program compiled would else be
 * kept in vain, and be compiled again by the next run
 */
export function raiseTieringBudget(): () => void {
	set(raised);
	return () => set(usual);
}
