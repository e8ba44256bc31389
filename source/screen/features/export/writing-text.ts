import {dirname} from 'node:path';
import {keyGroups} from '../../../core/export/groups.ts';
import {oncePerPassport} from '../../../core/review/once.ts';
import type {WrittenNotice} from '../../../session/app/notice.ts';
import type {Question} from '../../../session/app/question-state.ts';
import {missingText, styleText, unusualIn, unusualTexts} from '../../../session/export/unusual.ts';
import {leftKindsTold, rowKindsTold, tallyLine} from '../../../session/review/tally-view.ts';
import {unfitText} from '../../../session/review/validity-view.ts';
import {everyReadable, exportRecords} from '../../../session/review/view-model.ts';
import {fileName, shownPath} from '../../../text/format.ts';
import {messages} from '../../../text/index.ts';
import {firstThatFits} from '../../layout/fit.ts';
import {cut, cutStart} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {signs} from '../../theme.ts';

type WriteQuestion = Extract<Question, {kind: 'rest' | 'columns' | 'twice' | 'conflict' | 'again'}>;

const manners = ['long', 'short'] as const;

/** Columns that a file name or a folder may take, in turn, where there is little room. */
const shortened = [Number.POSITIVE_INFINITY, 40, 24, 12] as const;

/** A question before a list is written, as long as the status line shows it whole. */
export const writeQuestionText = (state: ShownState, question: WriteQuestion): string =>
	firstThatFits(
		question.kind === 'columns' ? columnsTexts(state, question.missing) : restTexts(state, question),
		state.size,
	);

function* columnsTexts(
	{language, exporting}: ShownState,
	missing: Extract<Question, {kind: 'columns'}>['missing'],
): Iterable<string> {
	const {writing} = messages(language).app;
	const style = styleText(language, unusualIn(exporting));
	const keys = missing.filter(group => keyGroups.includes(group)).length;
	for (const asked of [writing.columns, writing.columnsShort]) {
		for (let most = missing.length; most >= keys; most--) yield asked(missingText(language, missing, most), style);
	}
	for (let most = keys; most >= 0; most--) yield writing.columnsShort(missingText(language, missing, most), '');
}

/** With what differs from the default, unless it was asked about, and how many rows are not valid. */
function* restTexts(state: ShownState, question: Exclude<WriteQuestion, {kind: 'columns'}>): Iterable<string> {
	const {language, exporting} = state;
	const {app, validity} = messages(language);
	const {writing, answers} = question;
	const isFirst = writing === 'quick' && !answers.columns && !answers.rest;
	const unusual = isFirst ? unusualTexts(language, unusualIn(exporting)) : [''];
	const wanted = question.kind === 'rest' || answers.rest === 'all' ? everyReadable(state) : exportRecords(state);
	const isOnce = question.kind === 'twice' || answers.twice === 'once';
	const records = isOnce ? oncePerPassport(wanted).kept : wanted;
	const unfits = manners.map(manner => unfitText(state, records, language, manner));
	const sentences = (...parts: readonly string[]) => parts.filter(part => part !== '').join(app.review.sentence);
	for (const said of askedTexts(state, question)) {
		for (const unfit of unfits) {
			const rows = unfit === '' ? '' : validity.ofRows(unfit);
			for (const differs of unusual) yield sentences(said, rows, differs);
		}
	}
	yield* askedTexts(state, question);
}

/** What is asked, the longest first. */
function askedTexts({language}: ShownState, question: Exclude<WriteQuestion, {kind: 'columns'}>): readonly string[] {
	const {app, list} = messages(language);
	switch (question.kind) {
		case 'rest':
			return manners.map(manner =>
				app.writing.rest(tallyLine(language, question.told, [...rowKindsTold, 'failed', 'waiting'], manner)),
			);
		case 'twice': {
			const {first, left, rows, differing} = question;
			return shortened.map(room => list.once.question(cut(first, room), left, rows, differing));
		}
		case 'again':
			return shortened.map(room => app.writing.again(cut(question.file, room)));
		default:
			return [list.once.conflict(question.differing, question.rows)];
	}
}

/** What was written, as long as the status line shows it whole: what is left out first, the folder last. */
export const writtenText = (state: ShownState, notice: WrittenNotice): string =>
	firstThatFits(writtenTexts(state, notice), state.size, `${signs[notice.tone === 'plain' ? 'good' : notice.tone]} `);

function* writtenTexts(state: ShownState, {path, rows, sent}: WrittenNotice): Iterable<string> {
	const {language} = state;
	const {writing} = messages(language).app;
	const unusual = unusualTexts(language, sent.unusual);
	const file = fileName(path);
	const folder = shownPath(dirname(path), state.home);
	const parts = (manner: 'long' | 'short') => ({
		rows,
		file,
		unfit: unfitText(state, sent.records, language, manner),
		written: tallyLine(language, sent.rows, rowKindsTold, manner),
		left: tallyLine(language, sent.left, leftKindsTold, manner),
		unusual: unusual[0]!,
		folder: '',
	});
	for (const manner of manners) {
		for (const room of shortened) yield writing.exported({...parts(manner), folder: cutStart(folder, room)});
	}
	for (const differs of unusual) yield writing.exported({...parts('short'), unusual: differs});
	const least = {...parts('short'), unusual: unusual.at(-1)!};
	const {unproven} = sent.rows;
	yield writing.exported({...least, written: tallyLine(language, {unproven}, ['unproven'], 'short')});
	for (const room of shortened) yield writing.exported({...least, written: '', file: cutStart(file, room)});
	for (const differs of [least.unusual, ''])
		yield writing.exported({...least, written: '', file: '', unusual: differs});
}
