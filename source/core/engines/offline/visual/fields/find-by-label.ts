import type {CompleteDate} from '../../../../passport/model/dates.ts';
import {printedDateParts} from '../../../../passport/printed/dates.ts';
import type {PrintedEntry} from '../entry.ts';
import type {LabelField} from '../labels/label.ts';
import {type Found, legible, type PrintedPage} from '../page.ts';
import type {TextRun} from '../runs.ts';
import {sexesIn} from './compare.ts';
import {dateIn} from './find-date.ts';
import {isPartOfLabel} from './match-label.ts';
import {labelDistance} from './near-label.ts';

type Field = Found['field'];

/** Nearer than this to its label, or another's. */
const nearEnough = 2.2;

const lettersIn = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;
const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

/** Digits in a name or an office, at most; more are a number with its label. */
const mostDigits = 6;

/** `aBLUMM OK MeH`: a label in another script, as the reader sees it; `iŞLER` and `iReykjavik` have capitals. */
export const isGarbled = (text: string): boolean => /(?:^|\s)(?!i\p{Lu})\p{Ll}+\p{Lu}/u.test(text);

/** `25 NOI /`: a day and a month whose year was not read. */
const isDayAndMonth = (text: string): boolean =>
	/^\W*\d{1,2}\W*\p{L}{3,}(?:\s?\/\s?\p{L}{3,})?\W*$/u.test(text) &&
	printedDateParts(`${text.replace(/[^\p{L}]+$/u, '')} 2000`) !== undefined;

/** A place, a name, an office: letters, and no more than a few digits. */
const isWords = ({text, confidence}: TextRun): boolean =>
	confidence >= 1.5 &&
	!isDayAndMonth(text) &&
	lettersIn(text) >= 2 &&
	digitsIn(text) <= Math.min(lettersIn(text), mostDigits) &&
	!isGarbled(text);

/** `8031`, `MVD 77810`: an office by its number, also in another script before it; `APR 2029` is the end of a day. */
export const isOfficeCode = (text: string): boolean =>
	/^(?:[^/]*\p{L}[^/]*\/\s*)?(?:\p{Lu}{2,5}\s)?\d{3,5}$/u.test(text) &&
	printedDateParts(`1 ${text.split('/').at(-1)}`) === undefined;

/** A number, without the points and strokes that the reader sees at its ends: `44UQ23508:`. */
const numberIn = (text: string): string | undefined => {
	const number = text.replace(/^[^A-Z0-9]+|[^A-Z0-9]+$/g, '');
	return /^[A-Z0-9 ]{6,12}$/.test(number) && digitsIn(number) >= 4 ? number : undefined;
};

/** What each field's values look like; the text that counts. */
const valueIn = (field: Field, run: TextRun, today: CompleteDate): string | undefined => {
	switch (field) {
		case 'birth_date':
			return dateIn(run.text, 'birth', today)?.text;
		case 'issue_date':
		case 'expiry_date':
			return dateIn(run.text, 'other', today)?.text;
		case 'sex':
			return sexesIn(run.text).length === 1 ? run.text : undefined;
		case 'passport_number':
			return numberIn(run.text);
		case 'personal_number':
			return digitsIn(run.text) >= 6 && dateIn(run.text, 'other', today) === undefined ? run.text : undefined;
		case 'nationality':
			return run.confidence >= 1.5 && lettersIn(run.text) >= 1 && digitsIn(run.text) === 0 ? run.text : undefined;
		case 'authority':
			if (isOfficeCode(run.text)) return run.text;
			return isWords(run) && dateIn(run.text, 'other', today) === undefined ? run.text : undefined;
		default:
			return isWords(run) && dateIn(run.text, 'other', today) === undefined ? run.text : undefined;
	}
};

/** Reading order of what is sought; `name` is a label above many things, so it comes last. */
const sought: readonly Field[] = [
	'birth_place',
	'authority',
	'issue_place',
	'issue_date',
	'nationality',
	'surname',
	'given_names',
	'passport_number',
	'birth_date',
	'expiry_date',
	'sex',
	'personal_number',
	'name',
];

