import {keptFloats, lentFloats} from '../../../../scratch.ts';
import type {Pyramid} from '../../locate/pyramid.ts';
import type {Network} from '../../networks/network.ts';
import {normalise} from '../../networks/normalise.ts';
import {decodePath} from './ctc.ts';
import {cutSlanted, type PageFrame} from './frame.ts';
import {withLettersOnce} from './one-letter.ts';
import {printAlphabet} from './print-alphabet.ts';
import type {PrintedLine, Reread} from './read-lines.ts';

/** The input of `print.onnx`: rows, pixels of one step, and a width of whole units so that memory stays flat. */
const rows = 32;
const stepPixels = 4;
const widthUnit = 64;
const widest = 1536;

/** Rows of the input for each height of a line's box, and how much wider than it is its type is drawn. */
const boxRows = 1.2;
const usualStretch = 1.2;

/** Room at each end of a line, in heights: half a letter there is not read. */
const endRoom = 0.3;

/** The network leaves a step between two alike letters; in narrow type it only half does. */
const seamShare = 0.04;

const pixelRoom = keptFloats();
const lend = lentFloats();

/** Reads one line of printed text in Latin letters; undefined where nothing is read. */
export async function readPrint(
	network: Network,
	pyramid: Pyramid,
	frame: PageFrame,
	{stretch = 1, ...found}: Reread,
): Promise<PrintedLine | undefined> {
	const left = found.u - found.width / 2 - endRoom * found.height;
	const length = found.width + 2 * endRoom * found.height;
	const unit = (found.height * boxRows) / rows;
	// A line longer than the widest input is squeezed a little.
	const step = Math.max(unit / (usualStretch * stretch), length / widest);
	const filled = Math.ceil(length / step);
	const width = Math.ceil(filled / widthUnit) * widthUnit;
	const u = left + step / 2;
	const v = found.v + found.slope * (u - found.u) - (found.height * boxRows) / 2 + unit / 2;
	const pixels = pixelRoom(filled * rows);
	cutSlanted(pyramid, frame, {u, v, du: step, dv: unit, slope: found.slope}, filled, rows, pixels);
	normalise(pixels);
	const {data, dims} = await lend(width * rows, async input => {
		input.fill(0);
		for (let j = 0; j < rows; j++) input.set(pixels.subarray(j * filled, (j + 1) * filled), j * width);
		return network.run(input, [1, 1, rows, width]);
	});
	const steps = Math.min(dims[1]!, Math.ceil(filled / stepPixels));
	const characters = withLettersOnce(decodePath(data, steps, printAlphabet, Math.exp, seamShare)).map(
		({character, margin, letterMargin, rival, at}) => ({
			character,
			margin,
			letterMargin,
			rival,
			u: left + (at + 0.5) * stepPixels * step,
		}),
	);
	return characters.length > 0 ? {...found, characters} : undefined;
}
