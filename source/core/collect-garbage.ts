import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

/**
 * Has V8 free what this thread needs no more. It looks by itself when much JavaScript was made: a thread that only loaded
 * large files keeps them.
 */
export function collectGarbage(): void {
	setFlagsFromString('--expose-gc');
	try {
		(runInNewContext('gc') as () => void)();
	} finally {
		// V8 takes the code that it compiled before for another program's, as long as a flag is another.
		setFlagsFromString('--no-expose-gc');
	}
}
