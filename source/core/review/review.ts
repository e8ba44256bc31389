import type {FieldKey} from '../passport/model/fields.ts';
import type {TypedLines} from '../passport/typed-mrz.ts';
import {withMark, withPictureNow} from '../records/changed-picture.ts';
import type {PassportRecord} from '../records/record.ts';
import {isTouched} from '../records/reuse.ts';
import {isUnread} from '../records/unread-record.ts';
import {doubtsIn, isCleanIn, needsLookIn} from './among.ts';
import {accepted, confirmed, confirmedWithTwin, edited, rejected} from './decide.ts';
import {firstField, isOpen, isRefuted} from './doubts.ts';
import {decide, forget, redo, replaceRecords, undo} from './history.ts';
import {withoutPictures} from './leave-out.ts';
import {goOn, moveField, movePassport, nextDoubt, nextDoubtHere, nothingLeft, open} from './move.ts';
import {takePictures} from './pictures-now.ts';
import {rivalsIn} from './related-records.ts';
import type {Decision, ReviewEvent, ReviewNews, ReviewState} from './state.ts';
import {typedWhole} from './typed.ts';

export {emptyReview, type ReviewEvent, type ReviewState} from './state.ts';

type Outcomes = {
	readonly [Type in ReviewEvent['type']]: (
		state: ReviewState,
		event: Extract<ReviewEvent, {type: Type}>,
		before: ReviewState,
	) => ReviewState;
};

/** What each event makes of the review without its news; `before` has them. */
const outcomes: Outcomes = {
	confirmField: (state, {at}, {news}) => confirm(state, news, at),
	editField: (state, event) => edit(state, event),
	typeLines: (state, {lines, at}) => typeLines(state, lines, at),
	takeAlternative: (state, {index, at}) => take(state, index, at),
	accept: (state, {at}, {news}) => acceptCurrent(state, news, at),
	reject: (state, {at}) => withCurrent(state, record => reject(state, rejected(record, at))),
	skip: state => withCurrent(state, record => skip(state, record)),
	acceptAllClean,
	undo,
	redo,
	moveField: (state, {by}) => moveField(state, by),
	movePassport: (state, {by, onlyDoubtful = false}) => movePassport(state, by, onlyDoubtful),
	nextDoubt: (state, {by}) => nextDoubt(state, by),
	openPassport: (state, {path}) =>
		open(
			state,
			state.records.findIndex(record => record.path === path),
		),
	enter: state =>
		withCurrent(state, record => (needsLookIn(state.records, record) ? enter(state, record) : goOn(state))),
	addRecord: (_, {record}, before) => addRecord(before, record),
	leaveOut: (_, {paths}, before) => withoutPictures(before, paths),
	takeKept: (_, {before: known, record}, before) => takeKept(before, known, record),
	takePictures: (_, {found}, before) => takePictures(before, found),
};

/**
 * What an event makes of the review. Pure and total: an event that cannot do anything now leaves the state as it is,
 * or says so in `news`. The caller keeps what changed (`changedRecords`).
 */
export function update(state: ReviewState, event: ReviewEvent): ReviewState {
	const quiet: ReviewState = state.news ? {...state, news: undefined} : state;
	// Each entry takes the event of its own type; TypeScript cannot follow that through the table.
	const happen = outcomes[event.type] as (state: ReviewState, event: ReviewEvent, before: ReviewState) => ReviewState;
	return happen(quiet, event, state);
}

const withCurrent = (state: ReviewState, change: (record: PassportRecord) => ReviewState): ReviewState => {
	const record = state.records[state.current];
	return record ? change(record) : state;
};

/** What contradicts a passport may have been read after it was opened: the cursor goes there, unless a person was at work. */
function enter(state: ReviewState, record: PassportRecord): ReviewState {
	const wanting = doubtsIn(state.records, record);
	const isThere = wanting.length === 0 || wanting.includes(state.field) || isTouched(record);
	return isThere ? state : {...state, field: wanting[0]!};
}

