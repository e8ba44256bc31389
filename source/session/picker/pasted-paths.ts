import {homedir} from 'node:os';
import {fileURLToPath} from 'node:url';

/** A drive or a server of Windows, where a backslash separates folders. */
const ofWindows = /^(?:[a-z]:|\\\\)/i;

/**
 * Splits a text into the paths that a terminal or a file manager pastes: with quotes or escapes as a shell has them, as
 * `file://` addresses, with `~` for the home folder; several with blanks between them.
 */
export function pastedPaths(text: string, home = homedir()): readonly string[] {
	const words: string[] = [];
	let word: string | undefined;
	let quote = '';
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!;
		const next = text[at + 1];
		const escapes = sign === '\\' && quote !== "'" && next !== undefined && !ofWindows.test(word ?? text.slice(at));
		if (quote !== '' && sign === quote) quote = '';
		else if (escapes && (quote === '' || '"\\$`'.includes(next))) {
			word = (word ?? '') + next;
			at++;
		} else if (quote === '' && (sign === '"' || sign === "'")) {
			quote = sign;
			word ??= '';
		} else if (quote === '' && sign === ' ') {
			if (word) words.push(word);
			word = undefined;
		} else word = (word ?? '') + sign;
	}
	if (word) words.push(word);
	return words.map(one => plainPath(one, home));
}

function plainPath(word: string, home: string): string {
	if (/^file:\/\//i.test(word)) {
		try {
			return fileURLToPath(word.replace(/^file:\/\/localhost\//i, 'file:///'));
		} catch {
			return word;
		}
	}
	return word.replace(/^~(?=$|[\\/])/, () => home);
}
