// The loop (loops.mjs) that samples a picture along a line and across it.

import {add, each, f64, get, int, product, set} from './wat.mjs';

const pixel = at => f64('convert_i32_u', `(i32.load8_u ${at})`);

/** Between two pixels and the two below them, or beside them where that is the edge. */
const between = (one, other, share) =>
	f64('add', f64('mul', one, f64('sub', '(f64.const 1)', share)), f64('mul', other, share));

/** A coordinate within the picture: its whole part in `whole`, the rest in itself; in `next` how far the next pixel is, in bytes. */
const place = (axis, whole, next, last, bytes) => `
	${set(axis, f64('max', '(f64.const 0)', f64('min', get(last), get(axis))))}
	${set(whole, `(i32.trunc_f64_s ${get(axis)})`)}
	${set(next, `(select ${bytes} ${int(0)} ${f64('lt', f64('convert_i32_s', get(whole)), get(last))})`)}
	${set(axis, f64('sub', get(axis), f64('convert_i32_s', get(whole))))}`;

/**
 * Samples in single precision, bilinear, edges repeated. `from` is where the pixel (0, 0) would be; `lastX` and `lastY` are the
 * last pixel of the picture. Pixel (i, j) of a level of the pyramid is at `(origin + j * across) * scale + shift + i * along`.
 */
export const sample = `
(func (export "sample")
	(param $from i32) (param $stride i32) (param $lastX f64) (param $lastY f64)
	(param $originX f64) (param $originY f64) (param $acrossX f64) (param $acrossY f64) (param $scale f64) (param $shift f64)
	(param $alongX f64) (param $alongY f64) (param $to i32) (param $width i32) (param $height i32)
	(local $i i32) (local $j i32) (local $x0 i32) (local $y0 i32) (local $right i32) (local $down i32) (local $at i32)
	(local $x f64) (local $y f64) (local $fx f64) (local $fy f64)
	${each(
		'j',
		get('height'),
		`${['X', 'Y']
			.map(axis =>
				set(
					axis.toLowerCase(),
					f64(
						'add',
						f64(
							'mul',
							f64('add', get(`origin${axis}`), f64('mul', f64('convert_i32_u', get('j')), get(`across${axis}`))),
							get('scale'),
						),
						get('shift'),
					),
				),
			)
			.join('\n')}
		${each(
			'i',
			get('width'),
			`${set('fx', get('x'))}
			${set('fy', get('y'))}
			${place('fx', 'x0', 'right', 'lastX', int(1))}
			${place('fy', 'y0', 'down', 'lastY', get('stride'))}
			${set('at', add(get('from'), product(get('y0'), get('stride')), get('x0')))}
			(f32.store ${get('to')} (f32.demote_f64 ${between(
				between(pixel(get('at')), pixel(add(get('at'), get('right'))), get('fx')),
				between(pixel(add(get('at'), get('down'))), pixel(add(get('at'), get('down'), get('right'))), get('fx')),
				get('fy'),
			)}))
			${set('to', add(get('to'), int(4)))}
			${set('x', f64('add', get('x'), get('alongX')))}
			${set('y', f64('add', get('y'), get('alongY')))}`,
		)}`,
	)})`;
