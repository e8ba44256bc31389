import {describe, expect, it} from 'vitest';
import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import type {Issue, Passport, Reason} from '../../../source/core/passport/model/passport.ts';
import type {CharacterReading, PrintedValue, Reading} from '../../../source/core/passport/model/reading.ts';
import {confirmField, editField} from '../../../source/core/passport/person/edit.ts';
import {at, bare, judged, mrz, seen, today} from './support.ts';

const said = ({code, params = {}}: Reason | Issue): string =>
	[code, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' ');

/** All that is said of a field: `value (was …) level: reasons; or other values`. */
function evidenceOf(passport: Passport, key: FieldKey): string {
	const found = passport.fields.find(one => one.key === key);
	if (!found) return 'no such field';
	const {value, repairedFrom, evidence, alternatives} = found;
	const was = repairedFrom === undefined ? '' : ` (was ${repairedFrom})`;
	const others = alternatives.map(one => `; or ${one.value} of ${one.source}`).join('');
	return `${value || '-'}${was} ${evidence.level}: ${evidence.reasons.map(said).join(', ')}${others}`;
}

/** All issues: `! code field` where one blocks, `code field` of a notice. */
const issuesOf = ({issues}: Passport): readonly string[] =>
	issues.map(issue => `${issue.blocks ? '! ' : ''}${issue.field ? `${issue.field} ` : ''}${said(issue)}`);

const mark =
	/^(?<row>\d):(?<place>\d+)(?:=(?<put>.))?(?:~(?<margin>-?[\d.]+))?(?:\?(?<seen>.))?(?:\/(?<others>.+))?(?<unseen>!)?$/;

function printedWord(kind: string, word: string): PrintedValue {
	const {key, text, margin, place} = /^(?<key>\w+)=(?<text>[^~@]*)(?:~(?<margin>[\d.]+))?(?<place>@)?$/.exec(word)!
		.groups!;
	return {
		field: key as FieldKey,
		text: text!.replaceAll('_', ' '),
		zone: kind === 'own' ? 'mrz' : 'printed',
		...(kind === 'unlabelled' ? {aside: true as const} : {}),
		...(margin ? {margin: Number(margin)} : {}),
		...(place ? {box: {from: [10, 20], to: [90, 20], height: 12}} : {}),
	};
}

/**
 * A reading in words, of a British passport that was read clearly but for what they say: `birth=740816` and other parts
 * of the MRZ; at line 2, position 10 `2:10=O` another character, `2:10~0.5` its margin, `?Q` what was seen in its place,
 * `/Q8` what else it may be, `!` that it is not in the picture; `service` for a reading without margins. `page.sex=男/M~5@`
 * is what the page prints of a field, its margin, and that its place is known, with `_` for a space; `own.sex=M` the
 * engine's own word about its lines; `unlabelled.` what has no label; `lines=none` a page without lines; `nearly=5:8` a second line that is as likely but for a
 * character.
 */
export function reading(words: string): Reading {
	const parts: Record<string, string> = {issuer: 'GBR', number: '107182890'};
	const marks: {readonly row: number; readonly place: number; readonly change: Partial<CharacterReading>}[] = [];
	const puts: ((lines: readonly string[]) => readonly string[])[] = [];
	const printed: PrintedValue[] = [];
	for (const word of words.split(' ').filter(Boolean)) {
		const said = /^(page|own|unlabelled)\.(.+)$/.exec(word);
		if (said) {
			printed.push(printedWord(said[1]!, said[2]!));
			continue;
		}
		const groups = mark.exec(word)?.groups;
		if (!groups) {
			const [name, value = ''] = word.split('=');
			parts[name!] = value;
			continue;
		}
		const row = Number(groups.row) - 1;
		const place = Number(groups.place) - 1;
		const character = groups.put;
		if (character) puts.push(lines => lines.map((line, index) => (index === row ? at(line, place, character) : line)));
		const change = {
			...(groups.margin ? {margin: Number(groups.margin)} : {}),
			...(groups.seen ? {seen: groups.seen} : {}),
			...(groups.others ? {alternatives: [...groups.others]} : {}),
			...(groups.unseen ? {unseen: true as const} : {}),
		};
		marks.push({row, place, change});
	}
	const lines = puts.reduce((all, put) => put(all), mrz(parts) as readonly string[]);
	const page = printed.length === 0 ? {} : {printed};
	if (parts.lines === 'none') return bare([], page);
	if ('service' in parts) return bare(lines, page);
	const clear = seen(lines);
	const near = parts.nearly?.split(',').map(one => one.split(':') as [string, string]);
	const next = near && {
		runnerUp: 0.5,
		runnerUpText: near.reduce((text, [place, character]) => at(text, Number(place) - 1, character), lines[1]!),
	};
	return {
		...clear,
		...page,
		lines: clear.lines.map((line, row) => ({
			...line,
			...(row === 1 ? next : {}),
			characters: line.characters!.map((one, place) => ({
				...one,
				...marks.find(other => other.row === row && other.place === place)?.change,
			})),
		})),
	};
}

/** The passport of a reading, which a person then edits: `edit.sex=M` or `confirm.sex`; the reading of another engine after `&`. */
function passportOf(words: string): Passport {
	const edit = /^(edit|confirm)\.(\w+)=?(.*)$/;
	const all = words.split(' ');
	const readings = all
		.filter(word => !edit.test(word))
		.join(' ')
		.split('&')
		.map(reading);
	const [first, ...also] = readings;
	const passport = judged(also.length === 0 ? first! : {...first!, also});
	return all.reduce((changed, word) => {
		const [, how, key, text = ''] = edit.exec(word) ?? [];
		if (how === undefined) return changed;
		const field = key as FieldKey;
		return how === 'edit'
			? editField(changed, field, text.replaceAll('_', ' '), {today})
			: confirmField(changed, field, {today});
	}, passport);
}

/** Cases of a table: a name and the words of a reading, and indented below all that is said of the field and in issues. */
export function allSaidOf(key: FieldKey, table: string): void {
	const cases = table
		.trim()
		.split(/\n(?!\t)/)
		.map(one => {
			const [head, ...expected] = one.split('\n').map(line => line.trim());
			const [name, words = ''] = head!.split(' | ');
			return {name: name!, words, expected};
		});
	describe(key, () => {
		it.each(cases)('$name', ({words, expected}) => {
			const passport = passportOf(words);
			expect([evidenceOf(passport, key), ...issuesOf(passport)]).toEqual(expected);
		});
	});
}
