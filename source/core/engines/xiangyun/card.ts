import {AppError} from '../../errors.ts';
import {serviceMembers} from '../../passport/printed/service-reading.ts';
import type {Answer} from './answer.ts';
import {refusalOf, saidBy} from './errors.ts';
import type {RawCard} from './raw-card.ts';

/** The contents of a passport's card under the original skill's keys, in the order of the answer. Empty ones are left out. */
export type Members = Readonly<Record<string, string>>;

export type ChosenCard = {
	readonly members: Members;
	/** How many passports the answer holds; the first is taken. */
	readonly passports: number;
};

/** What the service calls a passport. */
const passportType = '13';

/** Without its type a card is a passport's only if it has one of these. */
const telling = new Set(['mrz_line1', 'mrz_line2', 'ocr_mrz', 'passport_number', 'passport_number_mrz']);

const membersOf = ({items}: RawCard): Members =>
	serviceMembers(items.map(({desc, content}) => [desc, content] as const));

/**
 * The passport of an answer.
 *
 * @throws AppError what the service refused (`refusalOf`), OTHER_DOCUMENT {type} for another document's card.
 */
export function passportCard(answer: Answer): ChosenCard {
	if (answer.status !== undefined && answer.status < 0) throw refusalOf(answer);
	const cards = answer.cards.map(card => ({type: card.type?.trim(), members: membersOf(card)}));
	const passports = cards.filter(({type, members}) =>
		type === undefined || type === ''
			? Object.keys(members).some(key => telling.has(key))
			: type === passportType && Object.keys(members).length > 0,
	);
	const [first] = passports;
	if (first) return {members: first.members, passports: passports.length};
	const other = cards.find(({type, members}) => type && type !== passportType && Object.keys(members).length > 0);
	if (other?.type) throw new AppError('OTHER_DOCUMENT', {...wordsOf(answer), type: other.type});
	throw refusalOf(answer);
}

const wordsOf = (answer: Answer) => {
	const {message} = saidBy(answer);
	return message === undefined ? {} : {message};
};
