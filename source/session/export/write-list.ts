import {dirname} from 'node:path';
import {formatOf, formats} from '../../core/export/formats.ts';
import {keyGroups} from '../../core/export/groups.ts';
import {withChangedPicture, withMark} from '../../core/records/changed-picture.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {isUnread} from '../../core/records/unread-record.ts';
import {oncePerPassport} from '../../core/review/once.ts';
import {conflicts} from '../../core/review/same-person.ts';
import {tallyOf} from '../../core/review/tally.ts';
import {withConflicts} from '../../core/review/with-conflicts.ts';
import {fileName} from '../../text/format.ts';
import type {Question} from '../app/question-state.ts';
import type {UnreadPicture} from '../effect.ts';
import {namesInBatch, pictureName} from '../picture-name.ts';
import {unreadPictures} from '../reading/unread.ts';
import {unfitText} from '../review/validity-view.ts';
import {everyReadable, exportRecords} from '../review/view-model.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {bookingOf} from './booking.ts';
import {chosenGroups} from './column-choice.ts';
import {namesOtherFormat} from './file-place.ts';
import {askedValues, formValues, missingValues, openForm} from './form.ts';
import type {SentList, WriteAnswers, Writing, WrittenFile} from './state.ts';
import {singleNameOf} from './typed-line.ts';
import {unusualIn} from './unusual.ts';
import {allColumns, exportPath} from './update.ts';

/**
 * Writes the list, or asks first: where key columns are missing by the settings of last time, where a passport that was
 * read would have no row, and where a passport would have several.
 */
function write(state: AppState, writing: Writing, given: WriteAnswers = {}): Transition {
	const of = given.of ?? new Set(everyReadable(state).map(({path}) => path));
	const answers = {...given, of};
	const isAskedAbout = ({path}: PassportRecord) => of.has(path);
	const {format, file, singleName} = state.exporting;
	const entered = file.text.trim();
	if (namesOtherFormat(entered, format)) {
		const params = {file: entered, format, extension: formats[format].extension};
		const exporting = {...state.exporting, focus: 'file'} as const;
		return transition({...state, exporting, notice: {kind: 'misnamed', params, tone: 'bad'}});
	}
	if (formats[format].forAirlines && singleName.text.trim() !== '' && singleNameOf(state.exporting) === undefined) {
		const params = {text: singleName.text.trim()};
		const exporting = {...state.exporting, focus: 'singleName'} as const;
		return transition({...state, exporting, notice: {kind: 'singleName', params, tone: 'bad'}});
	}
	const unfilled = format === 'template' ? fillForm(state) : undefined;
	if (unfilled) return unfilled;
	const chosen = exportRecords(state).filter(isAskedAbout);
	const all = everyReadable(state).filter(isAskedAbout);
	if (all.length === 0) return transition({...state, notice: {kind: 'off', reason: 'noRows'}});
	// The dialog shows the columns, and its status line says which are missing.
	const {missing} = unusualIn(state.exporting);
	if (writing === 'quick' && !answers.columns && missing.some(group => keyGroups.includes(group))) {
		return transition({...state, question: {kind: 'columns', writing, answers, missing}});
	}
	const unread = unreadThen(state, of);
	const failed = unread.filter(({failure}) => failure).length;
	const counts = {failed, waiting: unread.length - failed};
	if (!answers.rest && (chosen.length < all.length || counts.waiting > 0)) {
		const told = {...tallyOf(all, state.review), ...counts};
		return transition({
			...state,
			question: {kind: 'rest', writing, answers, told, all: all.length, chosen: chosen.length},
		});
	}
	const wanted = answers.rest === 'all' ? all : chosen;
	const once = oncePerPassport(wanted);
	const differing = new Set(conflicts(wanted).flatMap(({paths}) => paths)).size;
	// A list that is there gets no passport twice, as with --append: there is nothing to ask.
	const addsTo = addsToList(state);
	if (!answers.twice && !addsTo && once.left.length > 0) {
		const [rows, left, first] = [once.kept.length, once.left.length, pictureName(state, once.left[0]!.record.path)];
		return transition({...state, question: {kind: 'twice', writing, answers, rows, left, first, differing}});
	}
	const records = addsTo || answers.twice === 'once' ? once.kept : wanted;
	if (!answers.twice && differing > 0) {
		return transition({...state, question: {kind: 'conflict', writing, answers, rows: records.length, differing}});
	}
	const earlier = writtenBefore(state);
	if (writing === 'quick' && state.exporting.ifExists !== 'append' && !answers.again && earlier) {
		return transition({...state, question: {kind: 'again', writing, answers, file: fileName(earlier.path)}});
	}
	const replaced = answers.again === 'replace' ? earlier : undefined;
	return send(state, writing, records, {...counts, twice: wanted.length - records.length}, {replaced, unread});
}

