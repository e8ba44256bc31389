import {existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {cleanText} from '../core/clean-text.ts';
import {type ExportFormat, exportFormats, formats, isExportFormat} from '../core/export/formats.ts';
import {oncePerPassport} from '../core/review/once.ts';
import {conflicts} from '../core/review/same-person.ts';
import type {ActId} from '../session/act-id.ts';
import type {Question} from '../session/app/question-state.ts';
import {namesOtherFormat} from '../session/export/file-place.ts';
import {scriptOf} from '../session/export/script-line.ts';
import {missingText, styleText, unusualIn} from '../session/export/unusual.ts';
import {exportPath} from '../session/export/update.ts';
import {pictureName} from '../session/picture-name.ts';
import {unreadPictures} from '../session/reading/unread.ts';
import {leftKindsTold, rowKindsTold, tallyLine} from '../session/review/tally-view.ts';
import {unfitText} from '../session/review/validity-view.ts';
import {everyReadable, exportRecords} from '../session/review/view-model.ts';
import {appendedLines} from '../text/appended.ts';
import {shownPath} from '../text/format.ts';
import {messages} from '../text/index.ts';
import {sentences} from '../text/sentences.ts';
import {answerName, answers} from './answers.ts';
import {askColumns} from './columns.ts';
import {askForm} from './form.ts';
import type {Line} from './line.ts';
import {list} from './list.ts';
import {fileNames} from './names.ts';
import {oneOf} from './one-of.ts';
import {askSingleName} from './single-name.ts';
import {conflictText} from './together.ts';

/** Writes the list, after asking how, where and whom. False when the person stopped. */
export async function writeList(line: Line): Promise<boolean> {
	const {talk, language, state, send, act, until} = line;
	const {plain} = messages(language);
	const all = everyReadable(state());
	if (all.length === 0) {
		talk.say(plain.nothingToWrite);
		return true;
	}
	const unfit = unfitText(state(), all, language);
	if (unfit !== '') talk.say(plain.unfit(unfit));
	for (;;) {
		const usual = state().exporting.format;
		const others = exportFormats.filter(format => format !== usual);
		const known = ['', answers.no, answers.columns, ...exportFormats];
		const answer = await oneOf(talk, language, plain.format(usual, others, answerName), known, ['list']);
		if (answer === answers.list) {
			if (!(await list(line))) return false;
			continue;
		}
		if (answer === undefined) return false;
		if (answer === answers.no) return true;
		if (answer === answers.columns) {
			if (!(await askColumns(line))) return false;
			continue;
		}
		const format = isExportFormat(answer) ? answer : usual;
		send({type: 'exportAs', format});
		if (!(await askFor(line, format))) return false;
		break;
	}
	if (!(await nameFile(line))) return false;
	act('review.export');
	for (let {question} = state(); question; {question} = state()) {
		const next = await answerTo(line, question);
		if (!next) return false;
		act(next);
		if (next === 'question.no') return true;
	}
	if (!(await until(({exporting}) => exporting.writing === 'no'))) return false;
	const {notice, screen} = state();
	// With passports that have no line the session is on its last screen, without a notice.
	if (notice?.kind === 'exported' || (screen === 'done' && !notice)) sayWritten(line);
	return true;
}

/** Asks for what a format needs besides. False when the person stopped. */
const askFor = async (line: Line, format: ExportFormat): Promise<boolean> =>
	format === 'template' ? await askForm(line) : await askSingleName(line);

/** Asks for the name of the file until it is one of the format. False when the person stopped. */
async function nameFile(line: Line): Promise<boolean> {
	const {talk, language, state, send} = line;
	const {plain, app, commands} = messages(language);
	for (;;) {
		const {format} = state().exporting;
		send({type: 'reported', field: 'file', value: ''});
		const file = await talk.ask(plain.file(shownPath(exportPath(state()), state().home)), {isPath});
		if (file === undefined) return false;
		const word = file.toLowerCase();
		// A format here is an answer to the question before.
		if (isExportFormat(word)) {
			send({type: 'exportAs', format: word});
			if (!(await askFor(line, word))) return false;
		}
		// Meant as a yes or a no, which would become the name.
		else if (word === answers.no || commands.yes.includes(word)) talk.say(plain.notAnswer);
		else if (file.startsWith('/') && !existsSync(dirname(file))) talk.say(plain.noFolder(cleanText(dirname(file))));
		else if (namesOtherFormat(file, format))
			talk.say(app.notices.misnamed({file, format, extension: formats[format].extension}));
		else {
			send({type: 'reported', field: 'file', value: file});
			return true;
		}
	}
}

/** A file below a folder, or one in the root folder that has an extension. */
const isPath = (answer: string): boolean => answer.lastIndexOf('/') > 0 || answer.includes('.');

/** What is to be done at a question of the session; undefined when the person stopped. */
async function answerTo(line: Line, question: Question): Promise<ActId | undefined> {
	const {talk, language, state} = line;
	const {plain, app, list} = messages(language);
	const ask = async (said: string, acts: Readonly<Record<string, ActId>>): Promise<ActId | undefined> => {
		const answer = await oneOf(talk, language, said, Object.keys(acts));
		return answer === undefined ? undefined : acts[answer];
	};
	switch (question.kind) {
		case 'columns': {
			const missing = missingText(language, question.missing, question.missing.length);
			// The format was asked for just before.
			const {format: _, ...unusual} = unusualIn(state().exporting);
			const said = app.writing.columns(missing, styleText(language, unusual));
			const acts = {
				'': 'question.fewerColumns',
				[answers.everyColumn]: 'question.everyColumn',
				[answers.no]: 'question.no',
			} as const;
			return await ask(sentences(said, plain.columnsOrNot(answerName)), acts);
		}
		case 'rest': {
			const told = tallyLine(language, question.told, [...rowKindsTold, 'failed', 'waiting']);
			const chosen = question.chosen > 0 ? ({[answers.chosen]: 'question.chosen'} as const) : {};
			const said = app.writing.plainRest(told, question.all, question.chosen, answerName);
			return await ask(said, {'': 'question.all', ...chosen, [answers.no]: 'question.no'});
		}
		case 'twice':
		case 'conflict': {
			const wanted = question.answers.rest === 'all' ? everyReadable(state()) : exportRecords(state());
			for (const conflict of conflicts(wanted)) {
				talk.say(conflictText(language, wanted, conflict) + app.review.sentence + list.once.ownRows);
			}
			if (question.kind === 'conflict') return 'question.yes';
			const names = fileNames(
				language,
				oncePerPassport(wanted).left.map(({record}) => record.path),
			);
			const said = list.once.plainQuestion(names, question.left, question.rows, answerName);
			return await ask(said, {'': 'question.once', [answers.both]: 'question.both'});
		}
		case 'again': {
			const acts = {
				'': 'question.replace',
				[answers.newName]: 'question.newName',
				[answers.no]: 'question.no',
			} as const;
			return await ask(plain.again(question.file, answerName), acts);
		}
		default:
			return 'question.no';
	}
}

function sayWritten({talk, language, state}: Line): void {
	const {plain, app, commands} = messages(language);
	const {exporting, home, reading, review} = state();
	const {written, sent, format} = exporting;
	if (!written || !sent) return;
	const path = shownPath(written.path, home);
	if (written.appended) {
		const {listed, isChanged} = written.appended;
		talk.say(commands.export.appended(path, written.rows, listed, isChanged));
		for (const said of appendedLines(written.appended, messages(language))) talk.say(said);
	} else talk.say(app.done.written(written.rows, path));
	const left = tallyLine(language, sent.left, leftKindsTold);
	talk.say(app.writing.plainWritten(tallyLine(language, sent.rows, rowKindsTold), left));
	const unread = unreadPictures(reading.items, review.records).length;
	for (const {path, why} of written.refused ?? []) talk.say(app.done.refused(pictureName(state(), path), why));
	const changed = (written.changed ?? []).map(path => pictureName(state(), path));
	if (changed.length > 0) talk.say(app.done.changed(changed));
	if (unread > 0) talk.say(commands.export.notInList(unread, formats[format].listsNotRead === true));
	talk.say(plain.script);
	for (const parts of scriptOf(state())) talk.say(parts.join(' '));
}
