import {basename} from 'node:path';
import type {Command, Context} from '../command-line/context.ts';
import {askedColumns} from '../command-line/list-columns.ts';
import {askedTemplate} from '../command-line/list-template.ts';
import {fromFiles, fromFolders, fromStream, type Kept} from '../command-line/load-records.ts';
import {flag, text, texts} from '../command-line/parse.ts';
import {tripOf} from '../command-line/trip-options.ts';
import {unknownName} from '../command-line/unknown-name.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {cleanText} from '../core/clean-text.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {columnSet} from '../core/export/column-sets.ts';
import type {DateStyle} from '../core/export/dates.ts';
import type {PhotoReader} from '../core/export/excel-photos.ts';
import {type ExportFormat, formatOf, formats, misnames} from '../core/export/formats.ts';
import {type ColumnGroup, groupNames, isColumnGroup} from '../core/export/groups.ts';
import {isFilledFile} from '../core/export/is-filled-file.ts';
import {type Export, type ExportContent, exportOf, writeList} from '../core/export/write.ts';
import {type TripDay, type ValidityCounts, validityOf} from '../core/passport/judge/validity.ts';
import {isNamedPicture} from '../core/pictures/extensions.ts';
import {hasChangedPicture} from '../core/records/changed-picture.ts';
import {sourceImage} from '../core/records/legacy-keys.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {familiesTogether} from '../core/review/families-together.ts';
import {oncePerPassport} from '../core/review/once.ts';
import {withConflicts} from '../core/review/with-conflicts.ts';
import {conflictLines} from '../output/conflict-lines.ts';
import {validityText} from '../output/validity-text.ts';
import {fewNames} from '../text/format.ts';
import {appendRows} from './append-rows.ts';

/** `export`: rows from what was read before. */
export const exportRows: Command = async context => {
	const {args, messages, say, warn} = context;
	const output = text(args, 'output');
	if (output === undefined) throw new AppError('USAGE', {problem: 'needs', option: '--output', for: 'export'});
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
	const {records: found, notRead, problems, notes} = await findKept(context);
	for (const line of problems) warn(line);
	for (const line of notes) say(line);
	// Each file that has no row was named, with its reason.
	if (found.count() + notRead.length === 0 && problems.length > 0) {
		throw new AppError('NOTHING_TO_EXPORT', {reason: 'left-out'});
	}
	const related = found.related();
	const among = [...related.values()];
	for (const line of conflictLines(among, context))
		say(line + messages.app.review.sentence + messages.list.once.ownRows);
	const gone = twinsIn(among, context);
	const inOrder: Iterable<PassportRecord> = {
		*[Symbol.iterator]() {
			let place = 0;
			for (const record of found) {
				const compared = related.get(place++);
				if (!compared) yield record;
				else if (!gone.has(compared)) yield withConflicts(among, compared);
			}
		},
	};
	const records = flag(args, 'families') ? familiesTogether([...inOrder]) : inOrder;
	const counted = countingRows(records, {today, trip, rejected: flag(args, 'rejected')});
	const sayCounts = () => {
		const {rejected, validity, changed} = counted.counts();
		if (changed.length > 0)
			warn(messages.commands.export.changed(changed.length, fewNames(changed, messages.commands.comma)));
		if (rejected > 0) say(messages.commands.export.leftOut(rejected));
		const unfit = validityText(validity, trip, context);
		if (unfit !== undefined) say(unfit);
	};

	const dates = text(args, 'dates') as DateStyle | undefined;
	const delimiter = text(args, 'delimiter')?.replace('\\t', '\t');
	const altered = alteredValues();
	const options = {
		format,
		template,
		words: messages.exported,
		...asked,
		today,
		trip,
		includeRejected: flag(args, 'rejected'),
		notRead,
		excelSafe: flag(args, 'excel-safe'),
		photos,
		onAltered: altered.add,
		countryLetters: text(args, 'country-letters') === '2' ? (2 as const) : (3 as const),
		...(groups ? {groups} : {}),
		...(dates ? {dates} : {}),
		...(delimiter === undefined ? {} : {delimiter}),
	};
	if (appends && isFilledFile(output)) {
		sayCounts();
		await appendRows(records, {...options, path: output}, context);
		return problems.length > 0 ? exitCodes.someFailed : exitCodes.ok;
	}
	const list = listOf(counted, options, sayCounts);
	const {open} = counted.counts();
	if (open > 0 && !list.saysStatus) say(messages.commands.export.openRows(open));
	if (list.emptyGroups.length > 0) {
		say(messages.commands.export.emptyColumns(list.emptyGroups.join(messages.commands.comma)));
	}
	sayRefused(list, template !== undefined, context);
	// Each of them was named, with its reason.
	if (list.rows === 0) throw new AppError('NOTHING_TO_EXPORT', {reason: template ? 'misfit' : 'refused'});
	if (output === '-') {
		for await (const part of list.content()) context.out(part);
	} else {
		// As the original skill does: a named file is to hold what is exported now.
		const {path, rows} = await writeList(list, {path: output, ifExists: 'replace'});
		say(messages.commands.export.written(path, rows));
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
		say({messages: {commands}, say}: Context) {
			if (count > 0) say(commands.export.alteredByExcel(count, [...examples].map(cleanText).join(commands.comma)));
		},
	};
}

