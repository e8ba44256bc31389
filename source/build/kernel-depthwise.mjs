// The part of the kernel (kernel.mjs) for convolutions of each channel by itself.

import {activate, activationParams} from './kernel-activation.mjs';
import {sumOfProducts, times} from './kernel-words.mjs';
import {get} from './wat.mjs';

/** Sums of four channels of a tile of so many pixels. Each number that is read takes part in all sums that it belongs to. */
const tile = (pixels, columns, step, isFused) => {
	const reads = Array.from({length: step * (pixels - 1) + columns}, (_, index) => index);
	const read = index => `
		(local.set $value (v128.load (local.get $at)))
		${times(pixels, p => {
			const column = index - step * p;
			if (column < 0 || column >= columns) return '';
			return `(local.set $sum${p} ${sumOfProducts(isFused, get('value'), get(`weight${column}`), get(`sum${p}`))})`;
		})}
		(local.set $at (i32.add (local.get $at) (local.get $pixel)))`;
	return `
		(local.set $channel (i32.const 0))
		(loop $next-channels
			${times(pixels, p => `(local.set $sum${p} (v128.load (i32.add (local.get $bias) (local.get $channel))))`)}
			(local.set $weight (i32.add (local.get $weights) (local.get $channel)))
			(local.set $start (i32.add (i32.add (local.get $input) (local.get $channel)) (i32.mul (local.get $x) (i32.mul (local.get $pixel) (i32.const ${step})))))
			(local.set $tap (local.get $taps))
			(loop $next-tap
				${times(columns, column => `(local.set $weight${column} (v128.load (local.get $weight))) (local.set $weight (i32.add (local.get $weight) (local.get $pixel)))`)}
				(local.set $at (local.get $start))
				${reads.map(read).join('\n')}
				(local.set $start (i32.add (local.get $start) (local.get $tap-step)))
				(br_if $next-tap (local.tee $tap (i32.sub (local.get $tap) (i32.const 1)))))
			${activate(Array.from({length: pixels}, (_, p) => `sum${p}`))}
			(local.set $to (i32.add (i32.add (local.get $output) (local.get $channel)) (i32.mul (local.get $x) (local.get $pixel))))
			${times(pixels, p => `(v128.store (local.get $to) (local.get $sum${p})) (local.set $to (i32.add (local.get $to) (local.get $pixel)))`)}
			(br_if $next-channels (i32.lt_u (local.tee $channel (i32.add (local.get $channel) (i32.const 16))) (local.get $pixel))))`;
};

const width = 4;

/**
 * A window of so many columns that moves by `step` pixels. Lengths and steps are bytes, except `taps`, which are the rows
 * of the window, `height` and `width` of the output. `input` is what the first pixel sees first; `row` is the step in the
 * input from one row of the output to the next, `tap-step` from row to row; `pixel` the channels of a pixel, in and out.
 * Weights are [row][column][channel].
 */
const depthwise = (columns, step, isFused) => `
(func (export "depthwise${columns}${step}")
	(param $input i32) (param $row i32) (param $pixel i32)
	(param $taps i32) (param $tap-step i32)
	(param $weights i32) (param $bias i32) ${activationParams}
	(param $output i32) (param $out-row i32)
	(param $height i32) (param $width i32)
	(local $x i32) (local $channel i32) (local $tap i32) (local $weight i32) (local $start i32) (local $at i32) (local $to i32)
	${times(width, index => `(local $sum${index} v128)`)}
	${times(columns, index => `(local $weight${index} v128)`)}
	(local $value v128)
	(loop $next-row
		(local.set $x (i32.const 0))
		(if (i32.lt_s (local.get $width) (i32.const ${width}))
			(then (loop $next-pixel
				${tile(1, columns, step, isFused)}
				(br_if $next-pixel (i32.lt_s (local.tee $x (i32.add (local.get $x) (i32.const 1))) (local.get $width)))))
			(else (loop $next-tile
				;; The last tile begins early enough to be a whole one.
				(if (i32.gt_s (i32.add (local.get $x) (i32.const ${width})) (local.get $width))
					(then (local.set $x (i32.sub (local.get $width) (i32.const ${width})))))
				${tile(width, columns, step, isFused)}
				(br_if $next-tile (i32.lt_s (local.tee $x (i32.add (local.get $x) (i32.const ${width}))) (local.get $width))))))
		(local.set $input (i32.add (local.get $input) (local.get $row)))
		(local.set $output (i32.add (local.get $output) (local.get $out-row)))
		(br_if $next-row (local.tee $height (i32.sub (local.get $height) (i32.const 1))))))`;

/** All windows that there are functions for. */
export const depthwises = isFused =>
	[3, 5].flatMap(columns => [1, 2].map(step => depthwise(columns, step, isFused))).join(' ');
