import {cleanText} from '../../core/clean-text.ts';
import type {Closed} from '../../core/records/sidecars/sidecars-below.ts';
import {noPermission} from '../details.ts';
import {systems} from './error-words.ts';

const whatItIs = ({isFolder, isNotes}: Closed): string =>
	isFolder ? 'results may be in it' : isNotes ? 'it has the notes of a session' : 'it may be a result';

const deleteIt = 'delete this file yourself if it is no longer needed';

/** Of what can be opened and still not be read: why, and what to do. */
const unread: Readonly<Record<string, readonly [string, string]>> = {
	DAMAGED: [
		'is damaged, so it is not known whose data it has',
		`Open it in a text editor to see whose data it has, or ${deleteIt}.`,
	],
	TOO_LARGE: [
		'is larger than 256 MB, so it is not known whose data it has',
		`Open it in a text editor to see whose data it has, or ${deleteIt}.`,
	],
	OTHER_VERSION: [
		'was written by another version of this program, so it is not known whose data it has',
		`Run this with that version, or ${deleteIt}.`,
	],
};

const why = (one: Closed): string => {
	const {reason} = one;
	return `${unread[reason]?.[0] ?? `cannot be opened (${systems[reason] ?? reason})`}: ${whatItIs(one)}.`;
};

const whatToDo = ({reason, isNotes}: Closed): string => {
	const known = unread[reason];
	if (known) return known[1];
	const open = noPermission.has(reason)
		? 'Give yourself permission to read it, then run this again'
		: 'Run this again when it can be opened';
	return isNotes ? `${open}, or ${deleteIt}.` : `${open}.`;
};

export const closed = {
	leftOut: (one: Closed) => `${cleanText(one.path)}: left out, ${why(one)} ${whatToDo(one)}`,
	stays: (one: Closed) => `${cleanText(one.path)}: stays, ${why(one)} ${whatToDo(one)}`,
};