const confirm = (state: ReviewState, before: ReviewNews | undefined, at: string): ReviewState =>
	withCurrent(state, record => {
		if (!isOpen(record)) return onwards(state);
		if (isUnread(record)) return {...state, news: {kind: 'nothing', why: 'unread'}};
		const {field} = state;
		if (isRefuted(withPictureNow(record), field)) {
			const asked = refusal('confirmField', record, [field]);
			if (!isSameRefusal(before, asked)) return {...state, news: asked};
		}
		const looked = doubtsIn(state.records, record).includes(field) ? look(state, record) : record;
		return settle(state, 'confirmField', looked, at);
	});

/** What another picture of the passport contradicts is a question of its own. */
function look({records, field, today}: ReviewState, record: PassportRecord): PassportRecord {
	const differing = rivalsIn(records, record).length > 0;
	return differing ? confirmed(record, field, today) : confirmedWithTwin(record, field, today);
}

const acceptCurrent = (state: ReviewState, before: ReviewNews | undefined, at: string): ReviewState =>
	withCurrent(state, record => {
		if (isUnread(record)) return {...state, news: {kind: 'nothing', why: 'unread'}};
		const over = doubtsIn(state.records, record);
		const asked = refusal(
			'accept',
			record,
			over.filter(key => isRefuted(withPictureNow(record), key)),
		);
		if (asked.fields.length > 0 && !isSameRefusal(before, asked)) return {...state, news: asked};
		return accept(state, 'accept', accepted(record, at), over);
	});

type Refusal = Extract<ReviewNews, {kind: 'refuted'}>;

const refusal = (decision: Refusal['decision'], {path}: PassportRecord, fields: readonly FieldKey[]): Refusal => ({
	kind: 'refuted',
	decision,
	path,
	fields,
});

/** The decision was made just before, and nothing else since. */
const isSameRefusal = (before: ReviewNews | undefined, now: Refusal): boolean =>
	before?.kind === 'refuted' &&
	before.decision === now.decision &&
	before.path === now.path &&
	before.fields.join() === now.fields.join();

/** On to the next doubt of the passport; when none is left the passport is accepted. */
function settle(state: ReviewState, decision: Decision, record: PassportRecord, at: string): ReviewState {
	if (!isOpen(record)) return decide(state, decision, {records: [record], go: onwards});
	if (doubtsIn(state.records, record).length === 0) {
		// What is undone then is the acceptance, with the last field that was found right.
		const step = decision === 'confirmField' ? 'accept' : decision;
		return accept(state, step, accepted(record, at), []);
	}
	return decide(state, decision, {records: [record], go: moved => nextDoubtHere(moved, record)});
}

const edit = (state: ReviewState, event: Extract<ReviewEvent, {type: 'editField'}>): ReviewState =>
	withCurrent(state, record => {
		const changed = edited(record, state.field, event.value, event.at, state.today);
		if (changed === record) {
			const moved = event.go === 'below' ? moveField(state, 1) : state;
			return {...moved, news: {kind: 'nothing', why: 'to-change'}};
		}
		if (event.go === 'stay') return decide(state, 'editField', {records: [changed]});
		if (event.go === 'below') {
			// What was an empty row moves to its place among the fields; the next row is the one that was below it.
			const {field} = moveField(state, 1);
			return decide(state, 'editField', {records: [changed], go: moved => ({...moved, field})});
		}
		return settle(state, 'editField', changed, event.at);
	});

const typeLines = (state: ReviewState, lines: TypedLines, at: string): ReviewState =>
	withCurrent(state, record => {
		const typed = typedWhole(record, lines, at, state.today);
		if (!isOpen(typed)) return accept(state, 'editField', typed, []);
		return decide(state, 'editField', {
			records: [typed],
			...unskip(state, record.path),
			go: moved => ({...moved, field: firstField(typed)}),
		});
	});

const take = (state: ReviewState, index: number, at: string): ReviewState =>
	withCurrent(state, record => {
		const field = record.passport.fields.find(({key}) => key === state.field);
		const alternative = field?.alternatives[index];
		if (!alternative) return {...state, news: {kind: 'nothing', why: 'to-take'}};
		const changed = edited(record, state.field, alternative.value, at, state.today);
		const contradicted = changed.passport.issues.some(({blocks, field: about}) => blocks && about === state.field);
		const next = contradicted
			? decide(state, 'takeAlternative', {records: [changed]})
			: settle(state, 'takeAlternative', changed, at);
		if (next.news) return next;
		return {...next, news: {kind: 'taken', path: record.path, field: state.field, value: alternative.value}};
	});

