// The arithmetic of the networks, as WebAssembly text: convolutions over 32-bit floats, channels last. It is written
// by templates, because its inner loop keeps 4 pixels by 8 channels in registers and so repeats itself.
//
// A picture is its rows, a row its pixels, a pixel its channels; the borders that a convolution reads around a picture
// are part of it. Weights are [channels out / 8][taps][numbers in a tap][8]: a tap is a run of numbers that follow one
// another, such as the three pixels of a row that a 3 x 3 window covers.

import {activate, activationParams} from './kernel-activation.mjs';
import {depthwises} from './kernel-depthwise.mjs';
import {exponentials} from './kernel-exponential.mjs';
import {pictures} from './kernel-pictures.mjs';
import {pack, square, widen} from './kernel-weights.mjs';
import {grid, six, sumOfProducts, times} from './kernel-words.mjs';
import {get, moduleOf} from './wat.mjs';

const lanes = ['lower', 'upper'];

/** Sums of a tile of so many pixels, from bias over all taps, with what is to be added, and what becomes of them then. */
const tile = (pixels, isFused) => {
	const sum = (added, weight) => sumOfProducts(isFused, get('value'), weight, added);
	const sums = times(
		pixels,
		p => `(local.set $lower${p} (local.get $bias-lower)) (local.set $upper${p} (local.get $bias-upper))`,
	);
	const multiply = p => `
		(local.set $value (v128.load32_splat ${p === 0 ? '(local.get $from)' : `(i32.add (local.get $from) (local.get $pixel${p}))`}))
		${lanes.map(lane => `(local.set $${lane}${p} ${sum(`(local.get $${lane}${p})`, `(local.get $weight-${lane})`)})`).join('\n')}`;
	const finish = p => `
		(if (local.get $add) (then
			(local.set $lower${p} (f32x4.add (local.get $lower${p}) (v128.load (local.get $added))))
			(local.set $upper${p} (f32x4.add (local.get $upper${p}) (v128.load offset=16 (local.get $added))))
			(local.set $added (i32.add (local.get $added) (local.get $out-pixel)))))
		${activate([`lower${p}`, `upper${p}`])}
		(v128.store (local.get $to) (local.get $lower${p}))
		(v128.store offset=16 (local.get $to) (local.get $upper${p}))
		(local.set $to (i32.add (local.get $to) (local.get $out-pixel)))`;
	return `
		${sums}
		(local.set $weight (local.get $block))
		(local.set $start (i32.add (local.get $in-row) (i32.mul (local.get $x) (local.get $pixel1))))
		(local.set $tap (local.get $taps))
		(loop $next-tap
			(local.set $from (local.get $start))
			(local.set $end (i32.add (local.get $start) (local.get $run)))
			(loop $next-number
				(local.set $weight-lower (v128.load (local.get $weight)))
				(local.set $weight-upper (v128.load offset=16 (local.get $weight)))
				${times(pixels, multiply)}
				(local.set $weight (i32.add (local.get $weight) (i32.const 32)))
				(br_if $next-number (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 4))) (local.get $end))))
			(local.set $start (i32.add (local.get $start) (local.get $tap-step)))
			(br_if $next-tap (local.tee $tap (i32.sub (local.get $tap) (i32.const 1)))))
		(local.set $to (i32.add (local.get $out-block) (i32.mul (local.get $x) (local.get $out-pixel))))
		(local.set $added (i32.add (local.get $add-block) (i32.mul (local.get $x) (local.get $out-pixel))))
		${times(pixels, finish)}`;
};

/**
 * Pixels of a tile. V8 loads the values of all of them before it multiplies: of four, the values, the sums, the weights and
 * one product fill the 15 registers that there are; with more, sums go through memory, which takes twice the time.
 */
const width = 4;

/**
 * All lengths and steps are bytes, except `taps`, `channels` (a multiple of 8), `height` and `width` of the output, and
 * the numbers of the activation (kernel-activation.mjs). `input` is what the first pixel of the output sees first; `row` and `pixel1` are steps in the input
 * from one pixel of the output to the next. `add` is 0, or a picture of the output's size to be added. `next-weights` is 0,
 * or the step to the weights of the next row, where each row has its own.
 */
