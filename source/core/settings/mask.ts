import {cleanText} from '../clean-text.ts';

/** A key or secret as it may be shown: its last four characters, and nothing at all of a short one. */
export const mask = (secret: string): string =>
	secret.length < 12 ? '••••••••' : `••••••••${cleanText(secret.slice(-4))}`;
