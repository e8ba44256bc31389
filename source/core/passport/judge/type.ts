import type {Slot} from '../model/layouts.ts';
import type {Reason} from '../model/passport.ts';
import type {LineReading} from '../model/reading.ts';
import {bareCode} from '../tables/codes.ts';
import {documentKind} from '../tables/document-kinds.ts';
import {classTwins} from '../tables/look-alikes.ts';
import {type Finding, finding, levelOfReading, offered, reason, refuted} from './finding.ts';
import {readingConfidence} from './reading-confidence.ts';
import {thresholds} from './thresholds.ts';
import {unseenReason} from './unseen.ts';

/** The document code (ICAO 9303-4 §4.2.2.1): P, then a letter at the issuer's discretion or a filler. */
export function judgeType(line: LineReading | undefined, raw: string, slot: Slot, issuer: string): Finding {
	const key = 'document_type';
	const value = raw.replaceAll('<', '');
	const missing = unseenReason(line, slot[1], slot[2]);
	if (missing) return refuted(missing, {key, value, raw, level: 'unverified'});
	if (!/^[A-Z][A-Z<]$/.test(raw)) {
		const position = /^[A-Z]/.test(raw) ? 1 : 0;
		const params = {character: raw[position] ?? '', position: position + 1};
		const offers = [...classTwins(raw[position] ?? '')].map(twin => (position === 0 ? twin + raw[1] : raw[0] + twin));
		return refuted(reason('wrong-character', params), {
			key,
			value,
			raw,
			alternatives: offered(offers, value, undefined),
		});
	}
	const read = levelOfReading(readingConfidence(line, slot[1], slot[2], thresholds.typeMargin));
	const reasons: Reason[] = [...read.reasons];
	const kind = documentKind(value, bareCode(issuer));
	if (kind) reasons.push(reason('document-kind', {kind, issuer: bareCode(issuer)}));
	else if (value.length > 1) reasons.push(reason('unknown-type', {code: value}));
	return finding({key, value, raw, level: read.level, reasons});
}
