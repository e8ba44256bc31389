// What becomes of the numbers that a convolution made, before they are stored.

import {get} from './wat.mjs';

const four = number => `(v128.const f32x4 ${`${number} `.repeat(4)})`;
const splat = name => `(f32x4.splat ${get(name)})`;

/** The same number for all of a convolution. */
export const activationParams = '(param $form i32) (param $first f32) (param $second f32)';

/**
 * Numbers in locals of these names: as they are where `form` is 0; from `first` to `second` where it is 1; where it is 2,
 * x * min(max(x + 3, 0), 6) * first + second.
 */
export const activate = names => {
	const each = value => names.map(name => `(local.set $${name} ${value(get(name))})`).join('\n');
	return `
	(if (local.get $form) (then
		(if (i32.eq (local.get $form) (i32.const 1))
			(then ${each(x => `(f32x4.pmin ${splat('second')} (f32x4.pmax ${splat('first')} ${x}))`)})
			(else ${each(
				x => `(f32x4.add ${splat('second')} (f32x4.mul (f32x4.mul ${splat('first')} ${x})
				(f32x4.pmin ${four(6)} (f32x4.pmax ${four(0)} (f32x4.add ${x} ${four(3)})))))`,
			)}))))`;
};
