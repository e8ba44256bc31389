import {cleanText} from '../core/clean-text.ts';
import type {Appended} from '../core/export/append/append.ts';
import type {SheetName} from '../core/export/append/open-list.ts';
import type {Messages} from './index.ts';

/** Rows that are named in one line. */
const mostNamed = 10;

/** What the rows of a list say otherwise than what was read, a line for each. */
export function appendedLines(
	{
		differing,
		others,
		former,
		alike,
		decisions,
		rejected,
		missing,
		leftEmpty,
		below,
		belowBlock,
		outsideTable,
		headsAgain,
		sheet,
		elsewhere = [],
		keptSheets = [],
		withoutPhotos,
		otherDates,
		unlikeDates,
	}: Omit<Appended, 'path' | 'added' | 'listed' | 'isChanged' | 'listsNotRead' | 'open'>,
	{commands, exported}: Messages,
): readonly string[] {
	const words = commands.export;
	return [
		...(sheet ? [words.onSheet(cleaned(sheet), sheet.others.map(cleaned))] : []),
		...elsewhere.map(one => words.elsewhere(cleanText(one.name), cleanText(one.sheet))),
		...keptSheets.map(({name, readSince = []}) =>
			readSince.length === 0
				? words.keptCounts(cleanText(name))
				: words.keptNotRead(cleanText(name), readSince.slice(0, mostNamed).map(cleanText), readSince.length),
		),
		...(withoutPhotos ? [words.noPhotosAdded] : []),
		...(otherDates ? [words.otherDates] : []),
		...(unlikeDates ? [words.unlikeDates] : []),
		...(below === undefined ? [] : [words.belowOther(below)]),
		...(belowBlock === undefined || below !== undefined ? [] : [words.belowBlock(belowBlock)]),
		...(headsAgain === undefined ? [] : [words.headsAgain(headsAgain)]),
		...(outsideTable === undefined ? [] : [words.outsideTable(outsideTable)]),
		...(leftEmpty.length > 0 ? [words.leftEmpty(leftEmpty.map(cleanText))] : []),
		...missing.map(({column, count}) => words.missingColumn(column, count)),
		...(rejected.length > 0
			? [
					words.rejectedListed(
						rejected.slice(0, mostNamed).map(({row, name}) => [row, cleanText(name)] as const),
						rejected.length,
					),
				]
			: []),
		...decisions.map(({listed, now, rows}) =>
			words.earlierDecision(cleanText(listed), now, rows.slice(0, mostNamed), rows.length),
		),
		...others.map(({row, name, listed, read, isNewer}) =>
			words.otherPassport(row, cleanText(name), cleanText(listed), cleanText(read), isNewer),
		),
		...former.map(({row, name, file, read}) => words.formerRow(row, cleanText(name), cleanText(file), cleanText(read))),
		...alike.map(({row, name, listed, read}) =>
			words.alikeNumber(row, cleanText(name), cleanText(listed), cleanText(read)),
		),
		...differing.map(({row, name, fields}) => {
			const values = fields.map(({field, listed, read, byHand}) =>
				words.differs(exported.fields[field], cleanText(listed), cleanText(read), byHand),
			);
			return words.differing(row, cleanText(name), values.join(exported.semicolon));
		}),
	];
}

const cleaned = ({name, isHidden}: SheetName): SheetName => ({name: cleanText(name), isHidden});
