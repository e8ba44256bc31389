import type {Reason} from '../core/passport/passport.ts';
import type {Messages} from '../text/index.ts';

/** A reason or an issue in words. A code that a later version wrote to disk has none: it stands for itself. */
export function reasonText(
	{code, params}: Reason,
	{reasons}: Messages,
): {readonly short: string; readonly sentence: string} {
	const words = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
	return {short: words?.short(params ?? {}) ?? code, sentence: words?.sentence(params ?? {}) ?? code};
}