/** Pictures without a row: with those that were read after the first question, which are not in the list either. */
function unreadThen(state: AppState, of: ReadonlySet<string>): readonly UnreadPicture[] {
	const later = everyReadable(state).filter(({path}) => !of.has(path));
	return [...unreadPictures(state.reading.items, state.review.records), ...later.map(({path}) => ({path}))];
}

/** To the form where something is missing in it; undefined where it can be written. */
function fillForm(state: AppState): Transition | undefined {
	const {form} = state.exporting;
	const missing = missingValues(form);
	if (form.problem) return transition({...openForm(state).state, notice: {kind: 'error', ...form.problem}});
	if (missing.length === 0) return undefined;
	const cursor = askedValues(form).findIndex(({name}) => name === missing[0]) + 1;
	const opened = openForm(state).state;
	const exporting = {...opened.exporting, form: {...opened.exporting.form, cursor}};
	return transition({...opened, exporting, notice: {kind: 'formNeeds', params: {names: missing}, tone: 'look'}});
}

/** Whether the rows are added to a list that is known to be there. */
function addsToList(state: AppState): boolean {
	const {ifExists, there, written} = state.exporting;
	const path = exportPath(state);
	return ifExists === 'append' && (there?.path === path || written?.path === path);
}

/** The file that this session has written in the place of the next one, under its own or the next free name. */
function writtenBefore(state: AppState): WrittenFile | undefined {
	const {written, format} = state.exporting;
	const path = exportPath(state);
	if (!written || dirname(written.path) !== dirname(path) || formatOf(written.path) !== formatOf(path))
		return undefined;
	const stem = path.slice(0, -formats[format].extension.length);
	const rest = written.path.startsWith(stem) ? written.path.slice(stem.length) : '';
	return written.path === path || /^-\d+\./.test(rest) ? written : undefined;
}

function send(
	state: AppState,
	writing: Writing,
	records: readonly PassportRecord[],
	counts: {readonly failed: number; readonly waiting: number; readonly twice: number},
	{replaced, unread}: {readonly replaced: WrittenFile | undefined; readonly unread: readonly UnreadPicture[]},
): Transition {
	const {format, form, ifExists, dates, set, savedSets, style, letters} = state.exporting;
	const singleName = singleNameOf(state.exporting);
	const groups = chosenGroups(state.exporting);
	const written = new Set(records);
	const later = new Set(unread.map(({path}) => path));
	const others = state.review.records.filter(
		record => !written.has(record) && !(later.has(record.path) && !isUnread(record)),
	);
	// Those that have a row in another picture are counted as such.
	const twins = oncePerPassport([...records, ...others]).left.filter(({record}) => !written.has(record));
	const isTwin = new Set(counts.twice > 0 ? twins.map(({record}) => record) : []);
	const left = tallyOf(
		others.filter(record => !isTwin.has(record)),
		state.review,
	);
	const sent = {
		records,
		rows: tallyOf(records, state.review),
		left: {...left, ...counts},
		groups,
		settings: {
			format,
			columns: groups,
			dates,
			set,
			...(format === 'template' ? {form: form.name} : {}),
			...style,
			letters,
			singleName,
		},
		unusual: unusualIn(state.exporting),
	};
	const booking = formats[format].forAirlines ? bookingOf(state, records) : {records, notChosen: undefined};
	const request = {
		// What became of the pictures is looked at as the file is written: they may be back by then.
		records: booking.records.map(record => withConflicts(state.review.records, withMark(record, undefined))),
		rejected: others.filter(({review}) => review.state === 'rejected'),
		notChosen: booking.notChosen,
		format,
		...(format === 'template' ? {form: {name: form.name, values: formValues(form), folder: state.folder}} : {}),
		path: replaced?.path ?? exportPath(state),
		ifExists: replaced ? ('replace' as const) : ifExists,
		unchangedSince: replaced?.modified,
		language: state.language,
		set,
		savedSets,
		groups,
		dates,
		style,
		countryLetters: letters,
		singleName,
		trip: state.trip,
		unread,
		names: namesInBatch(state),
	};
	return transition(
		{...state, exporting: {...state.exporting, writing, sent}, notice: {kind: 'writing', params: {}, tone: 'plain'}},
		{type: 'export', request},
	);
}

