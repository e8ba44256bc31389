import {expect, it} from 'vitest';
import {blank, classes, classOf} from '../../../../../source/core/engines/offline/decode/alphabet.ts';
import {steps} from '../../../../../source/core/engines/offline/line/cells.ts';
import type {MeasuredLine} from '../../../../../source/core/engines/offline/line/lines.ts';
import {settleLines} from '../../../../../source/core/engines/offline/line/settle-lines.ts';

const pitch = 20;
/** Steps of a crop from character to character, and the first one. */
const cells = {pitch: 4.14, first: 5};

const posterior = (): Float32Array => {
	const out = new Float32Array(steps * classes).fill(Math.log(1e-6));
	for (let step = 0; step < steps; step++) out[step * classes + blank] = Math.log(0.98);
	for (let k = 0; k < 30; k++) {
		const step = Math.round(cells.first + k * cells.pitch);
		for (const at of [step - 1, step, step + 1]) {
			out[at * classes + blank] = Math.log(0.01);
			out[at * classes + classOf('H')] = Math.log(0.97);
		}
	}
	return out;
};

it('The second line of a card is looked for where the locator saw it and the third as one', () => {
	const seen: MeasuredLine = {
		baseline: {start: [100, 300], unit: [1, 0], pitch, count: 44},
		posterior: posterior(),
		pitch: cells.pitch,
		count: 30,
		outside: undefined,
	};
	const between = 300 + 2.3 * pitch;
	const mrz = {
		lines: [
			{from: [100, 300], to: [700, 300]},
			{from: [100, between], to: [700, between]},
		],
		strength: 0.9,
		score: 100,
	} as const;
	const depths = settleLines([[seen], []], mrz, 30).map(({start: [, y]}) => (y - 300) / pitch);
	expect(depths.some(depth => Math.abs(depth - 1.67) < 0.1)).toBe(true);
	expect(depths.some(depth => Math.abs(depth - 3.34) < 0.1)).toBe(true);
});
