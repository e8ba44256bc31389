import {fieldInfo} from '../passport/model/fields.ts';
import {contentOf} from '../records/content.ts';
import type {PassportRecord} from '../records/record.ts';
import {isTouched} from '../records/reuse.ts';
import {documentOf} from './same-person.ts';
import {withoutDifferences} from './same-values.ts';

/** A picture whose passport another picture has a row for. */
export type Twin = {readonly record: PassportRecord; readonly sameAs: PassportRecord};

export type OnceEach = {
	/** One record for each passport, in the order given. */
	readonly kept: readonly PassportRecord[];
	readonly left: readonly Twin[];
};

const isReviewed = ({review}: PassportRecord): boolean => review.state === 'accepted' || review.state === 'edited';

/** How many of the values that decide are proven. */
const proven = ({passport}: PassportRecord): number =>
	passport.fields.filter(({key, evidence}) => fieldInfo(key).decides && evidence.level === 'verified').length;

const timeOf = ({review, recognizedAt}: PassportRecord): number => Date.parse(review.at ?? recognizedAt) || 0;

/** What is compared in turn: reviewed, begun to be reviewed, proven as a whole, values proven, later. */
const worth = (record: PassportRecord): readonly number[] => [
	Number(isReviewed(record)),
	Number(isTouched(record)),
	Number(record.passport.status === 'clean' && record.pictureNow === undefined),
	proven(record),
	timeOf(record),
];

function isBetter(one: PassportRecord, other: PassportRecord): boolean {
	const [a, b] = [worth(one), worth(other)];
	const at = a.findIndex((value, index) => value !== b[index]);
	return at >= 0 && a[at]! > b[at]!;
}

/** What two pictures of one passport have in common: each names a picture or a document. A rejected one has none. */
export const sharedKeys = (record: PassportRecord): readonly string[] =>
	record.review.state === 'rejected' ? [] : keysOf(record);

function keysOf(record: PassportRecord): readonly string[] {
	const document = documentOf(record);
	return [
		...(contentOf(record) === undefined ? [] : [`picture ${contentOf(record)}`]),
		...(document === undefined ? [] : [`document ${document}`]),
	];
}

/** Groups of records that are linked by a picture, or by a number and issuer, over any number of steps. */
function linked(records: readonly PassportRecord[]): readonly (readonly PassportRecord[])[] {
	const groupOf = new Map<string, PassportRecord[]>();
	const groups = new Set<PassportRecord[]>();
	for (const record of records) {
		const [group = [], ...others] = new Set(keysOf(record).flatMap(key => [groupOf.get(key) ?? []].filter(isFilled)));
		const joining = [...others.flat(), record];
		group.push(...joining);
		groups.add(group);
		for (const other of others) groups.delete(other);
		for (const key of joining.flatMap(keysOf)) groupOf.set(key, group);
	}
	return [...groups];
}

const isFilled = (group: readonly PassportRecord[]): boolean => group.length > 0;

/**
 * Returns each passport once: of several pictures without a difference, the reviewed one, then the more proven one, then
 * the later. Pictures that differ are rows of their own, and so are one person's two passports and rejected pictures.
 */
export function oncePerPassport(records: readonly PassportRecord[]): OnceEach {
	const standIn = new Map<PassportRecord, PassportRecord>();
	for (const group of linked(records.filter(({review}) => review.state !== 'rejected')).flatMap(withoutDifferences)) {
		const best = group.reduce((one, other) => (isBetter(other, one) ? other : one));
		for (const record of group) if (record !== best) standIn.set(record, best);
	}
	return {
		kept: records.filter(record => !standIn.has(record)),
		left: records.flatMap(record => {
			const sameAs = standIn.get(record);
			return sameAs ? [{record, sameAs}] : [];
		}),
	};
}