/** Values in the places where a label announces them, the nearest first; what is already known is left out. */
export function findByLabel(page: PrintedPage, known: readonly Found[], today: CompleteDate): Found[] {
	const open = sought.filter(field => known.every(one => one.field !== field));
	const free = page.entries.filter(entry => entry.confidence >= legible && !isFound(known, entry));
	const pairs = open.flatMap(field =>
		free.flatMap(entry => {
			const behind = entry.isLabel || beginsWithLabel(entry, field) ? behindLabel(entry, field) : undefined;
			const run = behind ?? (entry.isLabel ? undefined : entry);
			const text = run && valueIn(field, run, today);
			const distance = !run || text === undefined ? undefined : run === entry ? labelDistance(page, run, field) : 1.3;
			return distance === undefined || distance > nearEnough ? [] : [{field, entry, run: run!, text: text!, distance}];
		}),
	);
	const found: Found[] = [];
	const used = new Set<PrintedEntry>();
	for (const {field, entry, run, text} of pairs.sort((a, b) => a.distance - b.distance)) {
		if (used.has(entry) || found.some(one => one.field === field)) continue;
		used.add(entry);
		found.push({field, text, run, by: 'label', labelled: true});
	}

	return found;
}

/** Whether a run that was found holds an entry: it may be two of them joined. */
export const covers = (run: TextRun, entry: TextRun): boolean =>
	run === entry ||
	(run.left <= entry.left + 0.01 &&
		run.right >= entry.right - 0.01 &&
		run.v - run.height / 2 <= entry.v &&
		run.v + run.height / 2 >= entry.v);

/** Whether one of these holds an entry. */
export const isFound = (found: readonly Found[], entry: TextRun): boolean => {
	for (const {run} of found) if (covers(run, entry)) return true;
	return false;
};

/** Letters of a label that its value may be behind in the same box. */
export const ownLabel = 5;

/** `AUTHORITY PASSPORT OFFICE OSLO`: a label, and a value that is longer. */
const beginsWithLabel = ({labels: [first]}: PrintedEntry, field: LabelField): boolean =>
	first?.from === 0 && first.field === field && first.strength >= ownLabel;

const isName = (field: LabelField): boolean => field === 'surname' || field === 'given_names';

/** `Authority: NAIROBI`: what follows the last label of a line that begins with one. */
const behindLabel = (entry: PrintedEntry, field: LabelField): TextRun | undefined => {
	const last = entry.labels.at(-1);
	const isSure = entry.labels.some(one => one.field === field && one.strength >= ownLabel);
	if (last?.field !== field || !(isSure || field === 'sex')) return undefined;
	const behind = entry.text.slice(last.to);
	const isBehindSmall = /\p{Ll}$/u.test(entry.text.slice(0, last.to));
	const rest =
		field === 'sex'
			? /(?:^|[\s:.\p{Ll}])((?:\p{Lu}{1,2}\/)?[MFX])$/u.exec(behind)
			: // The reader sees a colon as a semicolon at times.
				(/^\s*[:;.]\s*(\S.*)$/.exec(behind) ??
				/^\s+([^\s/].{2,})$/.exec(behind) ??
				// A name of two letters.
				(isName(field) ? /^\s+(\p{Lu}{2})$/u.exec(behind) : null) ??
				// `Passport NoW67882367`
				(field === 'passport_number' ? /^([A-Z]{0,3}\d[A-Z\d]{4,})$/.exec(behind) : null) ??
				// `Issuing postSr/Dpf`: a capital directly behind a label that ends in a small letter.
				(isBehindSmall ? /^(\p{Lu}\p{Ll}.+)$/u.exec(behind) : null) ??
				// `naissanceDOHA`, `/ Brhpiaco LAGOS`: capitals where the small letters of labels end.
				(/\p{Ll}/u.test(entry.text.slice(0, last.to))
					? /^(?:.*\p{Ll}[.:;]*)?[\s/]*(\p{Lu}{2}[^\p{Ll}]+)$/u.exec(behind)
					: null));
	if (!rest || isPartOfLabel(rest[1]!)) return undefined;
	const from = entry.text.length - rest[1]!.length;
	return {...entry, text: rest[1]!, left: entry.places[from] ?? entry.left, places: entry.places.slice(from)};
};