function accept(
	state: ReviewState,
	decision: Decision,
	record: PassportRecord,
	over: readonly FieldKey[],
): ReviewState {
	const next = decide(state, decision, {records: [record], ...unskip(state, record.path), go: onwards});
	return {...next, news: {kind: 'accepted', path: record.path, doubts: over}};
}

function reject(state: ReviewState, record: PassportRecord): ReviewState {
	const next = decide(state, 'reject', {records: [record], ...unskip(state, record.path), go: onwards});
	return {...next, news: {kind: 'rejected', path: record.path}};
}

function unskip({skipped}: ReviewState, path: string): {skipped?: ReadonlySet<string>} {
	return skipped.has(path) ? {skipped: new Set([...skipped].filter(other => other !== path))} : {};
}

function skip(state: ReviewState, record: PassportRecord): ReviewState {
	if (!isOpen(record)) return onwards(state);
	const already = state.skipped.has(record.path);
	const next = decide(state, 'skip', {
		...(already ? {} : {skipped: new Set([...state.skipped, record.path])}),
		go: onwards,
	});
	return {...next, news: {kind: 'skipped', path: record.path}};
}

function acceptAllClean(state: ReviewState, {at, only}: Extract<ReviewEvent, {type: 'acceptAllClean'}>): ReviewState {
	const clean = cleanRecords(state).filter(({path}) => !only || only.has(path));
	if (clean.length === 0) return {...state, news: {kind: 'nothing', why: 'clean'}};
	const openIsClean = clean.some(record => record === state.records[state.current]);
	const next = decide(state, 'acceptAllClean', {
		records: clean.map(record => accepted(record, at)),
		...(openIsClean ? {go: goOn} : {}),
	});
	return {...next, news: {kind: 'acceptedAll', count: clean.length}};
}

/** On to the next passport, and says so when none is left. */
const onwards = (state: ReviewState): ReviewState =>
	nothingLeft(state) ? {...state, news: {kind: 'nothing', why: 'left'} satisfies ReviewNews} : goOn(state);

function addRecord(state: ReviewState, record: PassportRecord): ReviewState {
	const before = state.records.find(({path}) => path === record.path);
	// The reading was begun before the person decided. What was decided of another picture under this name is not kept.
	if (before && isTouched(before) && before.sha256 === record.sha256) return state;
	// Another look that failed takes nothing away.
	if (before && isUnread(record) && !isUnread(before)) return state;
	if (!before) {
		const records = [...state.records, record];
		return state.current < 0 ? {...state, records, current: 0, field: firstField(record)} : {...state, records};
	}
	return {
		...state,
		records: replaceRecords(state.records, [record]),
		past: forget(state.past, record.path),
		future: forget(state.future, record.path),
	};
}

/** Nothing is taken where the person has decided something since: that decision is merged when it is kept. */
function takeKept(state: ReviewState, known: PassportRecord, kept: PassportRecord): ReviewState {
	const before = state.records.find(({path}) => path === known.path);
	// What became of the picture may have been seen since.
	if (before?.passport !== known.passport || before.review !== known.review) return state;
	const record = withMark(kept, before.pictureNow);
	const isOpenHere = state.records[state.current] === before;
	const hasField = record.passport.fields.some(({key}) => key === state.field);
	return {
		...state,
		records: replaceRecords(state.records, [record]),
		field: isOpenHere && !hasField ? firstField(record) : state.field,
		// An undo would drop what the other process decided.
		past: forget(state.past, record.path),
		future: forget(state.future, record.path),
	};
}

/** What `acceptAllClean` would accept: not decided, nothing speaks against it, and it was not put off. */
export const cleanRecords = (state: ReviewState): readonly PassportRecord[] =>
	state.records.filter(record => isCleanIn(state.records, record) && !state.skipped.has(record.path));
