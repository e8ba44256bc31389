import type {Pyramid} from '../../locate/pyramid.ts';
import {fold, isTelling} from '../runs.ts';
import type {PageFrame} from './frame.ts';
import {ofNarrow, widerLook} from './narrow-type.ts';
import type {PageNetworks} from './networks.ts';
import type {Place} from './place.ts';
import {legibilityOf, type PrintedLine, type Reread, readPrinted} from './read-lines.ts';
import {readPrint} from './read-print.ts';

/** Reads lines of one page. */
export type LineReader = {
	/** Reads a line with the reader of printed text, and with the general one where it may be Chinese. */
	read(look: Reread): Promise<PrintedLine | undefined>;
	/** Asks the general reader about a line in doubt, or one that contradicts the MRZ; undefined when it was asked often enough. */
	ask(look: Reread, why: 'doubt' | 'contradiction'): Promise<PrintedLine | undefined>;
};

/** Lines that the general reader is asked about, at most: each costs as much as ten of the other's. */
const mostAsked = {doubt: 2, contradiction: 2};

/** Letters of other scripts that are read as Latin ones are not read this clearly (nats). */
const surelyLatin = 1.5;

/** The middles of two letters are this many heights apart, or more, where one of another script is left out between. */
const leftOut = 0.85;

/** Margin of a character that both readers read alike: neither saw the other's reading. */
export const agreed = 4;

/** The general reader is wrong about one line in thirty that it reads this clearly throughout. */
const sureGeneral = 4;

/** Margin of a character at most, where the readers read a line differently. */
const atOdds = 0.6;

export function lineReader(
	networks: Pick<PageNetworks, 'print' | 'general'>,
	pyramid: Pyramid,
	frame: PageFrame,
	{mayBeChinese, shallContinue}: {readonly mayBeChinese: boolean; readonly shallContinue: () => Promise<boolean>},
): LineReader {
	const asked = {doubt: 0, contradiction: 0};
	const general = async (look: Reread) =>
		(await readPrinted(await networks.general(), pyramid, frame, [look], shallContinue))[0];
	return {
		async read(look) {
			if (!(await shallContinue())) return undefined;
			const first = await readPrint(networks.print, pyramid, frame, look);
			const wider = first && widerLook(look, first);
			const line = first && wider ? ofNarrow(first, await readPrint(networks.print, pyramid, frame, wider)) : first;
			return mayBeChinese && !isLatin(line) ? ((await general(look)) ?? line) : line;
		},
		async ask(look, why) {
			if (asked[why] >= mostAsked[why]) return undefined;
			asked[why]++;
			return general(look);
		},
	};
}

/** Whether a line was read clearly from end to end, as far as its box says where it ends. */
const isLatin = (line: PrintedLine | undefined): boolean => {
	if (!line || weakestOf(line) < surelyLatin) return false;
	const letters = line.characters.filter(({character}) => character !== ' ').map(({u}) => u);
	const edges = [line.u - line.width / 2, ...letters, line.u + line.width / 2];
	return edges.every((u, index) => index === 0 || u - edges[index - 1]! < leftOut * line.height);
};

/** The middle of a line's first or last letter is so many heights from the edge of its box, at most. */
const endOfInk = 0.8;

/** A line with its end in doubt where ink is left beside its first or last letter: one more letter was not made out. */
export function withDoubtfulEnds(line: PrintedLine, {u, width, height}: Place): PrintedLine {
	const [first, last] = [line.characters[0]!, line.characters.at(-1)!];
	const unread = [
		...(first.u - (u - width / 2) > endOfInk * height ? [first] : []),
		...(u + width / 2 - last.u > endOfInk * height ? [last] : []),
	];
	return unread.length === 0
		? line
		: {
				...line,
				characters: line.characters.map(one =>
					unread.includes(one) ? {...one, margin: Math.min(one.margin, atOdds), letterMargin: undefined} : one,
				),
			};
}

const weakestOf = ({characters}: PrintedLine): number =>
	Math.min(9, ...characters.filter(({character}) => isTelling(character)).map(({margin}) => margin));

/**
 * What two readings of a line in doubt make: a clear one where both have the same letters; the general reader's where
 * that is sure; else the better of the two, in which nothing but what is quite clear is trusted.
 */
export function reconciled(
	line: PrintedLine,
	general: PrintedLine,
	better: (first: PrintedLine, second: PrintedLine) => PrintedLine,
): PrintedLine {
	if (lettersOf(line) === lettersOf(general)) {
		return withMargins(line, (margin, one) => (isOneToGeneral(one) ? margin : Math.max(margin, agreed)));
	}
	if (weakestOf(general) >= sureGeneral) return {...general, height: line.height};
	const best = better(line, general);
	const other = best.characters === line.characters ? general : line;
	return {
		...withMargins(best, margin => (margin < sureGeneral ? Math.min(margin, atOdds) : margin)),
		otherText: other.characters.map(({character}) => character).join(''),
	};
}

/** A line that another look reads otherwise: its weakest letter is in doubt. The mean stays, because it is type. */
export function withDoubt(line: PrintedLine): PrintedLine {
	const weakest = weakestOf(line);
	return withMargins(line, (margin, one) =>
		isTelling(one.character) && margin <= weakest ? Math.min(margin, atOdds) : margin,
	);
}

type Letter = PrintedLine['characters'][number];

const withMargins = (line: PrintedLine, change: (margin: number, one: Letter) => number): PrintedLine => ({
	...line,
	characters: line.characters.map(one => ({
		...one,
		margin: change(one.margin, one),
		letterMargin: undefined,
		legibility: legibilityOf(one),
	})),
});

/** What the general reader, which knows no marks, sees of letters whose mark is part of them. */
const unmarked: Readonly<Record<string, string>> = {
	Ø: 'O',
	Đ: 'D',
	Ł: 'L',
	Ħ: 'H',
	Ŧ: 'T',
	Þ: 'P',
	Æ: 'AE',
	Œ: 'OE',
	Ə: 'A',
	Ŋ: 'N',
};

/** Whether the general reader sees one letter in two between which the other is in doubt: E and É, or E and Œ, which it lacks. */
const isOneToGeneral = ({character, rival = ''}: Letter): boolean => {
	const [one, other] = [character, rival].map(letter => fold(letter));
	return one !== '' && other !== '' && (one === other || one! in unmarked || other! in unmarked);
};

/** What both readers can read of a line: its letters without marks, O and 0 alike. */
export const lettersOf = ({characters}: PrintedLine): string =>
	fold(characters.map(({character}) => character).join(''))
		.replace(/[ØĐŁĦŦÞÆŒƏŊ]/g, letter => unmarked[letter]!)
		.replaceAll('O', '0');
