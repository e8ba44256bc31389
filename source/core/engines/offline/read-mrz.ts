import type {DocumentShape} from '../../passport/model/document.ts';
import type {LineReading} from '../../passport/model/reading.ts';
import {checkDigits} from '../../passport/mrz/check-digits.ts';
import {bareCode, codeKind} from '../../passport/tables/codes.ts';
import {decodeCard} from './decode/card.ts';
import type {DecodedLine} from './decode/describe.ts';
import {areOfVisa, decodeFirst, decodeSecond} from './decode/two-lines.ts';
import {alignLines} from './line/align-lines.ts';
import {type Baseline, pointBefore} from './line/crop.ts';
import {
	lookAgain,
	lookAt,
	type MeasuredLine,
	measureLines,
	type ReadLine,
	readLine,
	readMeasured,
	type SeenLine,
} from './line/lines.ts';
import {distinct, settleLines} from './line/settle-lines.ts';
import type {MrzRegion} from './locate/locate.ts';
import type {Pyramid} from './locate/pyramid.ts';
import type {Network} from './networks/network.ts';

/** What was read in one zone. `quality` orders attempts: at least 0 means that the MRZ was plainly read. */
export type MrzAttempt = {
	readonly shape: DocumentShape;
	readonly lines: readonly LineReading[];
	readonly quality: number;
	/** The same where a character that cannot be seen may be covered. */
	readonly coveredQuality: number;
	/** Share of the check digits that hold. */
	readonly right: number;
	/** A page with such lines is no proof of an MRZ: the type is too hard to make out. */
	readonly legible: boolean;
	/** Of each line: every character was plain, and looking again would only say the same. */
	readonly plain: readonly boolean[];
	/** All lines are there, plain, and agree with their check digits; of a single look, or of all together. */
	readonly certain: boolean;
	readonly sure: boolean;
	/** The place of each line. */
	readonly baselines: readonly Baseline[];
	/** What each position of each line may hold. */
	readonly allowed: ReadonlyArray<DecodedLine['allowed']>;
};

type Length = 44 | 36 | 30;

/** The valid line length that a count of characters stands for. */
const lengthOf = (counts: readonly number[]): Length => {
	const middle = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)]!;
	return middle >= 40 ? 44 : middle >= 33 ? 36 : 30;
};

/**
 * Nats by which every character must be clear for looks to be believed: about what the judge asks, and one more. A
 * single look at names needs twice that: nothing vouches for them, and damage makes one letter look like another.
 */
const sureOf = 4;
const beyondDoubt = 8;

/** The same for a character that check digits vouch for: what the judge asks. O and 0 are never far apart. */
const vouchedFor = 2;

/** Under this after one look, no reading of any page has come out above `madeOut` after five. */
const hopeless = -2.5;

/** By how much better lines must look than the same in line, where no view of a page could show them so. */
const outOfLine = 0.4;

/** Pitches by which cells may deviate from a straight and even line without their places being recorded. */
const straightEnough = 0.15;

/** Under this share of check digits that hold, the length of the lines is in doubt. */
const halfRight = 0.5;

/** Good enough to stop looking. */
export const plainlyRead = -0.5;

/** Reads the likeliest MRZ with as few looks at each line as leave no doubt; most pages need no more than that. */
export async function glanceAt(network: Network, pyramid: Pyramid, mrz: MrzRegion): Promise<MrzAttempt | undefined> {
	const looks = (await measureLines(network, pyramid, mrz.lines)).filter(line => line.length > 0);
	if (looks.length === 0) return undefined;
	const length = lengthOf(looks.map(line => line.at(-1)!.count));
	const atOnce = readAtOnce(looks, length);
	if (atOnce?.certain) return atOnce;
	return readLength(network, pyramid, mrz, looks, length);
}

/**
 * Reads an MRZ as it was located, top line first. Undefined when its lines hold no type. When the number of characters
 * is in doubt, every length is tried and the best reading wins.
 */
export async function readMrz(network: Network, pyramid: Pyramid, mrz: MrzRegion): Promise<MrzAttempt | undefined> {
	const looks = (await measureLines(network, pyramid, mrz.lines)).filter(line => line.length > 0);
	if (looks.length === 0) return undefined;
	const last = lengthOf(looks.map(line => line.at(-1)!.count));
	const first = lengthOf(looks.map(line => line[0]!.count));
	let best: MrzAttempt | undefined;
	const card: readonly Length[] = mrz.lines.length === 3 ? [30] : [];
	const lengths = new Set<Length>([last, first, ...card]);
	for (const length of lengths) {
		const attempt = await readLength(network, pyramid, mrz, looks, length);
		if (attempt && (!best || attempt.quality > best.quality)) best = attempt;
		if (best && best.quality > plainlyRead) break;
		// Three lines close together look like two, and a pattern beside them like more of them.
		if (best && best.right < halfRight && best.lines[0]!.text.length === 36) lengths.add(30);
	}

	if (!best || !looksCutShort(best)) return best;
	const long = await readLength(network, pyramid, mrz, looks, 44);
	if (!long?.legible || long.right <= best.right) return best;
	return {...long, quality: Math.max(long.quality, best.quality)};
}

