import {isOwed} from '../core/batch/item.ts';
import {provenWithoutPicture} from '../core/review/doubts.ts';
import {cleanRecords} from '../core/review/review.ts';
import {cloudName} from '../session/account/engine-name.ts';
import type {Notice, OffReason, Tone} from '../session/app/notice.ts';
import type {Question} from '../session/app/question-state.ts';
import {pictureName} from '../session/picture-name.ts';
import {resultCounts} from '../session/reading/start.ts';
import {unfitText} from '../session/review/validity-view.ts';
import {detail} from '../text/details.ts';
import {fileName} from '../text/format.ts';
import {type Language, type Messages, messages} from '../text/index.ts';
import type {KeyName} from '../text/key-name.ts';
import {sentences} from '../text/sentences.ts';
import {writeQuestionText, writtenText} from './features/export/writing-text.ts';
import {pathSpans} from './features/picker/path-line.ts';
import {tripSpans} from './features/trip-line.ts';
import {keyNames} from './keys/key-names.ts';
import {firstThatFits} from './layout/fit.ts';
import {type Spans, span} from './layout/spans.ts';
import {cut, cutMiddle, cutStart} from './layout/width.ts';
import type {ShownState} from './shown-state.ts';
import {markColours, signs} from './theme.ts';

/** The status line: a question first, then what just happened, else what the screen has to say. */
export function statusSpans(state: ShownState, hint: Spans | string): Spans {
	if (state.question) return [span(questionText(state), {bold: true, color: 'look'})];
	// What was wrong with it is shown until the next key.
	if (state.typingTrip && !state.notice) return tripSpans(state);
	if (state.screen === 'picker' && state.picker.pathLine && !state.notice) return pathSpans(state);
	if (state.notice) return noticeSpans(state, state.notice);
	return typeof hint === 'string' ? [span(hint)] : hint;
}

type Said<Asked> = (question: Asked, text: Messages, state: ShownState) => string;

const asks: {readonly [Kind in Question['kind']]: Said<Extract<Question, {kind: Kind}>>} = {
	acceptClean({paths}, {app}, state) {
		const records = cleanRecords(state.review).filter(({path}) => paths.has(path));
		return app.question.acceptClean(
			paths.size,
			unfitText(state, records, state.language),
			provenWithoutPicture(state.review.records).length,
		);
	},
	readAll: ({paths}, {app}) => app.question.readAll(paths.length),
	upload: ({count, files}, {app}, state) => app.question.upload(cloudName(state), count, files),
	rest: (question, _, state) => writeQuestionText(state, question),
	columns: (question, _, state) => writeQuestionText(state, question),
	twice: (question, _, state) => writeQuestionText(state, question),
	conflict: (question, _, state) => writeQuestionText(state, question),
	again: (question, _, state) => writeQuestionText(state, question),
	whichDate: ({typed, readings}, {app}) => app.question.whichDate(typed, readings),
	watchSends: (_, {app}, state) => app.question.watchSends(cloudName(state)),
	uploadRest: ({count}, {list}, state) => list.resume.uploadRest(cloudName(state), count),
	second: ({upload}, {app}, state) => app.question.second(cloudName(state), upload),
	goOnSending: ({count, charged}, {app}) => app.question.goOnSending(count, charged),
	testAccount: (_, {app}) => app.question.testAccount,
	newBatch: (_, {app}) => app.question.newBatch,
	quitUnsaved: (counts, {app}) => app.question.quitUnsaved(counts),
	leaving: ({owed}, {app}, state) => app.question.leaving(stillOwed(state, owed), keyNames(state.language)),
	quit: ({count}, {app}) => app.question.quitReading(count),
};

/** What is asked, or waited for, before anything else. */
export function questionText(state: ShownState): string {
	const {question} = state;
	// Each entry takes the question of its own kind; TypeScript cannot follow that through the table.
	return question ? (asks[question.kind] as Said<Question>)(question, messages(state.language), state) : '';
}

/** Those of a batch that was left for another one are no longer listed. */
const stillOwed = ({reading}: ShownState, first: number): number =>
	reading.items.length === 0 ? first : Math.max(1, reading.items.filter(isOwed).length);

