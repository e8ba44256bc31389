/** Keys of the person's own: for actions, by their names in the help's search. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

const named = new Set(
	'space enter esc tab shift+tab backspace delete insert home end pgup pgdn up down left right'.split(' '),
);

/** Ctrl-C ends the program and Ctrl-Z stops it, whatever is on the screen. */
const isReserved = (key: string): boolean => key === 'ctrl+c' || key === 'ctrl+z';

/** Whether a name is one of a key: a character, a named key, or a letter with ctrl. */
export const isKeyName = (key: string): boolean =>
	!isReserved(key) && (named.has(key) || /^ctrl\+[a-z]$/.test(key) || ([...key].length === 1 && !/\s/.test(key)));

export type OwnKeysProblem =
	| {readonly code: 'no-pair'; readonly part: string}
	| {readonly code: 'unknown-action'; readonly part: string}
	| {readonly code: 'unknown-key'; readonly part: string};

/**
 * Keys as they are set in a command: `passport.accept=v view.zoom=z`, an action again for each of its keys.
 *
 * @param isAction whether there is an action of that name
 */
export function parseOwnKeys(text: string, isAction: (id: string) => boolean): OwnKeys | OwnKeysProblem {
	const own: Record<string, string[]> = {};
	for (const part of text.split(/\s+/).filter(Boolean)) {
		// The key may be an equals sign itself.
		const [, id, key] = /^([\w.]+)=(.+)$/.exec(part) ?? [];
		if (id === undefined || key === undefined) return {code: 'no-pair', part};
		if (!isAction(id)) return {code: 'unknown-action', part: id};
		if (!isKeyName(key)) return {code: 'unknown-key', part: key};
		own[id] = [...(own[id] ?? []), key];
	}
	return own;
}

export const isProblem = (parsed: OwnKeys | OwnKeysProblem): parsed is OwnKeysProblem =>
	typeof parsed.code === 'string';

/** The keys of an action. */
export type KeyInUse = {
	readonly action: string;
	readonly keys: readonly string[];
	readonly usual: readonly string[];
	readonly screens: readonly string[];
	readonly canChange: boolean;
};

/** What the app's table of keys says of keys of the person's own: what is wrong with them, and the table with them. */
export type AppKeys = {
	readonly problem: (own: OwnKeys) => KeysProblem | undefined;
	readonly inUse: (own: OwnKeys) => readonly KeyInUse[];
};

/** What is wrong with stored keys, which are not used then. */
export type KeysProblem =
	| {readonly code: 'unknown-action' | 'fixed'; readonly id: string}
	| {readonly code: 'unknown-key'; readonly id: string; readonly key: string}
	| {readonly code: 'clash'; readonly id: string; readonly other: string; readonly key: string};
