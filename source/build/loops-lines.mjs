// The loops (loops.mjs) that lines of type are read with: over the answers of networks, and over pixels in single precision.

import {add, each, f64, get, int, product, set} from './wat.mjs';

const number = at => `(f64.promote_f32 (f32.load ${at}))`;
const double = (base, at) => `(f64.load ${add(get(base), product(at, int(8)))})`;
const short = (base, at) => `(i32.load16_u ${add(get(base), product(at, int(2)))})`;

/** Goes through `count` pixels from `at` on. */
const eachPixel = body => each('i', get('count'), `${body} ${set('at', add(get('at'), int(4)))}`);

/** Counts `c` from 1 to `classes`, and `at` from the second number of the row. */
const eachClass = body => `
	${set('c', int(1))}
	${set('at', add(get('row'), int(4)))}
	(loop $next-class
		${body}
		${set('at', add(get('at'), int(4)))}
		(br_if $next-class (i32.lt_u (local.tee $c ${add(get('c'), int(1))}) ${get('classes')})))`;

/** The likeliest class, by the number in a row, of those of which a condition is true; 0 where none is likelier than class 0. */
const likeliest = (name, condition) => `
	${set(name, int(0))}
	${set('most', `(f32.load ${get('row')})`)}
	${eachClass(`
		(if (f32.gt (f32.load ${get('at')}) ${get('most')}) (then
			(if ${condition} (then
				${set('most', `(f32.load ${get('at')})`)}
				${set(name, get('c'))}))))`)}`;

/**
 * For each of so many rows of `classes` numbers, in 16 bits each: the likeliest class; the next likely one that is not its
 * twin; the likeliest with another letter. Nothing but 0 for the likeliest where that is class 0. `twins` and `letters` are
 * numbers of 16 bits for each class.
 */
const rank = `
(func (export "rank")
	(param $row i32) (param $classes i32) (param $rows i32) (param $twins i32) (param $letters i32) (param $to i32)
	(local $c i32) (local $at i32) (local $best i32) (local $next i32) (local $other i32) (local $twin i32) (local $letter i32)
	(local $most f32)
	(loop $next-row
		${likeliest('best', int(1))}
		(i32.store16 ${get('to')} ${get('best')})
		(if ${get('best')} (then
			${set('twin', short('twins', get('best')))}
			${likeliest('next', `(i32.and (i32.ne ${get('c')} ${get('best')}) (i32.ne ${get('c')} ${get('twin')}))`)}
			${set('letter', short('letters', get('best')))}
			${set('other', get('next'))}
			(if (i32.eq ${short('letters', get('next'))} ${get('letter')}) (then
				${likeliest('other', `(i32.ne ${short('letters', get('c'))} ${get('letter')})`)}))
			(i32.store16 offset=2 ${get('to')} ${get('next')})
			(i32.store16 offset=4 ${get('to')} ${get('other')})))
		${set('to', add(get('to'), int(6)))}
		${set('row', add(get('row'), product(get('classes'), int(4))))}
		(br_if $next-row (local.tee $rows (i32.sub ${get('rows')} ${int(1)})))))`;

/**
 * The best places of `count` cells along so many steps, cell by cell: for each cell but the first, and each step, the step of
 * the cell before (16 bits; -1 where there is none). `scores` are those of the first cell by its step, and become those of the
 * last one or are used up, as `other` is: what is returned is where they are. What a cell costs that is d steps behind the one
 * before is in `between` and `strain`, `widest` numbers a step; d is from `shortest` to `longest` (32 bits a step).
 */