const convolve = isFused => `
(func (export "convolve")
	(param $input i32) (param $row i32) (param $pixel1 i32)
	(param $taps i32) (param $tap-step i32) (param $run i32)
	(param $weights i32) (param $bias i32) ${activationParams}
	(param $output i32) (param $out-row i32) (param $out-pixel i32)
	(param $add i32) (param $add-row i32)
	(param $channels i32) (param $height i32) (param $width i32)
	(param $next-weights i32)
	(local $x i32) (local $channel i32) (local $tap i32)
	(local $in-row i32) (local $block i32) (local $block-size i32) (local $bias-at i32)
	(local $out-block i32) (local $add-block i32)
	(local $weight i32) (local $start i32) (local $from i32) (local $end i32) (local $to i32) (local $added i32)
	${times(width - 2, index => `(local $pixel${index + 2} i32)`)}
	${times(width, index => `(local $lower${index} v128) (local $upper${index} v128)`)}
	(local $bias-lower v128) (local $bias-upper v128) (local $weight-lower v128) (local $weight-upper v128) (local $value v128)
	${times(width - 2, index => `(local.set $pixel${index + 2} (i32.mul (local.get $pixel1) (i32.const ${index + 2})))`)}
	(local.set $block-size (i32.mul (i32.mul (local.get $taps) (local.get $run)) (i32.const 8)))
	(local.set $in-row (local.get $input))
	(loop $next-row
		(local.set $channel (local.get $channels))
		(local.set $block (local.get $weights))
		(local.set $bias-at (local.get $bias))
		(local.set $out-block (local.get $output))
		(local.set $add-block (local.get $add))
		(loop $next-block
			(local.set $bias-lower (v128.load (local.get $bias-at)))
			(local.set $bias-upper (v128.load offset=16 (local.get $bias-at)))
			(local.set $x (i32.const 0))
			(if (i32.lt_s (local.get $width) (i32.const ${width}))
				(then (loop $next-pixel
					${tile(1, isFused)}
					(br_if $next-pixel (i32.lt_s (local.tee $x (i32.add (local.get $x) (i32.const 1))) (local.get $width)))))
				(else (loop $next-tile
					;; The last tile begins early enough to be a whole one: a few pixels are made twice.
					(if (i32.gt_s (i32.add (local.get $x) (i32.const ${width})) (local.get $width))
						(then (local.set $x (i32.sub (local.get $width) (i32.const ${width})))))
					${tile(width, isFused)}
					(br_if $next-tile (i32.lt_s (local.tee $x (i32.add (local.get $x) (i32.const ${width}))) (local.get $width))))))
			(local.set $block (i32.add (local.get $block) (local.get $block-size)))
			(local.set $bias-at (i32.add (local.get $bias-at) (i32.const 32)))
			(local.set $out-block (i32.add (local.get $out-block) (i32.const 32)))
			(local.set $add-block (i32.add (local.get $add-block) (i32.const 32)))
			(br_if $next-block (i32.gt_s (local.tee $channel (i32.sub (local.get $channel) (i32.const 8))) (i32.const 0))))
		(local.set $weights (i32.add (local.get $weights) (local.get $next-weights)))
		(local.set $in-row (i32.add (local.get $in-row) (local.get $row)))
		(local.set $output (i32.add (local.get $output) (local.get $out-row)))
		(if (local.get $add) (then (local.set $add (i32.add (local.get $add) (local.get $add-row)))))
		(br_if $next-row (local.tee $height (i32.sub (local.get $height) (i32.const 1))))))`;

/** Numbers of four channels, by name: `a` and `b` of them added, one taken from the other, or one so many times. */
const plus = (a, b) => `(f32x4.add ${a} ${b})`;
const minus = (a, b) => `(f32x4.sub ${a} ${b})`;
const scaled = (factor, a) => `(f32x4.mul ${a} (v128.const f32x4 ${`${factor} `.repeat(4)}))`;

/** Six numbers in a row that a window passes over, as the six of which the products with its own six are made. */
const apart = (from, put) => {
	const [a, b, c, d, e, f] = from.map(get);
	return `
		(local.set $even ${minus(e, c)})
		(local.set $odd ${scaled(2, minus(d, b))})
		${put(0, plus(scaled(4, minus(a, c)), get('even')))}
		${put(3, plus(get('even'), get('odd')))}
		${put(4, minus(get('even'), get('odd')))}
		${put(5, minus(minus(f, d), scaled(2, get('odd'))))}
		(local.set $even ${minus(e, scaled(4, c))})
		(local.set $odd ${minus(d, scaled(4, b))})
		${put(1, plus(get('even'), get('odd')))}
		${put(2, minus(get('even'), get('odd')))}`;
};

/** Six products as the four numbers that a window of three makes of six in a row. */
const together = (from, put) => {
	const [a, b, c, d, e, f] = from.map(get);
	return `
		(local.set $near ${plus(b, c)})
		(local.set $far ${plus(d, e)})
		${put(0, plus(plus(a, get('near')), get('far')))}
		${put(2, plus(get('near'), scaled(4, get('far'))))}
		(local.set $near ${minus(b, c)})
		(local.set $far ${minus(d, e)})
		${put(1, plus(get('near'), scaled(2, get('far'))))}
		${put(3, plus(plus(get('near'), scaled(8, get('far'))), f))}`;
};

/**
 * Takes squares of 6 x 6 pixels apart, of which a window of 3 x 3 makes 4 x 4: into 36 planes, each with one number a
 * channel of a square. `from` is the first pixel of the first one; each begins 4 pixels behind the one before.
 */
