import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Has V8 free what this thread needs no more, and move together what stays. It looks by itself when much JavaScript was
 * made, and pictures and files, which are outside of its heap, wait for that.
 */
export function collectGarbage(): void {
	if (!collect) {
		setFlagsFromString('--expose-gc');
		collect = runInNewContext('gc') as () => void;
		// V8 takes the code that it compiled before for another program's, as long as a flag is another.
		setFlagsFromString('--no-expose-gc');
	}
	// Else each page of memory that has one small thing in it stays.
	setFlagsFromString('--compact-on-every-full-gc');
	collect();
	setFlagsFromString('--no-compact-on-every-full-gc');
}
