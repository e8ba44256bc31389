// The part of the kernel (kernel.mjs) for what is made of exponentials. Lengths are bytes, multiples of 16.

import {get} from './wat.mjs';

const four = number => `(v128.const f32x4 ${`${number} `.repeat(4)})`;
const plus = (a, b) => `(f32x4.add ${a} ${b})`;
const product = (a, b) => `(f32x4.mul ${a} ${b})`;

/** Of a polynomial that is exp(x) for small x but for one part in ten million: S. Moshier, Cephes, expf.c. */
const polynomial = [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1];

/**
 * Leaves exp($x) in $x, for four numbers. As 2^n times that of a rest, which is less than half of log(2) either way. What is
 * beyond single precision becomes its least or its most.
 */
const exponential = `
	(local.set $x (f32x4.pmin ${four(88)} (f32x4.pmax ${four(-87)} ${get('x')})))
	(local.set $whole (f32x4.nearest ${product(get('x'), four(Math.LOG2E))}))
	(local.set $x ${plus(get('x'), product(get('whole'), four(-0.693359375)))})
	(local.set $x ${plus(get('x'), product(get('whole'), four(2.1219444e-4)))})
	(local.set $sum ${polynomial.slice(1).reduce((sum, next) => plus(product(sum, get('x')), four(next)), four(polynomial[0]))})
	(local.set $sum ${plus(plus(product(product(get('sum'), get('x')), get('x')), get('x')), four(1))})
	(local.set $x ${product(
		get('sum'),
		`(i32x4.shl (i32x4.add (i32x4.trunc_sat_f32x4_s ${get('whole')}) (v128.const i32x4 127 127 127 127)) (i32.const 23))`,
	)})`;

const locals = '(local $x v128) (local $whole v128) (local $sum v128)';

/** 1 / (1 + exp(-x)) in the place of each x, times x itself where `swish` is 1. */
const sigmoid = `
(func (export "sigmoid") (param $at i32) (param $length i32) (param $swish i32)
	(local $end i32) ${locals}
	(local.set $end (i32.add (local.get $at) (local.get $length)))
	(loop $next
		(local.set $x (f32x4.neg (v128.load (local.get $at))))
		${exponential}
		(v128.store (local.get $at) (f32x4.div
			(if (result v128) (local.get $swish) (then (v128.load (local.get $at))) (else ${four(1)}))
			${plus(get('x'), four(1))}))
		(br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end)))))`;

const lanes = [0, 1, 2, 3].map(lane => `(f32x4.extract_lane ${lane} (local.get $all))`);
const ofLanes = operation => lanes.reduce((one, other) => `(${operation} ${one} ${other})`);

/** Of a row: its largest number in $most, and the sum of the exponentials of all less that in $all. */
const sumOfRow = forEach => `
		(local.set $end (i32.add (local.get $row) (local.get $length)))
		(local.set $at (local.get $row))
		(local.set $all (v128.load (local.get $at)))
		(loop $next-largest
			(local.set $all (f32x4.pmax (local.get $all) (v128.load (local.get $at))))
			(br_if $next-largest (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
		(local.set $most (f32x4.splat ${ofLanes('f32.max')}))
		(local.set $at (local.get $row))
		(local.set $all ${four(0)})
		(loop $next-exponential
			(local.set $x (f32x4.sub (v128.load (local.get $at)) (local.get $most)))
			${exponential}
			${forEach}
			(local.set $all ${plus(get('all'), get('x'))})
			(br_if $next-exponential (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))`;

/** The softmax of each of so many rows of numbers, in their place; `step` is from row to row. */
const softmax = `
(func (export "softmax") (param $row i32) (param $step i32) (param $length i32) (param $rows i32)
	(local $at i32) (local $end i32) (local $all v128) (local $most v128) ${locals}
	(loop $next-row
		${sumOfRow('(v128.store (local.get $at) (local.get $x))')}
		(local.set $most (f32x4.splat (f32.div (f32.const 1) ${ofLanes('f32.add')})))
		(local.set $at (local.get $row))
		(loop $next-share
			(v128.store (local.get $at) ${product('(v128.load (local.get $at))', get('most'))})
			(br_if $next-share (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
		(local.set $row (i32.add (local.get $row) (local.get $step)))
		(br_if $next-row (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))`;

/** Of each of so many rows of numbers: the largest, and its softmax. */
const likeliest = `
(func (export "likeliest") (param $row i32) (param $step i32) (param $length i32) (param $rows i32) (param $to i32)
	(local $at i32) (local $end i32) (local $all v128) (local $most v128) ${locals}
	(loop $next-row
		${sumOfRow('')}
		(f32.store (local.get $to) (f32x4.extract_lane 0 (local.get $most)))
		(f32.store offset=4 (local.get $to) (f32.div (f32.const 1) ${ofLanes('f32.add')}))
		(local.set $to (i32.add (local.get $to) (i32.const 8)))
		(local.set $row (i32.add (local.get $row) (local.get $step)))
		(br_if $next-row (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))`;

/** So many numbers less another, to another place. In double precision, rounded once. */
const less = `
(func (export "less") (param $at i32) (param $to i32) (param $count i32) (param $by f64)
	(loop $next-number
		(f32.store (local.get $to) (f32.demote_f64 (f64.sub (f64.promote_f32 (f32.load (local.get $at))) (local.get $by))))
		(local.set $at (i32.add (local.get $at) (i32.const 4)))
		(local.set $to (i32.add (local.get $to) (i32.const 4)))
		(br_if $next-number (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))`;

export const exponentials = [sigmoid, softmax, likeliest, less].join(' ');
