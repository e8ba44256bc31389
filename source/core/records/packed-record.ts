import {deserialize, serialize} from 'node:v8';
import {deflateRawSync, inflateRawSync} from 'node:zlib';
import type {PassportRecord} from './record.ts';

/** Nearly all of a record: every value with its evidence, the answer of a service, the places in the picture. */
const packedKeys = ['passport', 'answer', 'geometry'] as const;

type Packed = Pick<PassportRecord, (typeof packedKeys)[number]>;

/**
 * Returns a function that packs records: what each holds takes about 1 kB instead of 5 (serialized, of the sample
 * passports) until it is asked for. A packed record is used as any other. The part that was asked for last is held as it
 * is, and a copy of a record is not packed.
 */
export function recordPacker(): (record: PassportRecord) => PassportRecord {
	const packs = new WeakMap<PassportRecord, string>();
	let last: {readonly pack: string | undefined; readonly part: Packed} | undefined;
	/** What all records have in common is in the first one. */
	let dictionary: Buffer | undefined;

	const partOf = (record: PassportRecord): Packed => {
		const pack = packs.get(record)!;
		if (last?.pack !== pack)
			last = {pack, part: deserialize(inflateRawSync(Buffer.from(pack, 'latin1'), {dictionary}))};
		return last.part;
	};
	const properties = Object.fromEntries(
		packedKeys.map(key => {
			// One function for all records: each with its own would make each a class of its own for V8.
			const property: PropertyDescriptor & ThisType<PassportRecord> = {
				get() {
					return partOf(this)[key];
				},
				enumerable: true,
			};
			return [key, property];
		}),
	);
	return record => {
		if (packs.has(record)) return record;
		const {passport, answer, geometry, ...rest} = record;
		const part: Packed = {passport, ...(answer ? {answer} : {}), ...(geometry ? {geometry} : {})};
		const packed = rest as PassportRecord;
		for (const key of packedKeys) if (key in part) Object.defineProperty(packed, key, properties[key]!);
		const content = serialize(part);
		dictionary ??= content;
		const pack = deflateRawSync(content, {dictionary, level: 1}).toString('latin1');
		packs.set(packed, pack);
		last = {pack, part};
		return packed;
	};
}