const split = `
(func (export "split")
	(param $from i32) (param $row i32) (param $pixel i32)
	(param $to i32) (param $plane i32)
	(param $squares i32)
	(local $offset i32) (local $at i32)
	${times(6, column => `(local $s${column} v128)`)}
	${grid(six, six)
		.map(name => `(local $${name} v128)`)
		.join(' ')}
	(local $even v128) (local $odd v128)
	(loop $next-square
		(local.set $offset (i32.const 0))
		(loop $next-number
			(local.set $at (i32.add (local.get $from) (local.get $offset)))
			${six
				.map(
					row => `
				${six.map(column => `(local.set $s${column} (v128.load (i32.add (local.get $at) (i32.mul (local.get $pixel) (i32.const ${column})))))`).join('\n')}
				(local.set $at (i32.add (local.get $at) (local.get $row)))
				${apart(
					six.map(column => `s${column}`),
					(column, value) => `(local.set $n${row}${column} ${value})`,
				)}`,
				)
				.join('\n')}
			(local.set $at (i32.add (local.get $to) (local.get $offset)))
			${six
				.map(column =>
					apart(
						six.map(row => `n${row}${column}`),
						(row, value) =>
							`(v128.store (i32.add (local.get $at) (i32.mul (local.get $plane) (i32.const ${6 * row + column}))) ${value})`,
					),
				)
				.join('\n')}
			(br_if $next-number (i32.lt_u (local.tee $offset (i32.add (local.get $offset) (i32.const 16))) (local.get $pixel))))
		(local.set $from (i32.add (local.get $from) (i32.shl (local.get $pixel) (i32.const 2))))
		(local.set $to (i32.add (local.get $to) (local.get $pixel)))
		(br_if $next-square (local.tee $squares (i32.sub (local.get $squares) (i32.const 1))))))`;

/**
 * The other way: 36 planes of products become squares of 4 x 4 pixels. Bias and what is to be added are as in
 * `convolve`; where `relu` is 1, what is below zero becomes zero.
 */
const merge = `
(func (export "merge")
	(param $from i32) (param $plane i32)
	(param $bias i32) (param $relu i32)
	(param $output i32) (param $row i32) (param $pixel i32)
	(param $add i32) (param $add-row i32)
	(param $squares i32)
	(local $offset i32) (local $at i32) (local $added i32)
	${times(6, column => `(local $s${column} v128)`)}
	${grid([0, 1, 2, 3], six)
		.map(name => `(local $${name} v128)`)
		.join(' ')}
	(local $near v128) (local $far v128) (local $least v128)
	(local.set $least (v128.const f32x4 -inf -inf -inf -inf))
	(if (local.get $relu) (then (local.set $least (v128.const f32x4 0 0 0 0))))
	(loop $next-square
		(local.set $offset (i32.const 0))
		(loop $next-number
			(local.set $at (i32.add (local.get $from) (local.get $offset)))
			${six
				.map(
					column => `
				${six.map(row => `(local.set $s${row} (v128.load (i32.add (local.get $at) (i32.mul (local.get $plane) (i32.const ${6 * row + column})))))`).join('\n')}
				${together(
					six.map(row => `s${row}`),
					(row, value) => `(local.set $n${row}${column} ${value})`,
				)}`,
				)
				.join('\n')}
			(local.set $at (i32.add (local.get $output) (local.get $offset)))
			(local.set $added (i32.add (local.get $add) (local.get $offset)))
			${[0, 1, 2, 3]
				.map(
					row => `
				${together(
					six.map(column => `n${row}${column}`),
					(column, value) =>
						`(local.set $s${column} ${plus(value, '(v128.load (i32.add (local.get $bias) (local.get $offset)))')})`,
				)}
				(if (local.get $add) (then
					${times(4, column => `(local.set $s${column} ${plus(get(`s${column}`), `(v128.load (i32.add (local.get $added) (i32.mul (local.get $pixel) (i32.const ${column}))))`)})`)}
					(local.set $added (i32.add (local.get $added) (local.get $add-row)))))
				${times(4, column => `(v128.store (i32.add (local.get $at) (i32.mul (local.get $pixel) (i32.const ${column}))) (f32x4.max ${get(`s${column}`)} (local.get $least)))`)}
				(local.set $at (i32.add (local.get $at) (local.get $row)))`,
				)
				.join('\n')}
			(br_if $next-number (i32.lt_u (local.tee $offset (i32.add (local.get $offset) (i32.const 16))) (local.get $pixel))))
		(local.set $from (i32.add (local.get $from) (local.get $pixel)))
		(local.set $output (i32.add (local.get $output) (i32.shl (local.get $pixel) (i32.const 2))))
		(if (local.get $add) (then (local.set $add (i32.add (local.get $add) (i32.shl (local.get $pixel) (i32.const 2))))))
		(br_if $next-square (local.tee $squares (i32.sub (local.get $squares) (i32.const 1))))))`;

/**
 * Pages of 65,536 bytes: what it begins with, and what it may grow to. Shared, though no other thread has it: V8 counts other
 * memory as what it could free, all of it again each time that it grows, and collects in the middle of a page for it.
 */
const memory = {first: 1, most: 16_384};

/** The module as bytes. It exports `memory` and the functions above. `isFused` as of a tile. */
export const kernel = async isFused =>
	moduleOf(
		`(memory (export "memory") ${memory.first} ${memory.most} shared) ${[convolve(isFused), depthwises(isFused), split, merge, pictures, exponentials, widen, pack, square].join(' ')}`,
		{simd: true, relaxed_simd: isFused, bulk_memory: true, threads: true},
	);
