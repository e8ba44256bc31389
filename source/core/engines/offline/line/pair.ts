import {checkDigit} from '../../../passport/mrz/check-digits.ts';
import {bareCode, codeKind} from '../../../passport/tables/codes.ts';
import type {GridLine} from './grid.ts';

/** Of two pieces one above the other: sure characters together, in each, columns they share, and the share of characters that is sure. */
const least = {both: 8, each: 3, shared: 3, sure: 0.65};
/** Fillers among them; and sure characters together where there are fewer. */
const fewestFillers = 3;
const plenty = 16;
/** The same where the upper line has the code of a state behind a filler, as behind the P of a passport. */
const plentyWithState = 12;
/** Where hardly a character is sure but fillers: these of both together, and of each line; and others of each line. */
const blurred = {fillers: 10, each: 3, others: 4};
/** Of two whole lines: characters that are seen of each, and sure fillers among so many at the end of the upper one. */
const whole = {seen: 36, end: 18, fillers: 8};
/** Of the upper line, which has no digits, those at most that are taken for letters (ICAO 9303-4, §4.2.2); of the lower one, at least. */
const digits = {upper: 0.15, lower: 0.4, blurred: 0.6};
/** Sure characters of a line alone. */
const fewestAlone = 12;
/** Of a line far out of focus, of which no character is sure: those that are seen of 44, fillers, and kinds of others. */
const farOutOfFocus = {seen: 38, fillers: 6, kinds: 9};
/** Characters of pieces that are not one below the other. */
const apart = 14;
/** Columns of paper before the first character of a line; and those that show that it is the first, where they are sure and where not. */
const start = {before: 2, shown: 7, blurred: 14};

type Piece = {readonly from: number; readonly text: string; readonly likely: string};

/** Characters that follow each other, at most one of them not seen. */
const piecesOf = ({sure, likely}: GridLine): readonly Piece[] =>
	[...sure.matchAll(/[^.]+(?:\.[^.]+)*/g)].map(({0: text, index}) => ({
		from: index,
		text,
		likely: likely.slice(index, index + text.length),
	}));

const count = (text: string, kind: RegExp): number => text.match(kind)?.length ?? 0;
const sureIn = (text: string): number => count(text, /[A-Z0-9<]/g);
const seenIn = (text: string): number => count(text, /[^.]/g);
const fillersIn = (text: string): number => count(text, /</g);
const kindsIn = (text: string): number => new Set(text.replace(/[.<]/g, '')).size;
const othersIn = (text: string): number => count(text, /[A-Z0-9]/g);
const digitsOf = (text: string): number => count(text, /\d/g) / Math.max(1, count(text, /[A-Z0-9]/g));

/**
 * Whether what is seen on two lines, one 2.5 pitches below the other and column under column, can only be pieces of the MRZ
 * of a passport: names and fillers over digits (ICAO 9303-4, §4.2.2).
 */
export const arePiecesOfPassport = (upper: GridLine, lower: GridLine): boolean =>
	!beginsAsOther(upper) && piecesOf(upper).some(one => piecesOf(lower).some(other => belong(one, other)));

/** Whether two lines are numbers: of a payment slip, which is set in OCR-B as well. The upper line of a passport has no digits. */
export const areNumbers = (lines: readonly GridLine[]): boolean =>
	lines.length === 2 && lines.every(({sure}) => sureIn(sure) >= fewestAlone && digitsOf(sure) > digits.upper);

/** Whether a line begins as the first one of a visa (ICAO 9303-7) or of an identity card (9303-5, 9303-6). */
const beginsAsOther = (upper: GridLine): boolean =>
	piecesOf(upper).some(
		({from, likely}) => from >= start.before && /^[VACI][A-Z<]/.test(likely) && isState(likely.slice(2, 5)),
	);

const belong = (upper: Piece, lower: Piece): boolean => {
	const first = Math.max(upper.from, lower.from);
	const shared = Math.min(endOf(upper), endOf(lower)) - first;
	if (shared < least.shared) return areApart(upper.text, lower.text);
	if (Math.abs(upper.from - lower.from) <= 1 && Math.min(upper.from, lower.from) >= start.before) {
		const [one, other] = [upper.text.slice(0, start.shown), lower.text.slice(0, start.shown)];
		if (/^P<[A-Z].*[A-Z]/.test(one) && isLowerLike(other) && sureIn(one + other) >= start.shown) return true;
		if (shared >= start.blurred && /^P<[A-Z]+<*[A-Z]/.test(upper.likely) && digitsOf(lower.likely) > digits.blurred)
			return true;
	}
	const both = upper.text + lower.text;
	if (digitsOf(upper.text) > digits.upper) return false;
	if (areBlurredFillers(upper, lower) || areWholeLines(upper, lower)) return true;
	if (sureIn(both) < Math.max(least.both, least.sure * seenIn(both)) || !isLowerLike(lower.text)) return false;
	if (sureIn(upper.text) < least.each) return false;
	if (fillersIn(both) >= fewestFillers) return [upper, lower].some(({text}) => /[A-Z0-9]<<|<<[A-Z0-9]/.test(text));
	const [one, other] = [upper, lower].map(({from, text}) => text.slice(first - from, first - from + shared)) as [
		string,
		string,
	];
	const [, code = ''] = /<([A-Z]{3})[A-Z]/.exec(one) ?? [];
	const enough = isState(code) ? plentyWithState : plenty;
	return sureIn(one + other) >= enough && !/\./.test(one + other) && /[A-Z]<|<[A-Z]/.test(one);
};

