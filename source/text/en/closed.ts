import {cleanText} from '../../core/clean-text.ts';
import type {Closed} from '../../core/records/sidecars/sidecars-below.ts';
import {noPermission} from '../details.ts';
import {systems} from './error-words.ts';

const cannotBeOpened = ({reason, isFolder, isNotes}: Closed): string =>
	`cannot be opened (${systems[reason] ?? reason}): ${isFolder ? 'results may be in it' : isNotes ? 'it has the notes of a session' : 'it may be a result'}.`;

const openIt = ({reason}: Closed): string =>
	noPermission.has(reason)
		? 'Give yourself permission to read it, then run this again.'
		: 'Run this again when it can be opened.';

export const closed = {
	leftOut: (one: Closed) => `${cleanText(one.path)}: left out, ${cannotBeOpened(one)} ${openIt(one)}`,
	stays: (one: Closed) => `${cleanText(one.path)}: stays, ${cannotBeOpened(one)} ${openIt(one)}`,
};
