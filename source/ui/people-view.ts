import type {PassportRecord} from '../core/records/record.ts';
import {kinIn} from '../core/review/kin.ts';
import {messages} from '../text/index.ts';
import {fileName} from './format.ts';
import type {AppState} from './state.ts';

/** How a passport belongs to others of the batch, in a sentence: what it is, and what to do. */
export function kinSentence({review, language}: AppState, record: PassportRecord): string | undefined {
	const kin = kinIn(review.records, record);
	if (!kin) return undefined;
	return messages(language).list.kin[kin.kind](fileName(kin.others[0]!), kin.others.length - 1);
}

/** The same in a few cells, for a column. */
export function kinNote({review, language}: AppState, record: PassportRecord): string | undefined {
	const kin = kinIn(review.records, record);
	return kin && messages(language).list.same[kin.kind](fileName(kin.others[0]!));
}
