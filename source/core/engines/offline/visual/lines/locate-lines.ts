import {lentFloats} from '../../../../scratch.ts';
import type {Pyramid} from '../../locate/pyramid.ts';
import type {Network} from '../../networks/network.ts';
import {normalise} from '../../networks/normalise.ts';

import {cutExtent, type PageFrame} from './frame.ts';
import {findLineBoxes} from './line-boxes.ts';
import {canMatter, type Place, printedPart} from './place.ts';

/** The input of `print-locator.onnx`: 16 pixels a pitch, and a size of whole 16s. */
const [inputWidth, inputHeight] = [832, 480];

/** Its answer is two maps at half that size: how likely a line's core is, and how tall its capitals are. */
const shrink = 2;
/** Pitches of capitals as tall as the second map says at most. */
const tallest = 2;

/** How much taller than the capitals of a line its box is: room for accents and tails. */
const room = 1.5;
/** And how many heights of a capital wider. */
const endRoom = 0.2;

/** Grey levels that are added to the deviation, about as in the training. */
const leastDeviation = 1;

const lend = lentFloats();

/** Finds lines of printed text above an MRZ. */
export async function locateLines(network: Network, pyramid: Pyramid, frame: PageFrame): Promise<Place[]> {
	const {data} = await lend(inputWidth * inputHeight, async input => {
		normalise(cutExtent(pyramid, frame, printedPart, inputWidth, inputHeight, input), leastDeviation);
		return network.run(input, [1, 1, inputHeight, inputWidth]);
	});
	const [width, height] = [inputWidth / shrink, inputHeight / shrink];
	const plane = width * height;
	const du = printedPart.width / width;
	const dv = printedPart.height / height;
	return findLineBoxes(data.subarray(0, plane), data.subarray(plane), width)
		.map(({x, y, length, share, slope}) => {
			const capital = share * tallest;
			return {
				u: printedPart.u + (x + 0.5) * du,
				v: printedPart.v + (y + 0.5) * dv,
				width: length * du + endRoom * capital,
				height: capital * room,
				slope: (slope * dv) / du,
			};
		})
		.filter(canMatter);
}
