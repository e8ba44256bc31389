import {debuglog} from 'node:util';

const log = debuglog('passport-ocr');

/** Counts, sizes, milliseconds and yes or no: a fact cannot hold a text that was read or typed. */
type Facts = Readonly<Record<string, number | boolean | undefined>>;

/**
 * Writes a line to standard error where NODE_DEBUG names `passport-ocr`.
 *
 * @param what Names of the program's own only: codes, engines, effects. Never a path, a value or a text of a service.
 */
export function debug(what: string, facts: Facts = {}): void {
	if (!log.enabled) return;
	const known = Object.entries(facts).filter(([, fact]) => fact !== undefined);
	log(
		'%s',
		[what, ...known.map(([name, fact]) => `${name}=${typeof fact === 'number' ? Math.round(fact) : fact}`)].join(' '),
	);
}

/** Names a picture without its file name, which is often a person's: the first digits of its hash. */
export const pictureLabel = ({sha256}: {readonly sha256: string}): string => `picture ${sha256.slice(0, 8)}`;

/** Names where in the program an error arose, without its message, which may quote what was read. */
export function debugError({name, stack = ''}: Error): void {
	const places = stack.split('\n').filter(line => /^\s+at /.test(line));
	debug([name, ...places].join('\n'));
}