/** Why a key does nothing now, in a sentence. */
export function offText(language: Language, reason: OffReason): string {
	const said = messages(language).app.off[reason];
	return typeof said === 'string' ? said : said(keyNames(language));
}

/** A notice in the language of the moment. */
export function noticeText(state: ShownState, notice: Notice): string {
	const text = messages(state.language);
	const key = keyNames(state.language);
	if (notice.kind === 'off') return offText(state.language, notice.reason);
	if (notice.kind === 'notSaved') return notSavedText(state, notice);
	if (notice.kind === 'exported') return writtenText(state, notice);
	if (notice.kind === 'error') return errorText(state, notice);
	// The kind ties the sentence to its parameters; TypeScript cannot follow that through a union.
	const say = text.app.notices[notice.kind] as (params: object, key: KeyName) => string;
	const left = notice.left ? text.app.review.sentence + text.app.review.leftToDo(notice.left, key) : '';
	const said = (params: object) => say(params, key) + left;
	if (notice.kind === 'cameBack') {
		const {folder} = notice.params;
		// Long paths of two folders often differ at their ends.
		const texts = [folder, ...[60, 40, 24, 12].map(columns => cutStart(folder, columns))];
		return firstThatFits(
			// How many are still to be read is known only once the pictures are found.
			texts.map(short => said({...notice.params, ...resultCounts(state), folder: short})),
			state.size,
			`${signs.good} `,
		);
	}
	if (!('name' in notice.params)) return said(notice.params);
	const {name} = notice.params;
	const texts = [name, cut(name, 30), cut(name, 12), cut(name, 5)].map(short => said({...notice.params, name: short}));
	return firstThatFits(texts, state.size, `${signs.good} `);
}

/** The paths that an error may name. */
const pathDetails = ['path', 'folder', 'result', 'perhaps', 'lock'] as const;

/** How a path is written where the whole of it leaves no room: the file's own name is the last to go. */
const shorterPaths: readonly ((path: string) => string)[] = [
	path => path,
	path => cutStart(path, 60),
	path => cutStart(path, 40),
	path => cutMiddle(fileName(path), 30),
	path => cutMiddle(fileName(path), 16),
];

/** Why, and what to do: a long path gives way to both. */
function errorText(state: ShownState, {code, details}: Extract<Notice, {kind: 'error'}>): string {
	const {app, errors} = messages(state.language);
	const key = keyNames(state.language);
	const asked = state.screen === 'credentials' && code === 'CREDENTIALS_REFUSED';
	const next = asked ? app.credentials.enterAgain(key) : errors.nextInApp(code, details, key)[0];
	const said = sentences(errors.what(code, details), next ?? '');
	// The longest first: a folder is a part of the paths in it.
	const paths = pathDetails
		.map(name => detail(details, name))
		.filter(path => path !== '')
		.sort((a, b) => b.length - a.length);
	// Shortened in the sentence, because what a path holds may decide what is said of it.
	const texts = shorterPaths.map(shorter =>
		paths.reduce((text, path) => text.replaceAll(path, () => shorter(path)), said),
	);
	return firstThatFits(texts, state.size, `${signs.bad} `);
}

/** The file is named as the list names it: its folders would push the sentence out of sight. */
function notSavedText(state: ShownState, {code, details: all, held}: Extract<Notice, {kind: 'notSaved'}>): string {
	const {language, size} = state;
	const {app, errors} = messages(language);
	const details = typeof all.path === 'string' ? {...all, path: pictureName(state, all.path)} : all;
	const next = held ? app.heldElsewhere : app.notSaved;
	const why = errors.what(code, details);
	// Without why rather than without what to do.
	return firstThatFits([sentences(why, next), sentences(app.oneUnsaved, next)], size, `${signs.look} `);
}

function noticeSpans(state: ShownState, notice: Notice): Spans {
	const tone: Tone =
		notice.kind === 'error'
			? 'bad'
			: notice.kind === 'off'
				? 'plain'
				: notice.kind === 'notSaved'
					? 'look'
					: notice.tone;
	const said = noticeText(state, notice);
	if (tone === 'plain') return [span(said)];
	const color = markColours[tone];
	return [span(`${signs[tone]} `, {color, bold: true}), span(said, {color})];
}
