// The part of the loops (loops.mjs) that finds fine waves in a part of a picture: 64 x 64 pixels, as a transformed
// row after the other in double precision.

import {bits} from './loops-tables.mjs';
import {add, count, each, f64, get, int, product} from './wat.mjs';

const side = 2 ** bits;
/** Bytes of a row of numbers in double precision, and of all. */
const row = 8 * side;
const all = row * side;

/**
 * A part without its mean, fading out at its edges, its rows in the order that the transformation begins with.
 *
 * @param tables Where the tables of loops-tables.mjs are
 */
const spread = ({hann, reversed}) => `
(func (export "spread") (param $from i32) (param $to i32)
	(local $x i32) (local $y i32) (local $sum i32) (local $row i32) (local $mean f64)
	${each('x', int(side * side), `(local.set $sum ${add(get('sum'), `(i32.load8_u ${add(get('from'), get('x'))})`)})`)}
	(local.set $mean (f64.div (f64.convert_i32_u ${get('sum')}) (f64.const ${side * side})))
	${each(
		'y',
		int(side),
		`(local.set $row ${add(get('to'), product(`(i32.load8_u offset=${reversed} ${get('y')})`, int(row)))})
		${each(
			'x',
			int(side),
			`(f64.store ${add(get('row'), product(get('x'), int(8)))} (f64.mul
				(f64.mul
					(f64.sub (f64.convert_i32_u (i32.load8_u ${add(get('from'), get('x'))})) ${get('mean')})
					(f64.load offset=${hann} ${product(get('x'), int(8))}))
				(f64.load offset=${hann} ${product(get('y'), int(8))})))`,
		)}
		(local.set $from ${add(get('from'), int(side))})`,
	)})`;

/** Two numbers of a row, and those of the row that is turned. */
const two = (operation, ...of) => `(f64x2.${operation} ${of.join(' ')})`;

/** Transforms all columns in place, whose rows come in reversed order (J. Cooley and J. Tukey, 1965; radix 2). */
const columns = ({turns}) => `
(func $columns (param $real i32) (param $imaginary i32)
	(local $half i32) (local $first i32) (local $k i32) (local $at i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
	(local $cosine v128) (local $sine v128) (local $turned v128) (local $other v128)
	(local.set $half (i32.const 1))
	(loop $next-half
		(local.set $first (i32.const 0))
		(loop $next-first
			${each(
				'k',
				get('half'),
				`(local.set $at ${product(`(i32.div_u ${product(get('k'), int(side / 2))} ${get('half')})`, int(8))})
				(local.set $cosine (v128.load64_splat offset=${turns} ${get('at')}))
				(local.set $sine (v128.load64_splat offset=${turns + (8 * side) / 2} ${get('at')}))
				(local.set $at ${product(add(get('first'), get('k')), int(row))})
				(local.set $a ${add(get('real'), get('at'))})
				(local.set $c ${add(get('imaginary'), get('at'))})
				(local.set $b ${add(get('a'), product(get('half'), int(row)))})
				(local.set $d ${add(get('c'), product(get('half'), int(row)))})
				${count(
					'at',
					int(16),
					int(row),
					`(local.set $turned ${two('sub', two('mul', `(v128.load ${get('b')})`, get('cosine')), two('mul', `(v128.load ${get('d')})`, get('sine')))})
					(local.set $other ${two('add', two('mul', `(v128.load ${get('b')})`, get('sine')), two('mul', `(v128.load ${get('d')})`, get('cosine')))})
					${[
						['a', 'b', 'turned'],
						['c', 'd', 'other'],
					]
						.map(
							([one, other, turned]) => `
					(v128.store ${get(other)} ${two('sub', `(v128.load ${get(one)})`, get(turned))})
					(v128.store ${get(one)} ${two('add', `(v128.load ${get(one)})`, get(turned))})`,
						)
						.join('\n')}
					${['a', 'b', 'c', 'd'].map(name => `(local.set $${name} ${add(get(name), int(16))})`).join('\n')}`,
				)}`,
			)}
			(br_if $next-first (i32.lt_u (local.tee $first ${add(get('first'), get('half'), get('half'))}) ${int(side)})))
		(br_if $next-half (i32.lt_u (local.tee $half (i32.shl ${get('half')} (i32.const 1))) ${int(side)}))))`;

/** Rows as columns, in reversed order. */
const turn = ({reversed}) => `
(func $turn (param $from i32) (param $to i32)
	(local $x i32) (local $y i32) (local $at i32)
	${each(
		'x',
		int(side),
		`(local.set $at ${add(get('to'), product(`(i32.load8_u offset=${reversed} ${get('x')})`, int(row)))})
		${each(
			'y',
			int(side),
			`(f64.store ${add(get('at'), product(get('y'), int(8)))} (f64.load ${add(get('from'), product(get('y'), int(row)), product(get('x'), int(8)))}))`,
		)}`,
	)})`;

/** Transforms a spread part; what comes out is behind both, with rows and columns exchanged. */
const transform = `
(func (export "transform") (param $real i32) (param $imaginary i32)
	(call $columns ${get('real')} ${get('imaginary')})
	(call $turn ${get('real')} ${add(get('real'), int(2 * all))})
	(call $turn ${get('imaginary')} ${add(get('imaginary'), int(2 * all))})
	(call $columns ${add(get('real'), int(2 * all))} ${add(get('imaginary'), int(2 * all))}))`;

const load = (part, at) => `(f64.load ${add(get(part), product(get(at), int(8)))})`;
/** (one sum)² + (one difference)², over four, plus the noise. */
const power = (a, c, b, d) => {
	const squared = (operation, one, other) =>
		f64('mul', f64(operation, get(one), get(other)), f64(operation, get(one), get(other)));
	return f64('add', f64('div', f64('add', squared('add', a, c), squared('sub', b, d)), '(f64.const 4)'), get('noise'));
};

/** Multiplies each number by the powers of its wave in two parts: one was transformed as the real, the other as the imaginary part. */
const powers = `
(func (export "powers") (param $real i32) (param $imaginary i32) (param $to i32) (param $noise f64)
	(local $at i32) (local $opposite i32) (local $a f64) (local $b f64) (local $c f64) (local $d f64)
	${each(
		'at',
		int(side * side),
		`(local.set $opposite (i32.or
			(i32.and (i32.sub ${int(side * side)} (i32.and ${get('at')} ${int(-side)})) ${int(side * side - side)})
			(i32.and (i32.sub ${int(side)} (i32.and ${get('at')} ${int(side - 1)})) ${int(side - 1)})))
		(local.set $a ${load('real', 'at')})
		(local.set $b ${load('imaginary', 'at')})
		(local.set $c ${load('real', 'opposite')})
		(local.set $d ${load('imaginary', 'opposite')})
		(f64.store ${add(get('to'), product(get('at'), int(8)))} (f64.mul
			${load('to', 'at')}
			(f64.mul ${power('a', 'c', 'b', 'd')} ${power('b', 'd', 'a', 'c')})))`,
	)})`;

/** @param tables Where the tables of loops-tables.mjs are */
export const waves = tables => [spread(tables), columns(tables), turn(tables), transform, powers].join('\n');
