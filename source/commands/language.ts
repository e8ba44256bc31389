import {guessLanguage, isLanguage, type Language} from '../text/index.ts';
import type {Environment} from './context.ts';

/**
 * The language that was asked for on the command line or in the environment. Read from the bare words, because it is
 * needed to say what is wrong with them.
 */
export function askedLanguage(argv: readonly string[], env: Environment): Language | undefined {
	const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='));
	const flag = at === -1 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1];
	const asked = [flag, env.PASSPORT_OCR_LANG].find(word => isLanguage(word));
	return isLanguage(asked) ? asked : undefined;
}

export {guessLanguage};
