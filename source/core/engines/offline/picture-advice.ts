import {notice} from '../../passport/judge/finding.ts';
import type {Issue} from '../../passport/model/passport.ts';
import type {Reading} from '../../passport/model/reading.ts';
import type {GreyImage} from '../../pictures/picture.ts';
import {flawsOf, qualityOf} from '../../pictures/quality/quality.ts';

/** What of a picture makes the lines of a reading hard to read, measured on the lines. */
export function pictureAdvice(image: GreyImage, {lines, page}: Reading): readonly Issue[] {
	const scale = image.width / (page?.width ?? image.width);
	const shrink = ([x, y]: readonly [number, number]): [number, number] => [x * scale, y * scale];
	const quality = qualityOf(
		image,
		lines.flatMap(({from, to, pitch}) =>
			from && to && pitch ? [{from: shrink(from), to: shrink(to), pitch: pitch * scale}] : [],
		),
	);
	if (!quality) return [];
	return flawsOf(quality).map(({code, ...params}) =>
		notice(`picture-${code}`, undefined, 'height' in params ? {...params} : undefined),
	);
}
