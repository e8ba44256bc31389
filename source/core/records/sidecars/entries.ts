import {compareParts, fileOf, partOf} from '../../picture-address.ts';
import {isObject} from '../json/exact-shape.ts';
import {fromJson, type Sidecar} from '../json/from-json.ts';
import type {PassportRecord} from '../record.ts';

/**
 * One passport, or one page that could not be read, in the sidecar of a picture: `part` is what follows the file in its
 * address, `json` its object without the other entries. What a later version keeps in another form has a `json` only.
 */
export type SidecarEntry = {
	readonly part: string;
	readonly json: Readonly<Record<string, unknown>>;
	readonly sidecar: Sidecar;
};

type OwnObject = Readonly<Record<string, unknown>> & {readonly passport_ocr: Readonly<Record<string, unknown>>};

/** Returns every entry of a sidecar that this program wrote, the first one first; none of another program's. */
export function entriesOf(sidecar: Sidecar | undefined): readonly SidecarEntry[] {
	if (sidecar?.kind !== 'ours' && sidecar?.kind !== 'failed') return [];
	const {others, ...own} = (sidecar.json as OwnObject).passport_ocr;
	const first = {...(sidecar.json as OwnObject), passport_ocr: own};
	return [first, ...(Array.isArray(others) ? others.filter(isObject) : [])].map(json => {
		const one = json === first ? sidecar : fromJson(json);
		return {part: 'source' in one && one.source !== undefined ? partOf(one.source) : '', json, sidecar: one};
	});
}

/** Every entry of a sidecar as a sidecar of its own; of another program's file, the file. */
export function eachIn(sidecar: Sidecar): readonly Sidecar[] {
	if (!hasOthers(sidecar)) return [sidecar];
	const entries = entriesOf(sidecar);
	return entries.length === 0 ? [sidecar] : entries.map(entry => entry.sidecar);
}

/** Whether there are further passports and pages of the same picture. */
export const hasOthers = (sidecar: Sidecar): boolean =>
	(sidecar.kind === 'ours' || sidecar.kind === 'failed') &&
	(sidecar.json as OwnObject).passport_ocr.others !== undefined;

/** The content of a sidecar with these entries: the first that was read leads, so that other programs find a passport. */
export function sidecarJson(entries: readonly SidecarEntry[]): unknown {
	const sorted = [...entries].sort((a, b) => compareParts(`x${a.part}`, `x${b.part}`));
	const head = sorted.find(({json}) => json.success === true) ?? sorted[0]!;
	const others = sorted.filter(entry => entry !== head).map(({json}) => json);
	if (others.length === 0) return head.json;
	return {...head.json, passport_ocr: {...(head.json as OwnObject).passport_ocr, others}};
}

/** An entry that is about to be kept. */
export function newEntry(path: string, json: unknown): SidecarEntry {
	return {part: partOf(path), json: json as SidecarEntry['json'], sidecar: fromJson(json)};
}

/**
 * The record of an entry; none where its page could not be read.
 *
 * @param path Of any passport of its picture.
 */
export const recordIn = ({part, sidecar}: SidecarEntry, path: string): PassportRecord | undefined =>
	sidecar.kind === 'ours' ? sidecar.record(`${fileOf(path)}${part}`) : undefined;
