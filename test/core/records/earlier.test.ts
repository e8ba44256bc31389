import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {isPrintedOnly} from '../../../source/core/passport/model/fields.ts';
import {fromJson} from '../../../source/core/records/json/from-json.ts';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import {legacyVersion} from '../../../source/core/records/legacy/record.ts';

type Kept = {
	readonly name: string;
	readonly json: {
		readonly passport_ocr: {
			readonly engine_version: string;
			readonly status: string;
			readonly issues: unknown;
			readonly evidence: Readonly<Record<string, {readonly value: string; readonly level: string}>>;
			readonly review: unknown;
		};
	};
};

/** Sidecars of invented people as version 0.1.0 wrote them. */
const earlier: readonly Kept[] = readFileSync(new URL('../../support/earlier-sidecars.ndjson', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.map(line => JSON.parse(line));

test.each(earlier)('what an earlier version wrote opens as it was: $name', ({json}) => {
	const {status, issues, evidence, review, engine_version} = json.passport_ocr;
	const sidecar = fromJson(json);
	if (sidecar.kind !== 'ours') throw new Error(sidecar.kind);
	const record = sidecar.record('a.jpg');
	expect(record.passport.status).toBe(status);
	expect(record.passport.issues).toEqual(issues);
	expect(record.review).toEqual(review);
	for (const {
		key,
		value,
		evidence: {level},
	} of record.passport.fields) {
		// What only the page prints was text beside the fields.
		if (isPrintedOnly(key))
			expect(Object.values(json), key).toContain(key.endsWith('_place') ? value.split('/')[0] : value);
		else expect({value, level}, key).toMatchObject({value: evidence[key]!.value, level: evidence[key]!.level});
	}

	// Written again it is the same file, but for the answer that an original result now keeps, and for what only the page
	// prints, which is among the fields and no longer under the keys of a service.
	const {passport_ocr: own, ...flat} = toJson({
		...record,
		path: String((json as Record<string, unknown>).source_image),
	});
	const {passport_ocr: before, ...flatBefore} = json;
	expect(own).toMatchObject({status, issues, evidence, review});
	if (engine_version === legacyVersion) return;
	expect(flat).toMatchObject(flatBefore);
	const others = (member: object) => ({...member, evidence: undefined, geometry: undefined});
	expect(others(own as object)).toEqual(others(before));
});