/** The file is written: what was chosen for it holds from now on, in later sessions too. */
export function takeExport(
	state: AppState,
	{path, rows, refused = [], changed = [], repeats = [], modified, appended}: WrittenFile,
): Transition {
	const {writing} = state.exporting;
	const sent = state.exporting.sent && asWritten(state, state.exporting.sent, {refused, changed, repeats});
	const written = {path, rows, refused, changed, modified, ...(appended ? {appended} : {})};
	const exporting = {...state.exporting, writing: 'no', written, sent, before: undefined} as const;
	if (!sent) return transition({...state, exporting, screen: 'done', notice: undefined});
	const save = {type: 'saveSettings', change: {lastExport: sent.settings}} as const;
	// What has no row, what has another picture by now, and what a list said already, is named on the screen Done.
	if (writing !== 'quick' || refused.length + changed.length > 0 || appended)
		return transition({...state, exporting, screen: 'done', notice: undefined}, save);
	const tone = unfitText(state, sent.records, state.language) === '' ? 'good' : 'look';
	return transition({...state, exporting, notice: {kind: 'exported', path, rows, sent, tone}}, save);
}

/** The rows of the file: without what it does not take or has already, and nothing is proven whose picture has changed. */
function asWritten(
	state: AppState,
	sent: SentList,
	{refused, changed, repeats}: Required<Pick<WrittenFile, 'refused' | 'changed' | 'repeats'>>,
): SentList {
	if (refused.length + changed.length + repeats.length === 0) return sent;
	const gone = new Set([...refused.map(({path}) => path), ...repeats]);
	const others = new Set(changed);
	const records = sent.records
		.filter(({path}) => !gone.has(path))
		.map(record => (others.has(record.path) ? withChangedPicture(record) : record));
	const left = {...sent.left, twice: sent.left.twice + repeats.length};
	return {...sent, records, left, rows: tallyOf(records, state.review)};
}

const answered =
	(answer: WriteAnswers): Act =>
	before => {
		const {question} = before;
		if (
			question?.kind !== 'rest' &&
			question?.kind !== 'columns' &&
			question?.kind !== 'twice' &&
			question?.kind !== 'again'
		)
			return transition(before);
		return answerList({...before, question: undefined}, question, answer);
	};

/** Writes the list as it was asked about, or asks again. */
export function answerList(
	state: AppState,
	question: Extract<Question, {readonly writing: Writing}>,
	answer: WriteAnswers,
): Transition {
	const now = write(state, question.writing, question.answers).state.question;
	// Another session or a second reading has changed how many rows it would be.
	if (now && !isSameQuestion(question, now)) return transition({...state, question: now});
	return write(state, question.writing, {...question.answers, ...answer});
}

/** Of two questions about the list, whether a person would answer the same. */
function isSameQuestion(asked: Question, now: Question): boolean {
	if (asked.kind === 'rest' && now.kind === 'rest') return asked.all === now.all && asked.chosen === now.chosen;
	if (asked.kind === 'twice' && now.kind === 'twice')
		return asked.rows === now.rows && asked.left === now.left && asked.differing === now.differing;
	if (asked.kind === 'conflict' && now.kind === 'conflict')
		return asked.rows === now.rows && asked.differing === now.differing;
	// The answer to these does not depend on what is in the rows, or all columns were just chosen.
	return asked.kind === now.kind || asked.kind === 'columns';
}

export const writeListActs = {
	'question.all': answered({rest: 'all'}),
	'question.chosen': answered({rest: 'chosen'}),
	'question.replace': answered({again: 'replace'}),
	'question.newName': answered({again: 'newName'}),
	'question.once': answered({twice: 'once'}),
	'question.both': answered({twice: 'every'}),
	'question.fewerColumns': answered({columns: 'as-chosen'}),
	'question.everyColumn': (before, acting) => {
		const exporting = {...before.exporting, columns: allColumns};
		return answered({columns: 'as-chosen'})({...before, exporting}, acting);
	},
	'review.export': state => (state.exporting.writing === 'no' ? write(state, 'quick') : transition(state)),
	'export.write': state => (state.exporting.writing === 'no' ? write(state, 'dialog') : transition(state)),
} as const satisfies Readonly<Record<string, Act>>;
