import type {Command, Context} from '../command-line/context.ts';
import {mustNotBeInput} from '../command-line/input-files.ts';
import {askedColumns} from '../command-line/list-columns.ts';
import {askedTemplate} from '../command-line/list-template.ts';
import {fromFiles, fromFolders, fromStream, type Kept} from '../command-line/load-records.ts';
import {flag, text, texts} from '../command-line/parse.ts';
import type {Change} from '../command-line/record-store.ts';
import {tripOf} from '../command-line/trip-options.ts';
import {badValue, unknownName} from '../command-line/unknown-name.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {cleanText} from '../core/clean-text.ts';
import {AppError, exitCodes, toAppError} from '../core/errors.ts';
import {columnSet} from '../core/export/column-sets.ts';
import type {PhotoReader} from '../core/export/excel/photos.ts';
import type {PartedRecords} from '../core/export/excel/record-parts.ts';
import {type ExportFormat, formatOf, formats, misnames} from '../core/export/formats.ts';
import {type ColumnGroup, groupNames, isColumnGroup} from '../core/export/groups.ts';
import {isFilledFile} from '../core/export/is-filled-file.ts';
import type {Survey} from '../core/export/rows.ts';
import {type Export, type ExportContent, exportOf, writeList} from '../core/export/write.ts';
import {masked} from '../core/masked.ts';
import {packagePath} from '../core/package-root.ts';
import {isNamedPicture} from '../core/pictures/files/extensions.ts';
import {nameAmong} from '../core/records/picture-names.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {familiesTogether} from '../core/review/families-together.ts';
import {oncePerPassport} from '../core/review/once.ts';
import {rivalsIn} from '../core/review/related-records.ts';
import {withRivals} from '../core/review/with-conflicts.ts';
import {conflictLines} from '../output/conflict-lines.ts';
import {validityText} from '../output/validity-text.ts';
import {fewNames} from '../text/format.ts';
import {appendRows} from './append-rows.ts';
import {surveyRows} from './export-survey.ts';

