import {fields} from '../../passport/model/fields.ts';
import type {Later} from '../record.ts';
import {isObject} from './exact-shape.ts';
import {ownMember} from './schema.ts';

const fieldKeys: ReadonlySet<string> = new Set(fields.map(({key}) => key));

/** `validity` is printed, and never kept. */
const memberKeys: ReadonlySet<string> = new Set([...Object.keys(ownMember.shape), 'validity']);

const only = (object: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>, has: boolean) =>
	Object.fromEntries(Object.entries(object).filter(([key]) => keys.has(key) === has && key !== '__proto__'));

/** Our member of a sidecar without what this version does not know of, and that. */
export function splitLater(own: unknown): {readonly known: unknown; readonly later: Later | undefined} {
	if (!isObject(own) || !isObject(own.evidence)) return {known: own, later: undefined};
	const later = {members: only(own, memberKeys, false), evidence: only(own.evidence, fieldKeys, false)};
	const {review} = own;
	const known = {
		...own,
		evidence: only(own.evidence, fieldKeys, true),
		...(isObject(review) ? {review: withKnownFields(review)} : {}),
	};
	const isEmpty = Object.keys(later.members).length + Object.keys(later.evidence).length === 0;
	return {known, later: isEmpty ? undefined : later};
}

const withKnownFields = (review: Readonly<Record<string, unknown>>) => ({
	...review,
	...(isObject(review.edits) ? {edits: only(review.edits, fieldKeys, true)} : {}),
	...(Array.isArray(review.confirmed) ? {confirmed: review.confirmed.filter(key => fieldKeys.has(key))} : {}),
});