const cells = `
(func (export "cells")
	(param $scores i32) (param $other i32) (param $ink i32) (param $between i32) (param $strain i32)
	(param $shortest i32) (param $longest i32) (param $back i32)
	(param $steps i32) (param $widest i32) (param $count i32) (param $least i32) (result i32)
	(local $k i32) (local $t i32) (local $d i32) (local $last i32) (local $farthest i32) (local $at i32) (local $from i32)
	(local $score f64) (local $most f64)
	${set('k', int(1))}
	(loop $next-cell
		(if (i32.lt_s ${get('k')} ${get('count')}) (then
			${each('t', get('steps'), `(f64.store ${add(get('other'), product(get('t'), int(8)))} (f64.const -inf))`)}
			${set('last', `(i32.sub (i32.sub ${get('steps')} ${int(1)}) ${product(`(i32.sub (i32.sub ${get('count')} ${int(1)}) ${get('k')})`, get('least'))})`)}
			${set('t', product(get('k'), get('least')))}
			(loop $next-step
				(if (i32.le_s ${get('t')} ${get('last')}) (then
					${set('d', `(i32.load ${add(get('shortest'), product(get('t'), int(4)))})`)}
					${set('farthest', `(i32.load ${add(get('longest'), product(get('t'), int(4)))})`)}
					(if (i32.lt_s ${get('t')} ${get('farthest')}) (then ${set('farthest', get('t'))}))
					${set('most', '(f64.const -inf)')}
					${set('from', int(-1))}
					(loop $next-distance
						(if (i32.le_s ${get('d')} ${get('farthest')}) (then
							${set('at', add(product(get('t'), get('widest')), get('d')))}
							${set(
								'score',
								f64(
									'sub',
									f64(
										'add',
										f64('add', double('scores', `(i32.sub ${get('t')} ${get('d')})`), double('ink', get('t'))),
										double('between', get('at')),
									),
									double('strain', get('at')),
								),
							)}
							(if (f64.gt ${get('score')} ${get('most')}) (then
								${set('most', get('score'))}
								${set('from', `(i32.sub ${get('t')} ${get('d')})`)}))
							${set('d', add(get('d'), int(1)))}
							(br $next-distance))))
					(f64.store ${add(get('other'), product(get('t'), int(8)))} ${get('most')})
					(i32.store16 ${add(get('back'), product(add(product(get('k'), get('steps')), get('t')), int(2)))} ${get('from')})
					${set('t', add(get('t'), int(1)))}
					(br $next-step))))
			${set('at', get('scores'))}
			${set('scores', get('other'))}
			${set('other', get('at'))}
			${set('k', add(get('k'), int(1)))}
			(br $next-cell))))
	${get('scores')})`;

/**
 * What changes along each of so many rows of pixels, in `columns` from `first` to before `end`: the sum of what all rows up
 * to there change, in double precision, behind a zero. A change of more than 40 levels counts as one of 40.
 */
const changes = `
(func (export "changes")
	(param $pixels i32) (param $columns i32) (param $rows i32) (param $first i32) (param $end i32) (param $to i32)
	(local $i i32) (local $j i32) (local $at i32) (local $sum f64) (local $energy f64)
	(f64.store ${get('to')} (f64.const 0))
	${each(
		'j',
		get('rows'),
		`${set('energy', '(f64.const 0)')}
		${set('i', get('first'))}
		(loop $next-pixel
			(if (i32.lt_s ${get('i')} ${get('end')}) (then
				${set('at', add(get('pixels'), product(add(product(get('j'), get('columns')), get('i')), int(4))))}
				${set('energy', f64('add', get('energy'), f64('min', '(f64.const 40)', `(f64.abs ${f64('sub', number(get('at')), number(`(i32.sub ${get('at')} ${int(4)})`))})`)))}
				${set('i', add(get('i'), int(1)))}
				(br $next-pixel))))
		${set('sum', f64('add', get('sum'), get('energy')))}
		${set('to', add(get('to'), int(8)))}
		(f64.store ${get('to')} ${get('sum')})`,
	)})`;

/** Adds so many pixels, and their squares, to two sums in double precision. */
const sums = `
(func (export "sums") (param $at i32) (param $count i32) (param $to i32)
	(local $i i32) (local $value f64) (local $sum f64) (local $squares f64)
	${set('sum', `(f64.load ${get('to')})`)}
	${set('squares', `(f64.load offset=8 ${get('to')})`)}
	${eachPixel(`${set('value', number(get('at')))}
		${set('sum', f64('add', get('sum'), get('value')))}
		${set('squares', f64('add', get('squares'), f64('mul', get('value'), get('value'))))}`)}
	(f64.store ${get('to')} ${get('sum')})
	(f64.store offset=8 ${get('to')} ${get('squares')}))`;

/** So many pixels less their mean, over their deviation, in their place. */
const even = `
(func (export "even") (param $at i32) (param $count i32) (param $mean f64) (param $deviation f64)
	(local $i i32)
	${eachPixel(`(f32.store ${get('at')} (f32.demote_f64 ${f64('div', f64('sub', number(get('at')), get('mean')), get('deviation'))}))`)})`;

/** Counts so many pixels by their levels, 0 to 255, in 32 bits each. */
const levels = `
(func (export "levels") (param $at i32) (param $count i32) (param $to i32)
	(local $i i32) (local $place i32)
	${eachPixel(`${set('place', add(get('to'), product(`(i32.trunc_f32_s (f32.load ${get('at')}))`, int(4))))}
		(i32.store ${get('place')} ${add(`(i32.load ${get('place')})`, int(1))})`)})`;

/** So many pixels as shares of a range of levels, 0 to 1, in their place. */
const shares = `
(func (export "shares") (param $at i32) (param $count i32) (param $low f64) (param $range f64)
	(local $i i32)
	${eachPixel(`(f32.store ${get('at')} (f32.demote_f64 ${f64('max', '(f64.const 0)', f64('min', '(f64.const 1)', f64('div', f64('sub', number(get('at')), get('low')), get('range'))))}))`)})`;

export const lines = [rank, cells, changes, sums, even, levels, shares].join('\n');