/** `export`: rows from what was read before. */
export const exportRows: Command = async context => {
	const {args, messages, say, warn} = context;
	const output = text(args, 'output');
	if (output === undefined) throw new AppError('USAGE', {problem: 'needs', option: '--output', for: 'export'});
	if (output !== '-') await mustNotBeInput(args, output);
	const template = await askedTemplate(args);
	const format = template ? 'template' : chosenFormat(text(args, 'format') as ExportFormat | undefined, output);
	if (template) mustNotBePicture(output);
	const appends = flag(args, 'append');
	if (appends && (output === '-' || !formats[format].open)) {
		const other = output === '-' ? '--output -' : `--format ${format}`;
		throw new AppError('USAGE', {problem: 'conflict', option: '--append', other, for: 'export'});
	}
	const photos = await askedPhotos(context, format);
	const asked = await askedColumns(context);
	const groups = chosenGroups(context);
	const today = calendarDay(context.now());
	const trip = tripOf(args, today);
	const delimiter = text(args, 'delimiter')?.replace('\\t', '\t');
	const altered = alteredValues();
	const content = {
		format,
		template,
		words: messages.exported,
		...asked,
		today,
		trip,
		includeRejected: flag(args, 'rejected'),
		excelSafe: flag(args, 'excel-safe'),
		photos,
		rowThread: {file: packagePath('dist', 'row-worker.js'), language: context.language},
		onAltered: altered.add,
		countryLetters: text(args, 'country-letters') === '2' ? (2 as const) : (3 as const),
		singleName: text(args, 'single-name')?.toUpperCase(),
		...(groups ? {groups} : {}),
		...(delimiter === undefined ? {} : {delimiter}),
	};
	const asRead = surveyRows(content);
	const {records: found, notRead, names, problems, notes} = await findKept(context, asRead.add);
	const nameOf = (path: string): string => nameAmong(names, path);
	const options = {...content, names, notRead};
	for (const line of problems) warn(line);
	for (const line of notes) say(line);
	if (found.count() + notRead.length === 0) {
		// Each file that has no row was named, with its reason.
		if (problems.length > 0) throw new AppError('NOTHING_TO_EXPORT', {reason: 'left-out'});
		// A list with nothing added would say that all of them are in it already.
		if (appends) throw new AppError('NOTHING_TO_EXPORT');
	}
	const related = found.related();
	const among = [...related.values()];
	for (const line of conflictLines(among, nameOf, context))
		say(line + messages.app.review.sentence + messages.list.once.ownRows);
	const gone = twinsIn(among, nameOf, context);
	const isGone = (place: number): boolean => {
		const compared = related.get(place);
		return compared !== undefined && gone.has(compared);
	};
	const isArranged = flag(args, 'families');
	const placed = found.placed(
		isArranged ? all => familiesTogether(all.filter((_, place) => !isGone(place))) : undefined,
	);
	const changed = (place: number): Change | undefined => {
		const compared = related.get(place);
		if (!compared) return undefined;
		return isGone(place) ? () => undefined : record => withRivals(rivalsIn(among, compared), record, nameOf);
	};
	const records: PartedRecords = {
		*[Symbol.iterator]() {
			for (const [place, record] of placed) {
				const change = changed(place);
				const one = change ? change(record) : record;
				if (one) yield one;
			}
		},
		parts: withRejected => placed.parts(changed, withRejected),
	};
	const survey = isArranged || related.size > 0 ? surveyRows(content, records) : asRead;
	const sayCounts = () => {
		const {rejected, validity, changed, unfit: names} = survey.counts();
		if (changed.length > 0)
			warn(messages.commands.export.changed(changed.length, fewNames(changed.map(nameOf), messages.commands.comma)));
		if (rejected > 0) say(messages.commands.export.leftOut(rejected));
		const unfit = validityText(validity, trip, names.map(nameOf), context);
		if (unfit !== undefined) say(unfit);
	};

	const append = async (): Promise<number> => {
		await appendRows(records, {...options, path: output}, context);
		altered.say(context);
		return problems.length > 0 ? exitCodes.someFailed : exitCodes.ok;
	};
	if (appends && isFilledFile(output)) {
		sayCounts();
		return await append();
	}
	const list = listOf(records, options, survey.survey, sayCounts, problems.length > 0);
	const open = survey.counts().open - list.openRefused;
	if (open > 0 && !list.saysStatus) say(messages.commands.export.openRows(open));
	if (list.emptyGroups.length > 0) {
		say(messages.commands.export.emptyColumns(list.emptyGroups.join(messages.commands.comma)));
	}
	sayRefused(list, template !== undefined, nameOf, context);
	// Each of them was named, with its reason.
	if (list.rows === 0) throw new AppError('NOTHING_TO_EXPORT', {reason: template ? 'misfit' : 'refused'});
	if (output === '-') {
		for await (const part of list.content()) context.out(part);
	} else {
		// As the original skill does: a named file is to hold what is exported now.
		const written = appends
			? await (await import('../core/export/write-first.ts')).writeFirst(list, output)
			: await writeList(list, {path: output, ifExists: 'replace'});
		if (!written) return await append();
		say(messages.commands.export.written(written.path, written.rows));
	}
	altered.say(context);
	const missing = columnSet(options.columns).asOriginal ? notRead.filter(({unread}) => unread) : notRead;
	if (missing.length > 0)
		say(messages.commands.export.notInList(missing.length, formats[format].listsNotRead === true));

	return problems.length + list.refused.length > 0 ? exitCodes.someFailed : exitCodes.ok;
};

/** Reads the pictures of passports, where they were asked for and the list can hold them. */
async function askedPhotos({args}: Context, format: ExportFormat): Promise<PhotoReader | undefined> {
	if (!flag(args, 'photos')) return undefined;
	const isOriginal = text(args, 'columns') === 'original';
	if (isOriginal || !formats[format].holdsPictures) {
		const other = isOriginal ? '--columns original' : `--format ${format}`;
		throw new AppError('USAGE', {problem: 'conflict', option: '--photos', other, for: 'export'});
	}
	return (await import('../core/pictures/photos.ts')).readPhotos;
}

/** Collects the texts that Excel changes, to name some of them. */
function alteredValues() {
	const examples = new Set<string>();
	let count = 0;
	return {
		add(value: string) {
			count++;
			if (examples.size < 3) examples.add(value);
		},
		say({messages: {commands}, say, masksNumbers = false}: Context) {
			if (count === 0) return;
			const named = [...examples].map(cleanText).map(value => (masksNumbers ? masked(value) : value));
			say(commands.export.alteredByExcel(count, named.join(commands.comma)));
		},
	};
}

