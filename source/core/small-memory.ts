import {setFlagsFromString} from 'node:v8';
import {collectGarbage} from './collect-garbage.ts';

/** By then what runs has been loaded: V8 takes code that it compiled before for another program's while a flag is another. */
const firstOnes = 10;

/** Between two of these, V8 lets what is needed no more pile up to what is needed. */
const several = 100;

/** What V8 has if no one asks, in all versions of Node since 20. */
const usualGrowth = 2;

const setGrowth = (factor: number): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/**
 * Keeps the memory of this thread, while many things are done, what it was for the first ones. By itself V8 makes the
 * place of what is new larger the longer a program runs, up to 32 MB, and twice as large for what stays.
 */
export function keepMemorySmall() {
	let count = 0;
	return {
		/** One of them is done. */
		done(): void {
			count++;
			// A thread that is started sets it back.
			if (count >= firstOnes) setGrowth(1);
			if (count % several === 0) collectGarbage();
		},
		/** The last one is done: what is compiled from now on may be kept for other runs. */
		end(): void {
			if (count >= firstOnes) setGrowth(usualGrowth);
		},
	};
}
