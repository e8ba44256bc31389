import {expect, it} from 'vitest';
import {blank, classes, classOf} from '../../../../../source/core/engines/offline/decode/alphabet.ts';
import {steps} from '../../../../../source/core/engines/offline/line/cells.ts';
import {measureLines} from '../../../../../source/core/engines/offline/line/lines.ts';
import type {Network} from '../../../../../source/core/engines/offline/networks/network.ts';

const pitch = 4.14;

/** What a network says of a crop with so many characters, of each of which it is so sure; the rest is a letter like it. */
const posteriorOf = (count: number, sureness: number): Float32Array => {
	const out = new Float32Array(steps * classes).fill(Math.log(1e-6));
	for (let step = 0; step < steps; step++) out[step * classes + blank] = Math.log(0.98);
	for (let k = 0; k < count; k++) {
		const step = Math.round((k + 1.2) * pitch);
		for (const at of [step, step + 1]) {
			out[at * classes + blank] = Math.log(0.01);
			out[at * classes + classOf('H')] = Math.log(0.99 * sureness);
			out[at * classes + classOf('N')] = Math.log(0.99 * (1 - sureness));
		}
	}
	return out;
};

/** A network that sees 30 characters at first and 36 then, and counts how many lines it is asked about. */
const networkOf = (surenesses: readonly number[]): Network & {asked: number} => ({
	asked: 0,
	async run(_, [lines = 0]) {
		const data = new Float32Array(lines * steps * classes);
		for (let line = 0; line < lines; line++) {
			const sureness = surenesses[line % surenesses.length]!;
			data.set(posteriorOf(this.asked < 2 ? 30 : 36, sureness), line * steps * classes);
		}
		this.asked += lines;
		return {data, dims: [lines, steps, classes]};
	},
});

const page = {width: 400, height: 300, data: new Uint8Array(120_000).fill(200)};
const lines = [
	{from: [20, 250], to: [380, 250]},
	{from: [20, 270], to: [380, 270]},
] as const;

it('Lines that look like no type of an MRZ cost one look each, and nothing is found', async () => {
	const network = networkOf([0.5, 0.55]);
	expect((await measureLines(network, [page], lines)).flat()).toEqual([]);
	expect(network.asked).toBe(2);
});

it('Lines that look a little like type are followed, and believed only where they turn out to be', async () => {
	const network = networkOf([0.7, 0.7]);
	expect((await measureLines(network, [page], lines)).flat()).toEqual([]);
	expect(network.asked).toBeGreaterThan(2);
});

it('One line that is sure vouches for the other, which glare may cover', async () => {
	const found = await measureLines(networkOf([0.95, 0.5]), [page], lines);
	expect(found.map(looks => looks.at(-1)?.count)).toEqual([36, 36]);
});
