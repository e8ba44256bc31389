import type {Issue} from '../../passport/passport.ts';
import type {LineReading, Reading, StatedValue} from '../../passport/reading.ts';
import type {ChosenCard, Members} from './card.ts';
import {serviceFields} from './fields.ts';

/** Changes when an answer is understood in another way. What was paid for is kept all the same. */
export const version = '1';

/** The two lines; both may stand in one member without a break. */
function linesOf({mrz_line1: one = '', mrz_line2: two = '', ocr_mrz: both = ''}: Members): readonly LineReading[] {
	if (one !== '' && two !== '') return [{text: one}, {text: two}];
	const joined = both.replace(/\s/g, '');
	if (joined.length === 88) return [{text: joined.slice(0, 44)}, {text: joined.slice(44)}];
	return one === '' && two === '' ? [] : [{text: one}, {text: two}];
}

/** `TANG,MEIQIAO`: how the service writes a printed name whose parts it does not give by themselves. */
function printedNames(members: Members): readonly StatedValue[] {
	if (members.surname_english_visual || members.given_name_english_visual) return [];
	const [surname, given, ...more] = (members.name_english_visual ?? members.name_pinyin ?? '').split(',');
	if (!surname?.trim() || !given?.trim() || more.length > 0) return [];
	return [
		{field: 'surname_english', text: surname.trim(), zone: 'printed'},
		{field: 'given_name_english', text: given.trim(), zone: 'printed'},
	];
}

function statedBy(members: Members): readonly StatedValue[] {
	const stated = serviceFields.flatMap(({key, says, zone}): readonly StatedValue[] => {
		const text = members[key];
		return says && text && zone !== 'derived' ? [{field: says, text, zone}] : [];
	});
	return [...stated, ...printedNames(members)];
}

/** Another passport in the picture that nobody has read. */
const unread = (count: number): Issue => ({code: 'several-passports', params: {count}, blocks: true});

/**
 * A passport's card as a reading: its lines without any confidence, because the service gives none, and its words
 * about fields. All of it is a claim until `judge` has weighed it.
 */
export function readingOf({members, passports}: ChosenCard): Reading {
	return {
		engine: 'xiangyun',
		shape: 'TD3',
		lines: linesOf(members),
		stated: statedBy(members),
		members,
		...(passports > 1 ? {issues: [unread(passports)]} : {}),
	};
}