/**
 * Glare or a thumb over an end of a passport's lines makes them look as short as a card's. Cards begin with A, C or I
 * (ICAO 9303-5 and 9303-6), and one that is read well agrees with its check digits.
 */
export const looksCutShort = (attempt: MrzAttempt): boolean =>
	attempt.lines[0]?.text.length !== 44 && (attempt.right < 1 || beginsAsPassport(attempt));

/** First letters of the document code (ICAO 9303-4, -5, -6 and -7, §4.2.2). */
const firstLetters: Readonly<Record<DocumentShape, RegExp>> = {
	TD3: /^P/,
	TD2: /^[ACI]/,
	TD1: /^[ACI]/,
	'MRV-A': /^V/,
	'MRV-B': /^V/,
};

/** Whether lines begin with the letter of such a document, and have the code of a state behind it, or any one. */
export const beginsAsDocument = ({shape, lines}: MrzAttempt, withAnyCode = false): boolean => {
	const text = lines[0]?.text ?? '';
	return firstLetters[shape].test(text) && (withAnyCode || codeKind(bareCode(text.slice(2, 5))) !== undefined);
};

export const beginsAsPassport = ({lines}: MrzAttempt): boolean => lines[0]?.text.startsWith('P') ?? false;

/** What the first looks alone say, when they took the whole of each line in. */
const readAtOnce = (looks: ReadonlyArray<readonly MeasuredLine[]>, length: Length): MrzAttempt | undefined => {
	if (looks.length !== linesOf(length)) return undefined;
	const read = looks.flatMap(line => {
		const look = line.at(-1)!;
		return look.count !== length ? [] : (readMeasured(look, length) ?? []);
	});
	return distinct(read).length === looks.length ? judgeLines(read, length) : undefined;
};

const linesOf = (length: Length): number => (length === 30 ? 3 : 2);

const readLength = async (
	network: Network,
	pyramid: Pyramid,
	mrz: MrzRegion,
	looks: ReadonlyArray<readonly MeasuredLine[]>,
	length: Length,
): Promise<MrzAttempt | undefined> => {
	const lines = settleLines(looks, mrz, length);
	if (lines.length === 0) return undefined;
	const seen = (await lookAt(network, pyramid, lines)).sort(byDepth);
	const once = judgeSeen(seen, length);
	// What cannot be made out at all is a pattern, or type the wrong way up: four more looks show no more of it.
	if (!once || once.certain || once.quality < hopeless) return once;
	const aligned = alignLines(readAll(seen), linesOf(length));
	const held = aligned && (await lookAt(network, pyramid, aligned.lines)).sort(byDepth);
	const inLine = held && judgeSeen(held, length);
	const isBetter = inLine && inLine.quality + (aligned.isNeeded ? outOfLine : 0) > once.coveredQuality;
	if (isBetter && inLine.certain) return inLine;
	return lookFurther(network, pyramid, isBetter ? held : seen, isBetter ? inLine : once, length);
};

/** Four more looks at the lines that are not plain after one. */
const lookFurther = async (
	network: Network,
	pyramid: Pyramid,
	seen: readonly SeenLine[],
	{plain}: MrzAttempt,
	length: Length,
): Promise<MrzAttempt | undefined> => {
	const isKnown = plain.length === seen.length && !plain.every(Boolean);
	return judgeSeen(await lookAgain(network, pyramid, seen, isKnown ? plain : seen.map(() => false)), length);
};

const readAll = (seen: readonly SeenLine[]): ReadLine[] => distinct(seen.flatMap(line => readLine(line) ?? []));

const judgeSeen = (seen: readonly SeenLine[], length: Length): MrzAttempt | undefined =>
	judgeLines(readAll(seen), length);

const bestOf = (read: readonly ReadLine[], count: number): ReadLine[] =>
	[...read]
		.sort((a, b) => b.score - a.score)
		.slice(0, count)
		.sort(byDepth);

