// The part of the kernel (kernel.mjs) that puts weights in order, once a network.

import {grid, six, times} from './kernel-words.mjs';
import {get} from './wat.mjs';

/** Six numbers of three, which `put` takes one by one: of two channels, in double precision. */
const sixOf = ([a, b, c], put) => {
	const double = (operation, ...of) => `(f64x2.${operation} ${of.join(' ')})`;
	const number = value => `(v128.const f64x2 ${value} ${value})`;
	const scaled = (factor, of) => double('mul', number(factor), of);
	const sum = (...of) => of.reduce((left, right) => double('add', left, right));
	return [
		put(0, double('div', a, number(4))),
		put(1, double('div', double('neg', sum(a, b, c)), number(6))),
		put(2, double('div', double('neg', sum(double('sub', a, b), c)), number(6))),
		put(3, double('div', sum(a, scaled(2, b), scaled(4, c)), number(24))),
		put(4, double('div', sum(double('sub', a, scaled(2, b)), scaled(4, c)), number(24))),
		put(5, c),
	].join('\n');
};

/**
 * Weights of a window of 3 x 3 as `convolve` reads them, as those for squares: [plane][channels out / 8][channels in][8].
 * `channels` is those that come in, `plane` the bytes of one. In double precision: single has too few places for sums of sums.
 */
export const square = `
(func (export "square")
	(param $from i32) (param $to i32) (param $channels i32) (param $blocks i32) (param $plane i32)
	(local $tap i32) (local $channel i32) (local $lane i32) (local $at i32)
	${times(9, index => `(local $w${index} v128)`)}
	${grid([0, 1, 2], six)
		.map(name => `(local $${name} v128)`)
		.join(' ')}
	(local.set $tap (i32.shl (local.get $channels) (i32.const 5)))
	(loop $next-block
		(local.set $channel (local.get $channels))
		(loop $next-channel
			(local.set $lane (i32.const 32))
			(loop $next-lanes
				(local.set $at (local.get $from))
				${times(9, index => `(local.set $w${index} (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $at)))) (local.set $at (i32.add (local.get $at) (local.get $tap)))`)}
				${[0, 1, 2]
					.map(row =>
						sixOf(
							[0, 1, 2].map(column => get(`w${3 * row + column}`)),
							(column, value) => `(local.set $n${row}${column} ${value})`,
						),
					)
					.join('\n')}
				${six
					.map(column =>
						sixOf(
							[0, 1, 2].map(row => get(`n${row}${column}`)),
							(row, value) =>
								`(v128.store64_lane 0 (i32.add (local.get $to) (i32.mul (local.get $plane) (i32.const ${6 * row + column}))) (f32x4.demote_f64x2_zero ${value}))`,
						),
					)
					.join('\n')}
				(local.set $from (i32.add (local.get $from) (i32.const 8)))
				(local.set $to (i32.add (local.get $to) (i32.const 8)))
				(br_if $next-lanes (local.tee $lane (i32.sub (local.get $lane) (i32.const 8)))))
			(br_if $next-channel (local.tee $channel (i32.sub (local.get $channel) (i32.const 1)))))
		(local.set $from (i32.add (local.get $from) (i32.shl (local.get $tap) (i32.const 3))))
		(br_if $next-block (local.tee $blocks (i32.sub (local.get $blocks) (i32.const 1))))))`;

/**
 * `count` numbers in IEEE 754 half precision as those in single, from multiples of 16 bytes on: their bits, apart, and another
 * exponent. What is too small for an exponent is a whole number of the smallest steps. Four at a time: up to 12 bytes behind
 * are written.
 */
export const widen = `
(func (export "widen") (param $from i32) (param $to i32) (param $count i32)
	(local $half v128) (local $rest v128)
	(loop $next-numbers
		(local.set $half (i32x4.extend_low_i16x8_u (v128.load64_zero (local.get $from))))
		(local.set $rest (v128.and (local.get $half) (v128.const i32x4 0x7fff 0x7fff 0x7fff 0x7fff)))
		(v128.store (local.get $to) (v128.or
			(i32x4.shl (v128.andnot (local.get $half) (v128.const i32x4 0x7fff 0x7fff 0x7fff 0x7fff)) (i32.const 16))
			(v128.bitselect
				(f32x4.mul (f32x4.convert_i32x4_u (local.get $rest)) (v128.const f32x4 0x1p-24 0x1p-24 0x1p-24 0x1p-24))
				(i32x4.add
					(i32x4.shl (local.get $rest) (i32.const 13))
					(v128.const i32x4 0x38000000 0x38000000 0x38000000 0x38000000))
				(i32x4.lt_s (local.get $rest) (v128.const i32x4 0x400 0x400 0x400 0x400)))))
		(local.set $from (i32.add (local.get $from) (i32.const 8)))
		(local.set $to (i32.add (local.get $to) (i32.const 16)))
		(br_if $next-numbers (i32.gt_s (local.tee $count (i32.sub (local.get $count) (i32.const 4))) (i32.const 0)))))`;

/**
 * Weights as they were trained, [channels out][channels in][place in the window], as those that `convolve` reads. `given`
 * channels come in; `channels` of them have room.
 */
export const pack = `
(func (export "pack")
	(param $from i32) (param $to i32) (param $out i32) (param $given i32) (param $window i32) (param $channels i32)
	(local $channel i32) (local $input i32) (local $place i32) (local $at i32) (local $step i32)
	(local.set $step (i32.shl (local.get $channels) (i32.const 5)))
	(loop $next-channel
		(local.set $input (i32.const 0))
		(loop $next-input
			(local.set $place (local.get $window))
			(local.set $at (i32.add
				(i32.add (local.get $to) (i32.shl (local.get $input) (i32.const 5)))
				(i32.add
					(i32.mul (i32.shr_u (local.get $channel) (i32.const 3)) (i32.mul (local.get $window) (local.get $step)))
					(i32.shl (i32.and (local.get $channel) (i32.const 7)) (i32.const 2)))))
			(loop $next-place
				(f32.store (local.get $at) (f32.load (local.get $from)))
				(local.set $from (i32.add (local.get $from) (i32.const 4)))
				(local.set $at (i32.add (local.get $at) (local.get $step)))
				(br_if $next-place (local.tee $place (i32.sub (local.get $place) (i32.const 1)))))
			(br_if $next-input (i32.lt_u (local.tee $input (i32.add (local.get $input) (i32.const 1))) (local.get $given))))
		(br_if $next-channel (i32.lt_u (local.tee $channel (i32.add (local.get $channel) (i32.const 1))) (local.get $out)))))`;
