import type {CompleteDate} from '../../../passport/model/dates.ts';
import type {FieldKey} from '../../../passport/model/fields.ts';
import type {Box, PrintedValue, Reading} from '../../../passport/model/reading.ts';
import {holdsNoise} from '../../../passport/printed/printed-values.ts';
import {daysApart, isUsualValidity} from '../../../passport/printed/usual-validity.ts';
import {bareCode, codeKind} from '../../../passport/tables/codes.ts';
import {issuers} from '../../../passport/tables/issuers.ts';
import {formOf} from '../../../passport/tables/number-form.ts';
import {matchName, sexesIn} from './fields/compare.ts';
import {inDoubt} from './fields/doubt.ts';
import {dateIn} from './fields/find-date.ts';
import {withClasses} from './fields/find-differing.ts';
import {lastDay, type MrzFacts} from './fields/mrz-facts.ts';
import {isBeginningOnly, provesNationality} from './fields/nationality.ts';
import {type PageFrame, toPage} from './lines/frame.ts';
import {clearEnough, evens, type Found} from './page.ts';
import {isHan, type TextRun} from './runs.ts';

/** A name that contradicts the MRZ's is read this clearly (nats). */
const otherName = 2.5;

/** A name this short may be on a page by chance: it counts only below its label. */
const shortName = 4;

type Context = {
	readonly facts: MrzFacts;
	readonly today: CompleteDate;
	readonly boxOf: (run: TextRun) => Box;
};

