import {withMark} from '../records/changed-picture.ts';
import type {PassportRecord, PictureNow} from '../records/record.ts';
import {replaceRecords} from './history.ts';
import type {PictureFound, ReviewState, Step} from './state.ts';

/**
 * Notes what became of pictures. Of a record that was read again meanwhile nothing is known by it. A passport that was
 * accepted while its picture was being looked at is open again where another picture is there.
 */
export function takePictures(state: ReviewState, found: readonly PictureFound[]): ReviewState {
	const marks = new Map(found.map(one => [one.path, one]));
	const changed: PassportRecord[] = [];
	let {past} = state;
	for (const record of state.records) {
		const mark = marks.get(record.path);
		if (!mark || mark.sha256 !== record.sha256 || mark.now === record.pictureNow) continue;
		const before = mark.undecided && mark.now ? acceptedUnseen(past, record, mark.now) : undefined;
		if (before) past = withoutLast(past, record.path);
		changed.push(withMark(before ?? record, mark.now));
	}
	return changed.length === 0 ? state : {...state, past, records: replaceRecords(state.records, changed)};
}

const lastOf = (past: readonly Step[], path: string): number =>
	past.findLastIndex(({changes}) => changes.some(({after}) => after.path === path));

/**
 * Returns the record as it was before it was accepted, where nothing was typed with that. A passport that a person looked
 * at and accepted stays accepted without its picture.
 */
function acceptedUnseen(past: readonly Step[], record: PassportRecord, now: PictureNow): PassportRecord | undefined {
	const step = past[lastOf(past, record.path)];
	const change = step?.changes.find(({after}) => after.path === record.path);
	if (!change || (now === 'gone' && step?.decision !== 'acceptAllClean')) return undefined;
	const {before, after} = change;
	const isAcceptance =
		after.review === record.review &&
		before.review.state === 'unreviewed' &&
		after.review.state !== 'rejected' &&
		after.review.edits === before.review.edits;
	return isAcceptance && before.pictureNow === undefined ? before : undefined;
}

/** Steps without the last one about a picture; a step about several keeps the others. */
function withoutLast(past: readonly Step[], path: string): readonly Step[] {
	const at = lastOf(past, path);
	return past.flatMap((step, index) => {
		if (index !== at) return [step];
		const changes = step.changes.filter(({after}) => after.path !== path);
		return changes.length === 0 && !step.skipped ? [] : [{...step, changes}];
	});
}
