// The loops over the pixels of a picture, as WebAssembly text: in JavaScript they take three to five times as long, and
// more while V8 has not compiled them yet.

import {lines} from './loops-lines.mjs';
import {sample} from './loops-sample.mjs';
import {hann, light as lightTables, reversed, turns} from './loops-tables.mjs';
import {waves} from './loops-waves.mjs';
import {moduleOf} from './wat.mjs';

/** Linear light of a colour, by one of the three tables of 256 numbers at the memory's beginning. */
const light = colour => `
	(i32.load offset=${1024 * colour} (i32.shl (i32.load8_u offset=${colour} (local.get $from)) (i32.const 2)))`;

/** The grey of `count` pixels of three bytes, by the table of levels behind those of light. */
const grey = `
(func (export "grey") (param $from i32) (param $to i32) (param $count i32)
	(loop $next-pixel
		(i32.store8 (local.get $to) (i32.load8_u offset=3072 (i32.add (i32.add ${light(0)} ${light(1)}) ${light(2)})))
		(local.set $from (i32.add (local.get $from) (i32.const 3)))
		(local.set $to (i32.add (local.get $to) (i32.const 1)))
		(br_if $next-pixel (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))`;

/** Means of eight squares of 2 x 2 bytes, rounded, from an address on. */
const means = at => `
	(i16x8.shr_u (i16x8.add (v128.const i16x8 2 2 2 2 2 2 2 2) (i16x8.add
		(i16x8.extadd_pairwise_i8x16_u (v128.load offset=${at} (local.get $upper)))
		(i16x8.extadd_pairwise_i8x16_u (v128.load offset=${at} (local.get $lower))))) (i32.const 2))`;

/** Rows of means of squares of 2 x 2 pixels. `stride` is the bytes of a row that is read. Up to 15 bytes behind are written. */
const halve = `
(func (export "halve") (param $from i32) (param $stride i32) (param $to i32) (param $width i32) (param $height i32)
	(local $x i32) (local $upper i32) (local $lower i32)
	(loop $next-row
		(local.set $x (i32.const 0))
		(loop $next-pixels
			(local.set $upper (i32.add (local.get $from) (i32.shl (local.get $x) (i32.const 1))))
			(local.set $lower (i32.add (local.get $upper) (local.get $stride)))
			(v128.store (i32.add (local.get $to) (local.get $x)) (i8x16.narrow_i16x8_u ${means(0)} ${means(16)}))
			(br_if $next-pixels (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $width))))
		(local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))))
		(local.set $to (i32.add (local.get $to) (local.get $width)))
		(br_if $next-row (local.tee $height (i32.sub (local.get $height) (i32.const 1))))))`;

/** The first byte of room for pixels with what is made of them, behind the tables of light; and of other tables behind it. */
const room = 65_536 + 3072;
const others = room + 524_288;
const pages = 10;

const tables = {hann: others, turns: others + hann.length, reversed: others + hann.length + turns.length};

const data = (at, bytes) =>
	`(data (i32.const ${at}) "${Array.from(bytes, byte => `\\${byte.toString(16).padStart(2, '0')}`).join('')}")`;

const text = `
	(memory (export "memory") ${pages})
	${data(0, lightTables)}
	${data(tables.hann, hann)}
	${data(tables.turns, turns)}
	${data(tables.reversed, reversed)}
	${grey}
	${halve}
	${waves(tables)}
	${sample}
	${lines}`;

/** The module as bytes. It exports `memory` and the functions above. */
export const loops = async () => moduleOf(text, {simd: true});