/** Of pieces that are not one below the other each has to be plain: names and fillers, and a number and fillers. */
const areApart = (upper: string, lower: string): boolean =>
	sureIn(upper + lower) >= Math.max(apart, seenIn(upper + lower) - 1) &&
	/[A-Z]<[A-Z<]|<[A-Z]|^<{6,}$/.test(upper) &&
	/[A-Z\d]{2}<<|<\d|^[A-Z\d]{8,}$/.test(lower) &&
	fillersIn(upper + lower) >= fewestFillers &&
	digitsOf(upper) === 0 &&
	isLowerLike(lower);

const isLowerLike = (text: string): boolean => sureIn(text) >= least.each && digitsOf(text) >= digits.lower;

/** Two whole lines of which fillers alone are sure: those behind the names, over a line that has no fillers there. */
const areWholeLines = (upper: Piece, lower: Piece): boolean =>
	Math.abs(upper.from - lower.from) <= 1 &&
	[upper, lower].every(({text}) => seenIn(text) >= whole.seen) &&
	/^[^<]{6}.*<[<?]*$/.test(upper.text) &&
	fillersIn(upper.text.slice(-whole.end)) >= whole.fillers &&
	fillersIn(lower.text.slice(-whole.end)) < whole.fillers / 2 &&
	digitsOf(lower.likely) > digits.lower;

const areBlurredFillers = (...pieces: readonly Piece[]): boolean =>
	pieces.reduce((sum, {text}) => sum + fillersIn(text), 0) >= blurred.fillers &&
	pieces.every(({text, likely}) => fillersIn(text) >= blurred.each && othersIn(likely) >= blurred.others);

const endOf = ({from, text}: Piece): number => from + text.length;

/** Whether a line that is seen alone can only be one of a passport's. */
export const isLineOfPassport = (grid: GridLine): boolean =>
	!beginsAsOther(grid) && piecesOf(grid).some(piece => isUpper(piece) || isLower(piece));

const isUpper = ({text, likely}: Piece): boolean =>
	beginsAsPassport(text) ||
	(isPlain(text) && digitsOf(text) <= digits.upper && /[A-Z]{3}<<?[A-Z]{2,}/.test(text) && fillersIn(text) > 1) ||
	(seenIn(text) >= farOutOfFocus.seen &&
		fillersIn(likely) >= farOutOfFocus.fillers &&
		kindsIn(likely) >= farOutOfFocus.kinds &&
		/[^<]{3}<+[^<]{2}/.test(likely));

const isPlain = (text: string): boolean => sureIn(text) >= Math.max(fewestAlone, least.sure * seenIn(text));

/** Whether text begins with P and a filler, the code of a state, and a letter of a name: no other print does. */
const beginsAsPassport = (text: string): boolean => /^P<[A-Z]..[A-Z]/.test(text) && isState(text.slice(2, 5));

const isState = (code: string): boolean => codeKind(bareCode(code)) !== undefined;

/**
 * Two fields in a row and the digits that check them: a number before and a date of birth behind a state; or dates of birth and
 * expiry with the sex between them, behind which identity cards have a state (ICAO 9303-5).
 */
const checkedFields = [
	/(?=([A-Z\d][A-Z\d<]{8})(\d)[A-Z][A-Z<]{2}(\d\d[01]\d[0-3]\d)(\d))/g,
	/(?=(\d\d[01]\d[0-3]\d)(\d)[A-Z<](\d\d[01]\d[0-3]\d)(\d)(?![A-Z]{3}))/g,
];

/** The second line of a passport, or of a visa or card of which nothing else is seen. */
const isLower = ({text, likely}: Piece): boolean => {
	if (isPlain(text) && /\d{4}.*<{4}.*\d/.test(text) && !/\d{7}[A-Z<]\d{7}[A-Z]{3}/.test(text)) return true;
	return checkedFields
		.flatMap(fields => [...likely.matchAll(fields)])
		.some(([, first, one, second, other]) => checkDigit(first!) === one && checkDigit(second!) === other);
};
