import type {CompleteDate} from '../../../passport/model/dates.ts';
import type {FieldKey} from '../../../passport/model/fields.ts';
import type {Box, PrintedValue, Reading} from '../../../passport/model/reading.ts';
import {bareCode, codeKind, exportCode} from '../../../passport/tables/codes.ts';
import {matchName, sexesIn} from './compare.ts';
import {type PageFrame, toPage} from './frame.ts';
import {provesNationality} from './nationality.ts';
import {clearEnough, type Found} from './page.ts';
import {isHan, type TextRun} from './runs.ts';
import {dateIn, daysApart} from './zone-dates.ts';
import type {MrzFacts} from './zone-facts.ts';

/** A name this short may stand on a page by chance: it counts only below its label. */
const shortName = 4;

type Context = {
	readonly facts: MrzFacts;
	readonly today: CompleteDate;
	readonly boxOf: (run: TextRun) => Box;
};

/** Where a run stands, in pixels of the stored picture. `scale`: its pixels for each pixel of the page. */
export function boxOf({left, right, v, height}: TextRun, frame: PageFrame, scale: number): Box {
	const at = (u: number): [number, number] => {
		const [x, y] = toPage(frame, u, v);
		return [(x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5];
	};
	return {from: at(left), to: at(right), height: height * Math.hypot(...frame.down) * scale};
}

/**
 * A reading with what was found above its zone, in the form in which a service's words about the page are given: values
 * that can be held against the zone as `stated`, the rest as `members` under the original skill's keys.
 */
export function withPrinted(reading: Reading, found: readonly Found[], context: Context): Reading {
	if (found.length === 0) return reading;
	const members = {...reading.members};
	const boxes: Record<string, Box> = {...reading.boxes};
	const margins: Record<string, number> = {...reading.margins};
	for (const [key, text, run] of membersOf(found, context)) {
		if (text === '' || key in members) continue;
		members[key] = text;
		boxes[key] = context.boxOf(run);
		margins[key] = run.margin;
	}

	return {
		...reading,
		stated: [...(reading.stated ?? []), ...found.flatMap(one => printedBy(one, found, context))],
		members,
		boxes,
		margins,
	};
}

/** A found value as a word about a field of the zone; none where it is no evidence either way. */
function printedBy(one: Found, found: readonly Found[], {facts, today, boxOf}: Context): PrintedValue[] {
	const {field, text, run} = one;
	const state = (key: PrintedValue['field'], said = text): PrintedValue[] => [
		{field: key, text: said, zone: 'printed', margin: run.margin, box: boxOf(run)},
	];
	const against = one.by === 'label' && run.margin > clearEnough;
	switch (field) {
		case 'surname':
		case 'given_names': {
			const zone = field === 'surname' ? facts.surname : facts.given;
			const key: FieldKey = field === 'surname' ? 'surname_english' : 'given_name_english';
			const match = matchName(text, zone);
			if (match === 'different') return [];
			return zone.length >= shortName || one.labelled ? state(key) : [];
		}
		case 'passport_number':
			return one.by === 'zone' || against ? state('passport_number') : [];
		case 'birth_date':
		case 'expiry_date':
			return one.by === 'zone' || against ? state(field) : [];
		case 'sex':
			return sexesIn(text).length === 1 && (one.labelled || sexesIn(text)[0] === facts.sex) ? state('sex') : [];
		case 'nationality': {
			if (provesNationality(text, facts.nationality)) return state('holder_country_code', mrzWord(facts.nationality));
			const code = text.trim();
			return against && codeKind(bareCode(code)) !== undefined ? state('holder_country_code') : [];
		}
		case 'issue_date':
			return isPlausibleIssue(text, found, today) ? state('issue_date') : [];
		default:
			return [];
	}
}

/** The code as it stands in a zone: Germany's is `D`. */
const mrzWord = (code: string): string => (code === 'DEU' ? 'D' : code);

/** A misread day of issue would put all dates out of order; only one that fits between the others is a word about it. */
const isPlausibleIssue = (text: string, found: readonly Found[], today: CompleteDate): boolean => {
	const iso = dateIn(text, 'other', today)?.iso;
	const dayOf = (field: Found['field'], kind: 'birth' | 'other') => {
		const other = found.find(candidate => candidate.field === field && candidate.by === 'zone');
		return other && dateIn(other.text, kind, today)?.iso;
	};
	if (!iso) return false;
	const birth = dayOf('birth_date', 'birth');
	const expiry = dayOf('expiry_date', 'other');
	return (!birth || daysApart(birth, iso) >= 0) && (!expiry || daysApart(iso, expiry) > 0);
};

type Member = readonly [key: string, text: string, run: TextRun];

/** Keys of the cloud service's answers (its fields 14 to 38), for what the page prints. */
function membersOf(found: readonly Found[], {facts, today}: Context): Member[] {
	const of = (field: Found['field']) => found.find(one => one.field === field);
	const plain = (key: string, field: Found['field']): Member[] => {
		const one = of(field);
		return one ? [[key, one.text, one.run]] : [];
	};
	const date = (key: string, field: Found['field'], kind: 'birth' | 'other'): Member[] => {
		const one = of(field);
		const iso = one && dateIn(one.text, kind, today)?.iso;
		return one && iso ? [[key, iso, one.run]] : [];
	};
	const [surname, given] = [of('surname'), of('given_names')];
	const latin = surname ? [surname.text, given?.text ?? ''].filter(Boolean).join(',') : '';
	const script = found.find(({field, text}) => field === 'name' && isHan(text));
	return [
		...plain('surname_english_visual', 'surname'),
		...plain('given_name_english_visual', 'given_names'),
		...(surname && latin ? [['name_english_visual', latin, surname.run] as const] : []),
		...(script
			? ([
					['name', script.text, script.run],
					['name_visual', script.text, script.run],
				] as const)
			: []),
		...(script && surname && latin ? [['name_pinyin', latin, surname.run] as const] : []),
		...plain('sex_ocr', 'sex'),
		...plain('id_number_ocr', 'personal_number'),
		...plain('nationality', 'nationality'),
		...codeMember(of('nationality'), facts),
		...date('birth_date_ocr', 'birth_date', 'birth'),
		...date('expiry_date_ocr', 'expiry_date', 'other'),
		...date('issue_date', 'issue_date', 'other'),
		...bilingual('birth_place', of('birth_place')),
		...bilingual('issue_place', of('issue_place')),
		...plain('issuing_authority_ocr', 'authority'),
	];
}

/** `EST`, `中国/CHN`: a nationality that is printed as a code. */
const codeMember = (one: Found | undefined, facts: MrzFacts): Member[] => {
	const words = one?.text.toUpperCase().split(/[^A-Z]+/) ?? [];
	const code = words.find(word => word === mrzWord(facts.nationality) || word === facts.nationality);
	return one && code ? [['holder_country_code_ocr', exportCode(code), one.run]] : [];
};

/** `四川/SICHUAN` is kept in two: what stands in Chinese, and the same in Latin letters. */
const bilingual = (key: 'birth_place' | 'issue_place', one: Found | undefined): Member[] => {
	if (!one) return [];
	const [national, latin, ...more] = one.text.split('/').map(part => part.trim());
	return national && latin && more.length === 0 && isHan(national) && !isHan(latin)
		? [
				[key, national, one.run],
				[`${key}_pinyin`, latin, one.run],
			]
		: [[key, one.text, one.run]];
};