/** Of more lines than a document has, those that make most sense together. */
const judgeLines = (read: readonly ReadLine[], count: Length): MrzAttempt | undefined => {
	const wanted = linesOf(count);
	const best = bestOf(read, wanted);
	const sorted = [...read].sort(byDepth);
	const groups = read.length > wanted ? sorted.slice(wanted - 1).map((_, at) => sorted.slice(at, at + wanted)) : [];
	const attempts = [...groups, ...(wanted === 2 || groups.length === 0 ? [best] : [])].flatMap(
		chosen => judgeChosen(chosen, count) ?? [],
	);
	return attempts.length === 0 ? undefined : attempts.reduce((a, b) => (b.quality > a.quality ? b : a));
};

const judgeChosen = (chosen: readonly ReadLine[], count: Length): MrzAttempt | undefined => {
	if (chosen.length === 0) return undefined;
	const wanted = linesOf(count);
	const mean = (of: (line: ReadLine) => number) => chosen.reduce((sum, line) => sum + of(line), 0) / chosen.length;
	const missing = wanted - chosen.length;
	const score = mean(line => line.score) - missing;
	const covered = mean(line => line.coveredScore) - missing - score;
	const matrices = chosen.map(line => line.matrix);
	if (count === 30) {
		const [one, two, three] = matrices;
		const decoded = one && two && three ? decodeCard([one, two, three]) : matrices.map(matrix => decodeFirst(matrix));
		return attempt('TD1', chosen, decoded, score, covered);
	}

	const visa = areOfVisa(matrices[0]!, matrices[1]);
	const first = decodeFirst(matrices[0]!, visa);
	const shape = count === 44 ? (visa ? 'MRV-A' : 'TD3') : visa ? 'MRV-B' : 'TD2';
	const second = matrices[1] ? [decodeSecond(matrices[1], shape)] : [];
	return attempt(shape, chosen, [first, ...second], score, covered);
};

const attempt = (
	shape: DocumentShape,
	lines: readonly ReadLine[],
	decoded: readonly DecodedLine[],
	score: number,
	covered: number,
): MrzAttempt => {
	const seen = decoded.flatMap(line => line.characters.filter(character => !character.unseen));
	const margins = seen.map(({margin}) => Math.min(4, Math.max(-2, margin)));
	const mean = margins.reduce((sum, margin) => sum + margin, 0) / Math.max(1, margins.length);
	const digits = checkDigits(
		shape,
		decoded.map(line => line.text),
		(line, position) => decoded[line]?.characters[position]?.unseen ?? false,
	);
	const right = digits.filter(({verdict}) => verdict === 'verified').length / Math.max(1, digits.length);
	const quality = score + (mean - 3) * 0.5 - (1 - right);
	const plain = decoded.map(line => isPlain(line, line.proven ? sureOf : beyondDoubt));
	const isWhole =
		decoded.length === linesOf(lines[0]!.matrix.count as Length) &&
		score > -0.2 &&
		digits.every(({verdict}) => verdict !== 'refuted');
	return {
		shape,
		lines: decoded.map((line, i) => place(line, lines[i]!)),
		baselines: lines.map(({baseline}) => baseline),
		allowed: decoded.map(({allowed}) => allowed),
		quality,
		coveredQuality: quality + covered,
		right,
		legible: mean > 1 && score > -1.2,
		plain,
		certain: isWhole && plain.every(Boolean),
		sure: isWhole && decoded.every(line => isPlain(line, sureOf)),
	};
};

/** Whether nothing of a line is in doubt: no character by itself, and nothing that its digits vouch for. */
const isPlain = ({characters, runnerUp, proven}: DecodedLine, least: number): boolean =>
	(runnerUp ?? Infinity) >= sureOf &&
	characters.every(({margin, unseen}, k) => unseen || margin >= (proven?.has(k) ? vouchedFor : least));

const place = ({proven: _, allowed: __, ...decoded}: DecodedLine, {baseline, path}: ReadLine): LineReading => {
	const {count, pitch} = baseline;
	const middle = (cell: number) => pointBefore({...baseline, recession: 0}, (cell + 0.5) / count);
	const away = Math.max(
		...path.map(([x, y], i) => {
			const [evenX, evenY] = middle((i / (path.length - 1)) * (count - 1));
			return Math.hypot(x - evenX, y - evenY);
		}),
	);
	return {
		...decoded,
		from: middle(0),
		to: middle(count - 1),
		pitch,
		...(away > straightEnough * pitch ? {path} : {}),
	};
};

type Based = Pick<ReadLine, 'baseline'>;

const byDepth = (a: Based, b: Based): number => {
	const [ux, uy] = a.baseline.unit;
	const depth = ({baseline: {start}}: Based) => -uy * start[0] + ux * start[1];
	return depth(a) - depth(b);
};
