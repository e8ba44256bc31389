import {existsSync} from 'node:fs';
import type {Command, Context} from '../command-line/context.ts';
import {askedDocuments} from '../command-line/document-options.ts';
import {flag, text, texts} from '../command-line/parse.ts';
import {readText} from '../command-line/read-text.ts';
import {tripOf} from '../command-line/trip-options.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {csvOfTexts} from '../core/export/csv.ts';
import {asGiven} from '../core/passport/judge/as-given.ts';
import {blocking} from '../core/passport/judge/finding.ts';
import {judge} from '../core/passport/judge/judge.ts';
import {onDay, type TripDay} from '../core/passport/judge/validity.ts';
import {type DocumentClass, isAskedFor} from '../core/passport/model/document.ts';
import type {Issue} from '../core/passport/model/passport.ts';
import type {Reading} from '../core/passport/model/reading.ts';
import {isOldFrenchCard} from '../core/passport/mrz/old-french-card.ts';
import {parseMrz} from '../core/passport/mrz/parse.ts';
import {splitList} from '../core/passport/mrz/split-list.ts';
import {readTextFile} from '../core/read-text-file.ts';
import {jsonText} from '../core/records/json/json-text.ts';
import {textTable} from '../output/tables.ts';
import {isDoubtful, type Validated, validationJson, validationRows, validationText} from '../output/validation.ts';
import {sayReason} from '../text/reason.ts';

/**
 * `validate`: judges MRZs that are given as text, one or many: as words, from a file, or on standard
 * input. Each has its fields with their evidence, each check digit, what was put right in the text, a verdict, and
 * whether it will do for a trip.
 */
export const validate: Command = async context => {
	const {args, messages, language, now, out, warn} = context;
	const today = calendarDay(now());
	const day = {today, trip: tripOf(args, today)};
	const words = {day, language, messages};
	const given = await givenText(context);
	const list = splitList(given);
	const isList = list.length > 1;
	const all = isList
		? list.map(one => judged(one.text, one.line, day, context))
		: [judged(list[0] && !parseMrz(given).reading ? list[0].text : given, undefined, day, context)];
	const refused = all.flatMap(one => ('refused' in one ? [one] : []));
	const format = text(args, 'output-format') ?? 'json';
	const [first] = all as [Validated];
	if (format === 'ndjson') for (const one of all) out(`${jsonText(validationJson(one, words), 0)}\n`);
	else if (format === 'csv') out(csvOfTexts(validationRows(all, words)));
	else if (format === 'json') {
		out(`${jsonText(isList ? all.map(one => validationJson(one, words)) : validationJson(first, words))}\n`);
	} else if (isList) out(textTable(validationRows(all, words)));
	else if ('passport' in first) out(validationText(first.passport, words));

	for (const {line, refused: sentences} of refused) {
		const {about, validate: said} = messages.commands;
		for (const sentence of sentences) warn(line === undefined ? sentence : about(said.atLine(line), sentence));
	}
	if (refused.length > 0) for (const one of messages.commands.validate.next) warn(messages.commands.next(one));
	if (refused.length === all.length) return exitCodes.noUsableInput;
	if (refused.length > 0) return exitCodes.someFailed;
	const isOpen = all.some(one => 'passport' in one && isDoubtful(one.passport, day));
	return flag(args, 'strict') && isOpen ? exitCodes.mustLook : exitCodes.ok;
};

/** What is to be judged: words, else the files that were named, else standard input. */
async function givenText({args, stdin}: Context): Promise<string> {
	const {words} = args;
	const [only] = words;
	// No MRZ is the name of a file.
	const isFile = words.length === 1 && only !== undefined && !only.includes('<') && existsSync(only);
	const files = [...texts(args, 'file'), ...(isFile ? [only] : [])];
	if (!isFile && words.length > 0 && files.length > 0) {
		throw new AppError('USAGE', {problem: 'conflict', option: '--file', other: words[0]!, for: 'validate'});
	}
	if (files.length > 0) return (await Promise.all(files.map(readTextFile))).join('\n');
	if (words.length > 0) return words.join('\n');
	if (stdin.isTTY) throw new AppError('USAGE', {problem: 'needs', option: 'LINE1 LINE2', for: 'validate'});
	return await readText('-', stdin);
}

function judged(
	mrz: string,
	line: number | undefined,
	{today, trip}: TripDay,
	{args, messages}: Pick<Context, 'args' | 'messages'>,
): Validated {
	const {reading, notes} = parseMrz(mrz);
	if (!reading) return {line, refused: notes.map(note => sayReason(messages.reasons, note))};
	const onTrip = onDay(asGiven(judge(reading, {today}), {today}), today, trip);
	const others = otherDocument(reading, askedDocuments(args));
	return {line, passport: {...onTrip, issues: [...notes, ...others, ...onTrip.issues]}};
}

/** Says what a text is when it is none of the documents that are asked for, or none that ICAO 9303 describes. */
function otherDocument({shape, lines}: Reading, documents: readonly DocumentClass[]): readonly Issue[] {
	if (isOldFrenchCard(shape, lines)) return [blocking('other-document', 'document_type', {shape: 'old-french-card'})];
	return isAskedFor(shape, documents) ? [] : [blocking('other-document', 'document_type', {shape})];
}