/** The place of a run, in pixels of the stored picture. `scale`: its pixels for each pixel of the page. */
export function boxOf({left, right, v, height}: TextRun, frame: PageFrame, scale: number): Box {
	const at = (u: number): [number, number] => {
		const [x, y] = toPage(frame, u, v);
		return [(x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5];
	};
	return {from: at(left), to: at(right), height: height * Math.hypot(...frame.down) * scale};
}

/** A reading with what was found above its MRZ: a printed value for each, with its place and how clearly it was read. */
export function withPrinted(reading: Reading, found: readonly Found[], context: Context): Reading {
	const printed = found.flatMap(one => printedBy(one, found, context) ?? []);
	return found.length === 0 ? reading : {...reading, printed: [...(reading.printed ?? []), ...printed]};
}

const fieldOf: Readonly<Record<Found['field'], FieldKey>> = {
	surname: 'surname_english',
	given_names: 'given_name_english',
	name: 'name',
	passport_number: 'passport_number',
	nationality: 'holder_country_code',
	birth_date: 'birth_date',
	sex: 'sex',
	birth_place: 'birth_place',
	issue_date: 'issue_date',
	expiry_date: 'expiry_date',
	authority: 'issuing_authority',
	issue_place: 'issue_place',
	personal_number: 'id_number',
};

/** The code as an MRZ has it: Germany's is `D`. */
const mrzWord = (code: string): string => (code === 'DEU' ? 'D' : code);

/** A found value as a printed one; aside where its place or its reading leaves open whether it is the field's. */
function printedBy(one: Found, found: readonly Found[], {facts, today, boxOf}: Context): PrintedValue | undefined {
	const {field, text, run} = one;
	if (text === '' || (field === 'name' && !isHan(text))) return undefined;
	const value = (isValue: boolean, said = text): PrintedValue => ({
		field: fieldOf[field],
		text: said,
		zone: 'printed',
		margin: run.margin,
		box: boxOf(run),
		...(isValue && !one.contested ? {} : {aside: true}),
		...(otherText === undefined ? {} : {otherText}),
	});
	const otherText = one.text === run.text || one.field === 'issue_date' ? run.otherText : undefined;
	const isPlaced = one.by === 'label' || one.by === 'likeness' || one.by === 'order';
	const isSure = one.by === 'mrz' || (isPlaced && run.margin > clearEnough);
	const numberBy = (number: string) => value(isSure && mayBeNumber(number, facts), number);
	switch (field) {
		case 'surname':
		case 'given_names': {
			const mrz = field === 'surname' ? facts.surname : facts.given;
			if (matchName(text, mrz, facts.truncated) === 'different') return value(isAnotherName(one));
			return value(mrz.length >= shortName || one.labelled || one.by === 'order');
		}
		case 'passport_number':
			return one.by === 'mrz' ? value(true) : numberBy(withClasses(text, facts.number));
		case 'birth_date':
		case 'expiry_date': {
			const iso = dateIn(text, field === 'birth_date' ? 'birth' : 'other', today)?.iso;
			const isIssueDay = one.by === 'label' && iso !== undefined && isDayOfIssue(iso, lastDay(facts, today));
			return value(isSure && !isIssueDay, iso);
		}
		case 'sex':
			return value(
				sexesIn(text).length === 1 && (one.labelled || one.by === 'order' || sexesIn(text)[0] === facts.sex),
			);
		case 'nationality': {
			const isCode = codeKind(bareCode(text.trim())) !== undefined;
			if (!provesNationality(text, facts.nationality)) {
				return value(one.by === 'label' && run.margin > clearEnough && isCode);
			}
			const named = withDoubt(value(run.margin > evens && !holdsNoise(text)), isBeginningOnly(text, facts.nationality));
			return {...named, means: mrzWord(facts.nationality)};
		}
		case 'issue_date': {
			const iso = dateIn(text, 'other', today)?.iso;
			return value(iso !== undefined && isPlausibleIssue(iso, found, today), iso);
		}
		case 'birth_place':
		case 'authority':
		case 'issue_place':
			// A place on the page alone, without a label, leaves open which of them it is.
			return withDoubt(value(one.by !== 'layout' || one.labelled), one.isFar || one.isOpen);
		default:
			return value(true);
	}
}

/** Words that are not the last of a name; and a letter alone is the first of a word whose other letters were lost. */
const goesOn =
	/(?:^|[\s'’])(?:\p{L}|AND|DA|DAS|DE|DEL|DELLA|DEN|DER|DES|DI|DO|DOS|DU|ET|FOR|FÜR|LA|LE|OF|THE|UND|VAN|VON)$/iu;

/** `OF FOREIGN AFFAIRS`: words that are never the first of a place or an office. */
const beginsWithin = /^(?:AND|ET|FOR|FÜR|OCH|OF|OG|UND)\s/iu;

/** `Timişoara CASTAÑOS`: words in small letters and one in capitals that is longer than an abbreviation. */
const isOfTwo = (text: string): boolean =>
	/\p{Ll}{3}/u.test(text) && text.split(/\s+/).some(word => /^\p{Lu}{5,}$/u.test(word));

/** `EHASOPEJ)`, `SÝSLUMAÐURINN . REYKJAVÍK`: a sign that a letter was taken for. */
const holdsSign = (text: string): boolean =>
	(text.match(/\(/g)?.length ?? 0) !== (text.match(/\)/g)?.length ?? 0) || /\s[.,:;'’](?:\s|$)/u.test(text);

/** A text that seems to continue, or to be two values, is to be compared with the picture. */
const withDoubt = (printed: PrintedValue, isUnsure = false): PrintedValue =>
	isUnsure ||
	goesOn.test(printed.text) ||
	beginsWithin.test(printed.text) ||
	isOfTwo(printed.text) ||
	holdsSign(printed.text)
		? {...printed, margin: Math.min(printed.margin ?? 0, inDoubt)}
		: printed;

/** A name that the MRZ has otherwise, in a name's place: another one, if every letter was read beyond doubt. */
const isAnotherName = ({text, run, by, labelled}: Found): boolean =>
	by !== 'layout' &&
	run.margin > otherName &&
	text.length >= (labelled || by === 'order' ? 2 : shortName) &&
	/^\p{L}[\p{L} .'’-]*$/u.test(text);

/** Whether a number could be printed where the MRZ has its own: as long, and in a form of the state if that one is. */
function mayBeNumber(text: string, {number, issuer}: MrzFacts): boolean {
	const read = text.replace(/[^A-Z0-9]/g, '');
	const state = issuers[issuer];
	return read.length === number.length && (!formOf(number, state) || formOf(read, state) !== undefined);
}

/** Whole years before the expiry that the MRZ says: beside the label of another date it is still the day of issue. */
const isDayOfIssue = (iso: string, last: string | undefined): boolean =>
	last !== undefined && iso !== last && isUsualValidity(iso, last);

/** A misread day of issue would put all dates out of order; only one that fits between the others is a word about it. */
const isPlausibleIssue = (iso: string, found: readonly Found[], today: CompleteDate): boolean => {
	const dayOf = (field: Found['field'], kind: 'birth' | 'other') => {
		const other = found.find(candidate => candidate.field === field && candidate.by === 'mrz');
		return other && dateIn(other.text, kind, today)?.iso;
	};
	const birth = dayOf('birth_date', 'birth');
	const expiry = dayOf('expiry_date', 'other');
	return (!birth || daysApart(birth, iso) >= 0) && (!expiry || daysApart(iso, expiry) > 0);
};
