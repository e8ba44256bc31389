import {existsSync} from 'node:fs';
import {homedir} from 'node:os';
import {dirname, join} from 'node:path';
import {cleanText} from '../core/clean-text.ts';
import {toAppError} from '../core/errors.ts';
import {defaultFormat, type ExportFormat, exportFormats, formats, isExportFormat} from '../core/export/formats.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {isUnread} from '../core/records/unread-record.ts';
import {oncePerPassport} from '../core/review/once.ts';
import type {ReviewState} from '../core/review/review.ts';
import {commonIn, conflicts} from '../core/review/same-person.ts';
import {tallyOf} from '../core/review/tally.ts';
import {withConflicts} from '../core/review/with-conflicts.ts';
import type {UnreadPicture} from '../session/effect.ts';
import {filePlace, namesOtherFormat} from '../session/export/file-place.ts';
import {scriptCommands} from '../session/export/script-line.ts';
import {commonFolder, listName} from '../session/export/update.ts';
import {notReadRows} from '../session/reading/unread.ts';
import {fieldNames} from '../session/review/conflict-text.ts';
import {leftKindsTold, rowKindsTold, tallyLine} from '../session/review/tally-view.ts';
import {unfitText} from '../session/review/validity-view.ts';
import {shownPath} from '../text/format.ts';
import {type Language, messages} from '../text/index.ts';
import {sayReason} from '../text/reason.ts';
import {inBatchOrder} from './in-order.ts';
import {fileNames} from './names.ts';
import {oneOf} from './one-of.ts';
import type {Talk} from './talk.ts';

export type Writing = {
	readonly pictures: readonly string[];
	/** Pictures that have no row. */
	readonly unread: readonly UnreadPicture[];
	readonly engine: string;
	readonly today: CalendarDay;
	readonly trip: Trip | undefined;
	/** Pictures that are still to be read. */
	readonly waiting: number;
	readonly now: () => Date;
};

/** Asks for the name of the file until it is one of that format; undefined when the person stopped. */
async function nameOf(
	format: ExportFormat,
	proposed: string,
	{say, ask}: Pick<Talk, 'say' | 'ask'>,
	language: Language,
): Promise<string | undefined> {
	const {plain, app, commands} = messages(language);
	for (;;) {
		const file = await ask(plain.file(shownPath(proposed, homedir())), {isPath});
		if (file === undefined || file === '') return file;
		// Meant as a yes or a no, which would become the name.
		if (file.toLowerCase() === 'n' || commands.yes.includes(file.toLowerCase())) say(plain.notAnswer);
		else if (file.startsWith('/') && !existsSync(dirname(file))) say(plain.noFolder(cleanText(dirname(file))));
		else if (namesOtherFormat(file, format))
			say(app.notices.misnamed({file, format, extension: formats[format].extension}));
		else return file;
	}
}

/** A file below a folder, or one in the root folder that has an extension. */
const isPath = (answer: string): boolean => answer.lastIndexOf('/') > 0 || answer.includes('.');

type Unread = {readonly failed: number; readonly waiting: number};

/** Whose rows are written, where not everybody is accepted; none where the person wants no list. */
async function chooseRows(
	talk: Pick<Talk, 'say' | 'ask'>,
	language: Language,
	review: ReviewState,
	{failed, waiting}: Unread,
): Promise<readonly PassportRecord[] | undefined> {
	const {plain, app} = messages(language);
	const readable = review.records.filter(record => record.review.state !== 'rejected' && !isUnread(record));
	const accepted = readable.filter(({review: {state}}) => state !== 'unreviewed');
	if (readable.length === 0) talk.say(plain.nothingToWrite);
	if (readable.length === accepted.length && waiting === 0) return accepted;
	if (readable.length === 0) return [];
	const told = tallyLine(language, {...tallyOf(readable, review), failed, waiting}, [
		...rowKindsTold,
		'failed',
		'waiting',
	]);
	const question = app.writing.plainRest(told, readable.length, accepted.length);
	const answer = await oneOf(talk, language, question, accepted.length > 0 ? ['', 'o', 'n'] : ['', 'n']);
	if (answer === undefined) return undefined;
	return answer === '' ? readable : answer === 'o' ? accepted : [];
}

/** Writes the list, after asking whom, how and where. False when the person stopped. */
export async function writeList(
	{say, ask}: Talk,
	language: Language,
	review: ReviewState,
	{pictures, unread, waiting, engine, today, trip, now}: Writing,
): Promise<boolean> {
	const text = messages(language);
	const failed = unread.filter(({failure}) => failure).length;
	const wanted = await chooseRows({say, ask}, language, review, {failed, waiting});
	if (wanted === undefined) return false;
	if (wanted.length === 0) return true;
	const accepted = inBatchOrder(wanted, pictures);
	const {kept, left} = oncePerPassport(accepted);
	for (const {paths, fields} of conflicts(accepted)) {
		const names = fileNames(language, paths);
		const differs = text.plain.together.conflict(commonIn(fields), names, fieldNames(fields, language));
		say(differs + text.app.review.sentence + text.list.once.ownRows);
	}
	const names = fileNames(
		language,
		left.map(({record}) => record.path),
	);
	const repeated = text.list.once.plainQuestion(names, left.length, kept.length);
	const which = left.length > 0 ? await oneOf({say, ask}, language, repeated, ['', 'b']) : '';
	if (which === undefined) return false;
	const chosen = which === 'b' ? accepted : kept;
	const rowsOf = chosen.map(record => withConflicts(review.records, record));
	const unfit = unfitText({today, trip}, chosen, language);
	if (unfit !== '') say(text.plain.unfit(unfit));
	const others = exportFormats.filter(format => format !== defaultFormat);
	const question = text.plain.format(defaultFormat, others);
	const answer = await oneOf({say, ask}, language, question, ['', 'n', ...exportFormats]);
	if (answer === undefined) return false;
	if (answer === 'n') return true;
	const format = isExportFormat(answer) ? answer : defaultFormat;
	const folder = commonFolder(pictures, process.cwd());
	const proposed = join(folder, listName(today, format));
	const typed = await nameOf(format, proposed, {say, ask}, language);
	if (typed === undefined) return false;
	try {
		const {writeExport} = await import('../core/export/write.ts');
		const {path, rows} = await writeExport(rowsOf, {
			format,
			path: typed === '' ? proposed : filePlace(typed, format, folder, homedir(), listName(today, format)),
			ifExists: 'newName',
			language,
			today,
			trip,
			notRead: notReadRows(unread, language, now()),
			describe: issue => sayReason(messages(language).reasons, issue),
		});
		say(text.app.done.written(rows, shownPath(path, homedir())));
		const rest = review.records.filter(record => !accepted.includes(record));
		const left = {...tallyOf(rest, review), failed, waiting, twice: accepted.length - chosen.length};
		say(
			text.app.writing.plainWritten(
				tallyLine(language, tallyOf(chosen, review), rowKindsTold),
				tallyLine(language, left, leftKindsTold),
			),
		);
		if (unread.length > 0) say(text.commands.export.notInList(unread.length, formats[format].listsNotRead === true));
		say(text.plain.script);
		const once = chosen.length < accepted.length;
		const work = {from: process.cwd(), pictures, engine, format, output: path, once, trip};
		for (const line of scriptCommands(work)) say(line.join(' '));
	} catch (thrown) {
		const {code, details} = toAppError(thrown);
		say(text.errors.what(code, details));
		for (const next of text.errors.next(code, details)) say(next);
	}
	return true;
}
