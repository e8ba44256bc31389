import type {PassportRecord} from '../core/records/record.ts';
import {type Relation, relationsByPath} from '../core/review/people.ts';
import {messages} from '../text/index.ts';
import {fileName} from './format.ts';
import type {AppState} from './state.ts';

const order: readonly Relation['kind'][] = ['samePicture', 'samePassport', 'samePerson'];

/** How a picture belongs to others of the batch: the closest relation, and the other pictures. */
export function kinOf(
	{review}: AppState,
	path: string,
): {readonly kind: Relation['kind']; readonly others: readonly string[]} | undefined {
	const own = relationsByPath(review.records).get(path);
	if (!own) return undefined;
	const kind = order.find(one => own.some(relation => relation.kind === one))!;
	const others = own.filter(relation => relation.kind === kind).flatMap(({paths}) => paths);
	return {kind, others: [...new Set(others)].filter(other => other !== path)};
}

/** It in a sentence: what it is, and what to do. */
export function kinSentence(state: AppState, record: PassportRecord): string | undefined {
	const kin = kinOf(state, record.path);
	if (!kin) return undefined;
	const {list} = messages(state.language);
	return list.kin[kin.kind](fileName(kin.others[0]!), kin.others.length - 1);
}
