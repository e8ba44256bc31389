import {AppError} from '../../errors.ts';
import type {ServiceAnswer} from '../../passport/model/reading.ts';
import {serviceAnswer} from '../../passport/printed/service-reading.ts';
import type {Answer} from './answer.ts';
import {refusalOf, saidBy} from './errors.ts';
import type {RawCard} from './raw-card.ts';

export type ChosenCard = {
	/** The contents of the passport's card, in the order of the answer. Empty ones are left out. */
	readonly answer: ServiceAnswer;
	/** How many passports the answer holds; the first is taken. */
	readonly passports: number;
};

/** What the service calls a passport. */
const passportType = '13';

/** Without its type a card is a passport's only if it has one of these. */
const telling = new Set(['mrz_line1', 'mrz_line2', 'ocr_mrz', 'passport_number', 'passport_number_mrz']);

const answerOf = ({items}: RawCard): ServiceAnswer =>
	serviceAnswer(items.map(({desc, content}) => [desc, content] as const));

/**
 * The passport of an answer.
 *
 * @throws AppError what the service refused (`refusalOf`), OTHER_DOCUMENT {type} for another document's card.
 */
export function passportCard(response: Answer): ChosenCard {
	if (response.status !== undefined && response.status < 0) throw refusalOf(response);
	const cards = response.cards.map(card => ({type: card.type?.trim(), answer: answerOf(card)}));
	const passports = cards.filter(({type, answer}) =>
		type === undefined || type === ''
			? Object.keys(answer).some(key => telling.has(key))
			: type === passportType && Object.keys(answer).length > 0,
	);
	const [first] = passports;
	if (first) return {answer: first.answer, passports: passports.length};
	const other = cards.find(({type, answer}) => type && type !== passportType && Object.keys(answer).length > 0);
	if (other?.type) throw new AppError('OTHER_DOCUMENT', {...wordsOf(response), type: other.type});
	throw refusalOf(response);
}

const wordsOf = (answer: Answer) => {
	const {message} = saidBy(answer);
	return message === undefined ? {} : {message};
};
