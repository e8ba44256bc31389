import {cleanText} from '../../clean-text.ts';
import {AppError} from '../../errors.ts';
import type {Answer} from './answer.ts';
import {refusalOf, saidBy} from './errors.ts';
import {fieldOfDesc, fieldOfKey, keyOfDesc, portraitDesc} from './fields.ts';
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

/** A longer text is no field of a passport: a portrait, or rubbish. */
const longestContent = 2000;

/** Without its type a card is a passport's only if it has one of these. */
const telling = new Set(['mrz_line1', 'mrz_line2', 'ocr_mrz', 'passport_number', 'passport_number_mrz']);

/** Full-width letters, digits and blanks as plain ones. Other characters stay: in a name they may be meant. */
const narrow = (text: string): string =>
	text
		.replace(/[\uff01-\uff5e]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
		.replaceAll('\u3000', ' ');

/** Of a field that comes twice the first that says something counts. */
function membersOf({items}: RawCard): Members {
	const members: Record<string, string> = {};
	for (const {desc, content} of items) {
		if (desc.trim() === '' || desc.trim() === portraitDesc || content.length > longestContent) continue;
		const known = fieldOfDesc(desc) ?? fieldOfKey(desc);
		// A field of an unknown name is text from outside in its key as well.
		const key = known?.key ?? cleanText(keyOfDesc(desc)).slice(0, 60);
		const value = cleanText(narrow(content)).trim();
		if (value !== '' && key !== '__proto__') members[key] ??= value;
	}
	return members;
}

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
