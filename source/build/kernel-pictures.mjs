// The part of the kernel (kernel.mjs) that puts pictures together, and multiplies them by numbers of their channels.
// Lengths and steps are bytes, except `height` and `width`.

/**
 * Each pixel of the input as a square of 2^shift pixels each way, plus another picture where `add` is not 0. `height` and
 * `width` are the output's; `length` the channels of a pixel that are copied.
 */
const copy = `
(func (export "copy")
	(param $input i32) (param $row i32) (param $pixel i32)
	(param $length i32) (param $shift i32)
	(param $add i32) (param $add-row i32) (param $add-pixel i32)
	(param $output i32) (param $out-row i32) (param $out-pixel i32)
	(param $height i32) (param $width i32)
	(local $y i32) (local $x i32) (local $from i32) (local $other i32) (local $to i32) (local $end i32)
	(loop $next-row
		(local.set $x (i32.const 0))
		(loop $next-pixel
			(local.set $from (i32.add
				(i32.add (local.get $input) (i32.mul (i32.shr_u (local.get $y) (local.get $shift)) (local.get $row)))
				(i32.mul (i32.shr_u (local.get $x) (local.get $shift)) (local.get $pixel))))
			(local.set $to (i32.add (local.get $output) (i32.mul (local.get $x) (local.get $out-pixel))))
			(local.set $other (i32.add (local.get $add) (i32.mul (local.get $x) (local.get $add-pixel))))
			(local.set $end (i32.add (local.get $from) (local.get $length)))
			(if (local.get $add)
				(then (loop $next-sum
					(v128.store (local.get $to) (f32x4.add (v128.load (local.get $from)) (v128.load (local.get $other))))
					(local.set $to (i32.add (local.get $to) (i32.const 16)))
					(local.set $other (i32.add (local.get $other) (i32.const 16)))
					(br_if $next-sum (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end)))))
				(else (loop $next-number
					(v128.store (local.get $to) (v128.load (local.get $from)))
					(local.set $to (i32.add (local.get $to) (i32.const 16)))
					(br_if $next-number (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end))))))
			(br_if $next-pixel (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 1))) (local.get $width))))
		(local.set $output (i32.add (local.get $output) (local.get $out-row)))
		(if (local.get $add) (then (local.set $add (i32.add (local.get $add) (local.get $add-row)))))
		(br_if $next-row (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 1))) (local.get $height)))))`;

/** The sum of each channel times `share`. Each row is added up by itself: single precision has too few places for all. */
const mean = `
(func (export "mean")
	(param $input i32) (param $row i32) (param $pixel i32)
	(param $output i32) (param $share f32)
	(param $height i32) (param $width i32)
	(local $x i32) (local $channel i32) (local $from i32) (local $to i32) (local $sum v128)
	(loop $clear
		(v128.store (i32.add (local.get $output) (local.get $channel)) (v128.const i32x4 0 0 0 0))
		(br_if $clear (i32.lt_u (local.tee $channel (i32.add (local.get $channel) (i32.const 16))) (local.get $pixel))))
	(loop $next-row
		(local.set $channel (i32.const 0))
		(loop $next-channels
			(local.set $sum (v128.const i32x4 0 0 0 0))
			(local.set $from (i32.add (local.get $input) (local.get $channel)))
			(local.set $x (local.get $width))
			(loop $next-pixel
				(local.set $sum (f32x4.add (local.get $sum) (v128.load (local.get $from))))
				(local.set $from (i32.add (local.get $from) (local.get $pixel)))
				(br_if $next-pixel (local.tee $x (i32.sub (local.get $x) (i32.const 1)))))
			(local.set $to (i32.add (local.get $output) (local.get $channel)))
			(v128.store (local.get $to) (f32x4.add
				(v128.load (local.get $to))
				(f32x4.mul (local.get $sum) (f32x4.splat (local.get $share)))))
			(br_if $next-channels (i32.lt_u (local.tee $channel (i32.add (local.get $channel) (i32.const 16))) (local.get $pixel))))
		(local.set $input (i32.add (local.get $input) (local.get $row)))
		(br_if $next-row (local.tee $height (i32.sub (local.get $height) (i32.const 1))))))`;

/** Each channel times its number in the pixel `by`. */
const scale = `
(func (export "scale")
	(param $input i32) (param $row i32) (param $pixel i32)
	(param $by i32)
	(param $output i32) (param $out-row i32)
	(param $height i32) (param $width i32)
	(local $x i32) (local $channel i32) (local $offset i32)
	(loop $next-row
		(local.set $offset (i32.const 0))
		(local.set $x (local.get $width))
		(loop $next-pixel
			(local.set $channel (i32.const 0))
			(loop $next-channels
				(v128.store (i32.add (local.get $output) (local.get $offset)) (f32x4.mul
					(v128.load (i32.add (local.get $input) (local.get $offset)))
					(v128.load (i32.add (local.get $by) (local.get $channel)))))
				(local.set $offset (i32.add (local.get $offset) (i32.const 16)))
				(br_if $next-channels (i32.lt_u (local.tee $channel (i32.add (local.get $channel) (i32.const 16))) (local.get $pixel))))
			(br_if $next-pixel (local.tee $x (i32.sub (local.get $x) (i32.const 1)))))
		(local.set $input (i32.add (local.get $input) (local.get $row)))
		(local.set $output (i32.add (local.get $output) (local.get $out-row)))
		(br_if $next-row (local.tee $height (i32.sub (local.get $height) (i32.const 1))))))`;

/** Bytes that are cleared one number after the other: V8 calls a function for `memory.fill`. */
const short = 512;

/** Zeros: `count` times `length` bytes, from each first one to the next `step` bytes. */
const clear = `
(func (export "clear") (param $at i32) (param $length i32) (param $step i32) (param $count i32)
	(local $to i32) (local $end i32)
	(block $end
		(loop $next
			(br_if $end (i32.eqz (local.get $count)))
			(if (i32.gt_u (local.get $length) (i32.const ${short}))
				(then (memory.fill (local.get $at) (i32.const 0) (local.get $length)))
				(else
					(local.set $to (local.get $at))
					(local.set $end (i32.add (local.get $at) (local.get $length)))
					(block $cleared
						(loop $number
							(br_if $cleared (i32.ge_u (local.get $to) (local.get $end)))
							(i32.store (local.get $to) (i32.const 0))
							(local.set $to (i32.add (local.get $to) (i32.const 4)))
							(br $number)))))
			(local.set $at (i32.add (local.get $at) (local.get $step)))
			(local.set $count (i32.sub (local.get $count) (i32.const 1)))
			(br $next))))`;

/** One number of each pixel, one after the other. */
const gather = `
(func (export "gather")
	(param $input i32) (param $row i32) (param $pixel i32)
	(param $to i32) (param $height i32) (param $width i32)
	(local $x i32) (local $from i32)
	(loop $next-row
		(local.set $from (local.get $input))
		(local.set $x (local.get $width))
		(loop $next-pixel
			(f32.store (local.get $to) (f32.load (local.get $from)))
			(local.set $from (i32.add (local.get $from) (local.get $pixel)))
			(local.set $to (i32.add (local.get $to) (i32.const 4)))
			(br_if $next-pixel (local.tee $x (i32.sub (local.get $x) (i32.const 1)))))
		(local.set $input (i32.add (local.get $input) (local.get $row)))
		(br_if $next-row (local.tee $height (i32.sub (local.get $height) (i32.const 1))))))`;

export const pictures = [copy, mean, scale, clear, gather].join(' ');