/** Names every passport that the format does not take, with the reason. */
function sayRefused(
	{refused}: Export,
	misfits: boolean,
	nameOf: (path: string) => string,
	{messages, warn}: Context,
): void {
	const {export: words} = messages.commands;
	if (refused.length === 0) return;
	warn((misfits ? words.misfits : words.refused)(refused.length));
	for (const {path, why} of refused) warn(words.refusedRow(cleanText(nameOf(path)), why));
}

/** The columns that were asked for by name. Only the default ones have groups. */
function chosenGroups({args}: Context): readonly ColumnGroup[] | undefined {
	const names = text(args, 'only')?.split(',');
	const unknown = names?.find(name => !isColumnGroup(name));
	if (unknown !== undefined) throw unknownName('only', unknown, groupNames);
	const columns = text(args, 'columns') ?? 'default';
	if (names && columns !== 'default') {
		throw new AppError('USAGE', {problem: 'conflict', option: '--only', other: `--columns ${columns}`});
	}
	return names?.filter(isColumnGroup);
}

/** A form has any name, but not that of a passport's picture. */
function mustNotBePicture(output: string): void {
	if (isNamedPicture(output) !== true) return;
	throw badValue('output', output);
}

/** The format that was asked for, else the one that the name of the file says, else CSV. */
function chosenFormat(asked: ExportFormat | undefined, output: string): ExportFormat {
	const format = asked ?? formatOf(output) ?? 'csv';
	if (output === '-' || !misnames(output, format)) return format;
	if (asked === undefined || !formatOf(output)) {
		throw badValue('output', output);
	}
	throw new AppError('USAGE', {problem: 'misnamed', format, output, extension: formats[format].extension});
}

/** The list, and before it or the reason why there is none what was counted. `isNamed`: what is left out was named. */
function listOf(
	records: PartedRecords,
	options: ExportContent,
	survey: Survey,
	sayCounts: () => void,
	isNamed: boolean,
): Export {
	try {
		return exportOf(records, options, survey);
	} catch (thrown) {
		const {code, details} = toAppError(thrown);
		// To read pictures first would be no help.
		if (isNamed && code === 'NOTHING_TO_EXPORT' && details.reason === undefined) {
			throw new AppError(code, {reason: 'left-out'});
		}
		throw thrown;
	} finally {
		sayCounts();
	}
}

/** Several pictures of one passport are never several rows in silence: they are named, and left out with `--once`. */
function twinsIn(
	among: readonly PassportRecord[],
	nameOf: (path: string) => string,
	{args, messages, say}: Context,
): ReadonlySet<PassportRecord> {
	const {left} = oncePerPassport(among);
	if (left.length === 0) return new Set();
	const {export: words} = messages.commands;
	const names = left.map(({record, sameAs}) => `${cleanText(nameOf(record.path))} = ${cleanText(nameOf(sameAs.path))}`);
	const listed = names.length > 5 ? [...names.slice(0, 5), '…'] : names;
	if (!flag(args, 'once') && !flag(args, 'append')) {
		say(words.twins(left.length, listed.join(', ')));
		return new Set();
	}
	say(words.once(left.length, listed.join(', ')));
	return new Set(left.map(({record}) => record));
}

const sources = ['from-dir', 'batch-input', 'input'] as const;

/** The first source that was named counts, in the order of the original skill. */
async function findKept(context: Context, onRecord: (record: PassportRecord) => void): Promise<Kept> {
	const {args, stdin, messages, say} = context;
	const asked = {...context, withPlaces: flag(args, 'photos'), onRecord};
	const [source, ...others] = sources.filter(name => texts(args, name).length > 0);
	if (source !== undefined && others.length > 0) {
		say(messages.commands.export.sourceUsed(`--${source}`, others.map(name => `--${name}`).join(', ')));
	}
	if (source === 'from-dir') return await fromFolders(texts(args, source), asked);
	if (source !== undefined) {
		return await fromFiles([...texts(args, source), ...(source === 'batch-input' ? args.words : [])], asked);
	}
	if (stdin.isTTY) throw new AppError('USAGE', {problem: 'needs', option: '--from-dir', for: 'export'});
	return await fromStream(stdin, asked);
}
