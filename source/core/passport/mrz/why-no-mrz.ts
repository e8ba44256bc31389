import {blocking} from '../judge/finding.ts';
import {layouts} from '../model/layouts.ts';
import type {Issue} from '../model/passport.ts';
import {mostOff} from './align.ts';
import {isInOrder, nearer, off, shapes} from './find-mrz.ts';
import type {ReadableLine} from './normalise.ts';

const opens = (text: string): boolean => /^[PVIAC]/.test(text) && text.includes('<');

/** Says why no MRZ is in these lines: one of its lines is too short or too long, in the wrong place, or missing. */
export function whyNoMrz(lines: readonly ReadableLine[]): Issue {
	for (const base of shapes) {
		const {length, lines: height} = layouts[base];
		for (let at = lines.length - height; at >= 0; at--) {
			const group = lines.slice(at, at + height).map(line => nearer(line, length));
			const misfit = group.findIndex(text => off(text, length) > mostOff);
			const mayBe =
				group.every(text => off(text, length) <= length / 2) && group.some(text => off(text, length) <= mostOff);
			if (!mayBe) continue;
			if (misfit !== -1 && opens(group[0]!) && isInOrder(group, base)) {
				return blocking('wrong-length', undefined, {line: misfit + 1, from: group[misfit]!.length, to: length});
			}
			const turned = [...group].reverse();
			if (height === 2 && misfit === -1 && opens(turned[0]!) && isInOrder(turned, base)) {
				return blocking('lines-swapped');
			}
		}
	}
	const alone = lines.find(line => line.text.length >= 28 && line.text.length <= 46);
	return alone ? blocking('line-missing', undefined, {length: alone.text.length}) : blocking('no-zone');
}
