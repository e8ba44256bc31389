import {resolve} from 'node:path';
import {type EngineChoice, isEngineChoice, localEngine, remoteEngine, sendsAll} from '../../core/engines/choice.ts';
import type {Resumed, ResumedPictures} from '../../core/journal/latest.ts';
import {documentClasses, documentClassOf} from '../../core/passport/model/document.ts';
import {isUnread} from '../../core/records/unread-record.ts';
import type {ResumedBatch} from '../effect.ts';
import type {AppEvent, KeptBatchFound} from '../event.ts';
import {commonFolder} from '../export/update.ts';
import {notListed} from '../picker/open-folder.ts';
import {pictureName} from '../picture-name.ts';
import {beginBatch, idleReading, resultCounts, watch, whatToRead} from '../reading/start.ts';
import {typingAgain} from '../review/type-mrz.ts';
import {currentRecord} from '../review/view-model.ts';
import type {AppState} from '../state.ts';
import {andThen, type Transition, transition} from '../transition.ts';
import {startEdit} from '../typing/text-edit.ts';
import {batchPlace} from './reused-label.ts';

type CountedPictures = Extract<AppEvent, {type: 'counted'}>;

/** What was found of the last session: the welcome screen offers it, and says what cannot be read. */
export function takeKept(state: AppState, {batch, broken, wanted}: KeptBatchFound): Transition {
	const notice = broken
		? ({kind: 'journalBroken', params: {}, tone: 'look'} as const)
		: wanted
			? ({kind: 'nothingToResume', params: {}, tone: 'look'} as const)
			: state.notice;
	return transition({...state, resumable: batch, notice});
}

/** Back to the passport, the field and the history of before. What was still to be read is read on. */
export function comeBack(
	state: AppState,
	resumed: Omit<Resumed, 'lost'>,
	pictures: ResumedPictures['pictures'] = {replaced: [], gone: []},
): Transition {
	const {review, late, engine: named, roots, file, leftOut, done, missing, draft, typing} = resumed;
	const nameOf = (path: string) => pictureName({reading: idleReading, review}, path);
	const names = {replaced: pictures.replaced.map(nameOf), gone: pictures.gone.map(nameOf)};
	const paths = review.records.map(({path}) => path);
	const open = currentRecord(review);
	const goesOn: ResumedBatch = {file, roots, known: new Set(paths), leftOut};
	// A later version may have read with an engine that this one does not have: then nothing more is read.
	const engine = isEngineChoice(named) ? named : undefined;
	const back: AppState = {
		...state,
		screen: resumed.screen,
		engine: engine ?? state.engine,
		// Of what was read then nothing is refused now.
		documents: documentClasses.filter(
			one =>
				state.documents.includes(one) || review.records.some(({passport}) => documentClassOf(passport.shape) === one),
		),
		resumable: undefined,
		// Further pictures of the batch are looked for where it is.
		picker: {...state.picker, ...notListed, folder: resolve(state.folder, commonFolder(paths, state.picker.folder))},
		reading: {...idleReading, phase: 'starting', roots},
		review,
		// What the command says now was meant for this batch.
		trip: state.tripOfCommand ?? resumed.trip,
		editing: draft === undefined ? undefined : {key: review.field, edit: startEdit(draft)},
		// Another session may have typed it meanwhile.
		typingMrz: typing && open && isUnread(open) ? typingAgain(typing) : undefined,
		exporting: {...state.exporting, folder: undefined, written: undefined},
		notice: {
			kind: 'cameBack',
			// What is still to be read is not known yet.
			params: {...resultCounts({review, reading: idleReading}), missing, folder: batchPlace(state, roots), ...names},
			tone: missing + names.replaced.length + names.gone.length > 0 ? 'look' : 'good',
		},
	};
	// Nothing was read then and nothing may be read now: there is nothing to show.
	if (engine === undefined && paths.length + leftOut.length === 0)
		return transition({...state, resumable: undefined, notice: {kind: 'nothingToResume', params: {}, tone: 'look'}});
	const keep = late.map(one => ({type: 'keep', ...one}) as const);
	// What an account pays for needs a yes; what was read needs none.
	if (engine && sendsAll(engine) && !done) {
		const question = {kind: 'uploadRest', paths: roots, resumed: goesOn, count: undefined} as const;
		return transition({...back, question}, {type: 'stopScan'}, ...keep, {type: 'countPictures', paths: roots, leftOut});
	}
	const reading =
		engine === undefined || sendsAll(engine)
			? lookAgain({...goesOn, ...(engine === undefined ? {unfinished: true} : {})}, named)
			: {...readOn(roots, engine, goesOn), ...whatToRead(back, engine)};
	const begun = transition(back, {type: 'stopScan'}, ...keep, reading);
	return state.watch && engine !== undefined ? andThen(begun, next => watch(next)) : begun;
}

/**
 * The number that the question about sending waits for. Where there is nothing to send, nothing is asked: of the whole
 * batch is said again what cannot be opened.
 */
export function takeCount(
	state: AppState,
	paths: readonly string[],
	{pictures, count, files}: Pick<CountedPictures, 'pictures' | 'count' | 'files'>,
): Transition {
	const {question} = state;
	if ((question?.kind !== 'upload' && question?.kind !== 'uploadRest') || question.paths !== paths)
		return transition(state);
	if (count > 0) return transition({...state, question: {...question, pictures, count, files}});
	const answered = {...state, question: undefined};
	const {engine = remoteEngine} = state;
	return question.kind === 'upload'
		? beginBatch(answered, paths, engine, pictures)
		: transition(answered, {...lookAgain(question.resumed, engine), paths});
}

export const readOn = (paths: readonly string[], engine: EngineChoice, goesOn: ResumedBatch) =>
	({type: 'startBatch', paths, engine, goesOn}) as const;

/** Only the pictures that were read or left out, and on this computer should one have changed: nothing is sent. */
export const lookAgain = (goesOn: ResumedBatch, named: Resumed['engine']) =>
	({type: 'startBatch', paths: [...goesOn.known, ...goesOn.leftOut], engine: localEngine, named, goesOn}) as const;
