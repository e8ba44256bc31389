import {cleanText} from '../core/clean-text.ts';

/** At most so many names in a line. */
const most = 5;

/** Names for one line: the first few, and an ellipsis for the rest. */
export const fewNames = (names: readonly string[], comma: string): string =>
	[...names.slice(0, most).map(cleanText), ...(names.length > most ? ['…'] : [])].join(comma);
