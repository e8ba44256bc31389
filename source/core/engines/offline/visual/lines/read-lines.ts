import {keptFloats} from '../../../../scratch.ts';
import type {Pyramid} from '../../locate/pyramid.ts';
import {decodePath, type SeenCharacter} from './ctc.ts';
import {cutSlanted, type PageFrame} from './frame.ts';
import type {GeneralReader} from './networks.ts';
import type {Place} from './place.ts';
import {lendShared} from './shared-room.ts';

/** A line of type as it was read, with each character's place along the page, in pitches. */
export type PrintedLine = Place & {
	readonly characters: ReadonlyArray<{
		readonly character: string;
		readonly margin: number;
		readonly u: number;
		/** The next likely character, where that is known. */
		readonly rival?: string;
		/** The margin against the next likely other letter, where marks were in doubt. */
		readonly letterMargin?: number | undefined;
		/** The margin with which it was read, where another look or reader puts it in doubt: it is type. */
		readonly legibility?: number;
	}>;
	/** What the other reader read, where the two differ and neither is sure. */
	readonly otherText?: string;
};

/** How clearly a character was read, whatever others make of it. */
export const legibilityOf = ({margin, legibility = margin}: PrintedLine['characters'][number]): number =>
	Math.max(margin, legibility);

/** Where to look, and how many times wider than it is to draw what is there: narrow type runs together otherwise. */
export type Reread = Place & {readonly stretch?: number};

const cropHeight = 48;
/** Room left at each end of a line, in heights: what was cut off cannot be read, and bare ground does no harm. */
const endRoom = 0.22;
/** Widths of the recogniser's input, whose time they decide. Fixed ones, so that memory stays flat; the step is 8 pixels. */
const widths = [96, 128, 160, 192, 224, 256, 288, 320, 384, 448, 512, 576, 640, 736, 832, 928, 1024, 1200] as const;
const stepPixels = 8;

/** Reads lines of type one by one. */
export async function readPrinted(
	{recogniser, alphabet}: GeneralReader,
	pyramid: Pyramid,
	frame: PageFrame,
	looks: readonly Reread[],
	shallContinue: () => Promise<boolean> = async () => true,
): Promise<PrintedLine[]> {
	const lines: PrintedLine[] = [];
	for (const {stretch = 1, ...found} of looks) {
		if (!(await shallContinue())) break;
		const place = {...found, width: found.width + 2 * endRoom * found.height};
		const unit = place.height / cropHeight;
		const wanted = Math.ceil((stretch * place.width) / unit);
		const width = widths.find(one => one >= wanted) ?? widths.at(-1)!;
		// A line longer than the widest input is squeezed a little.
		const step = wanted > width ? place.width / width : unit / stretch;
		const seen = await lendShared(3 * width * cropHeight, async input => {
			cut(pyramid, frame, place, step, unit, Math.min(width, wanted), width, input);
			const {data, dims} = await recogniser.run(input, [1, 3, cropHeight, width]);
			return decodePath(data, dims[1]!, alphabet);
		});
		if (seen.length > 0) lines.push({...found, characters: seen.map(one => placed(one, place, step))});
	}

	return lines;
}

const placed = ({character, margin, at}: SeenCharacter, place: Place, step: number) => ({
	character,
	margin,
	u: place.u - place.width / 2 + (at + 0.5) * stepPixels * step,
});

const pixelRoom = keptFloats();

/** 3 equal channels from -1 to 1, into `input`; what is wider than the line is 0, as in training. */
const cut = (
	pyramid: Pyramid,
	frame: PageFrame,
	place: Place,
	step: number,
	unit: number,
	filled: number,
	width: number,
	input: Float32Array,
): void => {
	const pixels = pixelRoom(filled * cropHeight);
	const {slope} = place;
	const u = place.u - place.width / 2 + step / 2;
	const v = place.v - (slope * (place.width - step)) / 2 - place.height / 2 + unit / 2;
	cutSlanted(pyramid, frame, {u, v, du: step, dv: unit, slope}, filled, cropHeight, pixels);
	const plane = width * cropHeight;
	input.fill(0);
	for (let j = 0; j < cropHeight; j++) {
		for (let i = 0; i < filled; i++) {
			const value = pixels[j * filled + i]! / 127.5 - 1;
			const at = j * width + i;
			input[at] = value;
			input[at + plane] = value;
			input[at + 2 * plane] = value;
		}
	}
};