/** Names every passport that the format does not take, with the reason. */
function sayRefused({refused}: Export, misfits: boolean, {messages, warn}: Context): void {
	const {export: words} = messages.commands;
	if (refused.length === 0) return;
	warn((misfits ? words.misfits : words.refused)(refused.length));
	for (const {path, why} of refused) warn(words.refusedRow(cleanText(basename(path)), why));
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
	throw new AppError('USAGE', {problem: 'bad-value', option: '--output', name: 'output', value: output});
}

/** The format that was asked for, else the one that the name of the file says, else CSV. */
function chosenFormat(asked: ExportFormat | undefined, output: string): ExportFormat {
	const format = asked ?? formatOf(output) ?? 'csv';
	if (output === '-' || !misnames(output, format)) return format;
	if (asked === undefined || !formatOf(output)) {
		throw new AppError('USAGE', {problem: 'bad-value', option: '--output', name: 'output', value: output});
	}
	throw new AppError('USAGE', {problem: 'misnamed', format, output, extension: formats[format].extension});
}

type RowCounts = {
	readonly rejected: number;
	readonly open: number;
	readonly validity: ValidityCounts;
	/** Names of the pictures that have changed since they were read. */
	readonly changed: readonly string[];
};

/** Records that are counted while they are gone through for the first time. */
type CountedRows = Iterable<PassportRecord> & {readonly counts: () => RowCounts};

/** Counts the rows that are not written, that are still to check, and that are not valid. */
function countingRows(
	records: Iterable<PassportRecord>,
	{today, trip, rejected: all}: TripDay & {readonly rejected: boolean},
): CountedRows {
	let counts: RowCounts | undefined;
	function* counting() {
		let [rejected, open] = [0, 0];
		const changed: string[] = [];
		const validity = {valid: 0, expired: 0, 'not-for-trip': 0, unknown: 0};
		for (const record of records) {
			const {passport, review} = record;
			if (review.state === 'rejected' && !all) rejected++;
			else {
				if (passport.status !== 'clean' && review.state === 'unreviewed') open++;
				validity[validityOf(passport, today, trip)]++;
				if (hasChangedPicture(record)) changed.push(sourceImage(record.path));
			}
			yield record;
		}
		const {expired, unknown} = validity;
		counts = {rejected, open, changed, validity: {expired, notForTrip: validity['not-for-trip'], unknown}};
	}
	return {
		[Symbol.iterator]: () => (counts ? records[Symbol.iterator]() : counting()),
		counts() {
			if (!counts) for (const _ of counting());
			return counts!;
		},
	};
}

/** The list, and before it or the reason why there is none what was counted. */
function listOf(records: CountedRows, options: ExportContent, sayCounts: () => void): Export {
	try {
		return exportOf(records, options);
	} finally {
		sayCounts();
	}
}

/** Several pictures of one passport are never several rows in silence: they are named, and left out with `--once`. */
function twinsIn(among: readonly PassportRecord[], {args, messages, say}: Context): ReadonlySet<PassportRecord> {
	const {left} = oncePerPassport(among);
	if (left.length === 0) return new Set();
	const {export: words} = messages.commands;
	const names = left.map(
		({record, sameAs}) => `${cleanText(basename(record.path))} = ${cleanText(basename(sameAs.path))}`,
	);
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
async function findKept(context: Context): Promise<Kept> {
	const {args, stdin, messages, say} = context;
	const asked = {...context, withPlaces: flag(args, 'photos')};
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
