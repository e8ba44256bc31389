import {expect, test} from 'vitest';
import {parseMrz} from '../../../../source/core/passport/mrz/parse.ts';
import {at, mrz} from '../support.ts';

const gbr = mrz({issuer: 'GBR', number: '107182890'});
const short = mrz({issuer: 'CAN', number: 'ZE000509'});
const unknown = mrz({issuer: 'QQQ', number: '107182890'});
const td1 = [
	'I<UTOD231458907<<<<<<<<<<<<<<<',
	'7408122F1204159UTO<<<<<<<<<<<6',
	'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
] as const;
const td2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'] as const;
const visaA = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'] as const;
const visaB = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'] as const;

/** A line without some characters, or with more, from a position from 1. */
const without = (line: string, position: number, count = 1) =>
	line.slice(0, position - 1) + line.slice(position - 1 + count);
const within = (line: string, position: number, more: string) =>
	line.slice(0, position - 1) + more + line.slice(position - 1);

/** The shape, whether the lines are those that were meant, and all notes. */
function saidOf(text: string, meant: readonly string[]): string {
	const {reading, notes} = parseMrz(text);
	const texts = reading?.lines.map(line => line.text).join('\n');
	const read = reading ? `${reading.shape} ${texts === meant.join('\n') ? 'whole' : 'other'}` : 'none';
	const said = notes.map(({code, blocks, params = {}}) =>
		[`${blocks ? '! ' : ''}${code}`, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' '),
	);
	return [read, ...said].join(' | ');
}

test.each<[string, readonly string[], readonly string[], string]>([
	['two lines', gbr, gbr, 'TD3 whole'],
	['upside down', [gbr[1], gbr[0]], gbr, 'none | ! lines-swapped'],
	['one line of 88', [gbr.join('')], gbr, 'TD3 whole'],
	['a line of 87', [gbr.join('').slice(1)], gbr, 'none | ! no-zone'],
	['a filler lost behind the P', [without(gbr[0], 2), gbr[1]], gbr, 'TD3 whole | realigned line=1 from=43 to=44'],
	['a letter of the state lost', [without(gbr[0], 4), gbr[1]], gbr, 'TD3 whole | ! realigned line=1 from=43 to=44'],
	[
		'the first letter of the state lost',
		[without(gbr[0], 3), gbr[1]],
		gbr,
		'TD3 whole | ! realigned line=1 from=43 to=44',
	],
	[
		'fillers lost at the end of the names',
		[without(gbr[0], 40, 2), gbr[1]],
		gbr,
		'TD3 whole | realigned line=1 from=42 to=44',
	],
	['a letter of the name lost', [without(gbr[0], 7), gbr[1]], gbr, 'TD3 other | realigned line=1 from=43 to=44'],
	['three fillers lost', [without(gbr[0], 40, 3), gbr[1]], gbr, 'none | ! wrong-length line=1 from=41 to=44'],
	['a filler too many', [`${gbr[0]}<`, gbr[1]], gbr, 'TD3 whole | realigned line=1 from=45 to=44'],
	['two fillers too many', [`${gbr[0]}<<`, gbr[1]], gbr, 'TD3 whole | realigned line=1 from=46 to=44'],
	['three too many', [`${gbr[0]}<<<`, gbr[1]], gbr, 'none | ! wrong-length line=1 from=47 to=44'],
	['a letter too many behind the fillers', [`${gbr[0]}A`, gbr[1]], gbr, 'TD3 whole | ! realigned line=1 from=45 to=44'],
	['a letter doubled in the name', [within(gbr[0], 7, 'R'), gbr[1]], gbr, 'TD3 other | realigned line=1 from=45 to=44'],
	[
		'a filler lost in the number',
		[short[0], without(short[1], 9)],
		short,
		'TD3 whole | realigned line=2 from=43 to=44',
	],
	['a digit lost in the number', [gbr[0], without(gbr[1], 4)], gbr, 'TD3 other | ! realigned line=2 from=43 to=44'],
	['the last digit lost', [gbr[0], gbr[1].slice(0, -1)], gbr, 'TD3 other | realigned line=2 from=43 to=44'],
	[
		'two fillers lost in the optional data',
		[gbr[0], without(gbr[1], 30, 2)],
		gbr,
		'TD3 whole | realigned line=2 from=42 to=44',
	],
	['three lost', [gbr[0], without(gbr[1], 30, 3)], gbr, 'none | ! wrong-length line=2 from=41 to=44'],
	[
		'a digit doubled in the number',
		[gbr[0], within(gbr[1], 3, gbr[1].charAt(2))],
		gbr,
		'TD3 whole | realigned line=2 from=45 to=44',
	],
	[
		'a filler doubled in the number',
		[short[0], within(short[1], 9, '<')],
		short,
		'TD3 whole | realigned line=2 from=45 to=44',
	],
	['a digit put in', [gbr[0], within(gbr[1], 3, '5')], gbr, 'TD3 whole | ! realigned line=2 from=45 to=44'],
	['a letter put in at the end', [gbr[0], `${gbr[1]}A`], gbr, 'TD3 whole | realigned line=2 from=45 to=44'],
	[
		'two characters put in at once',
		[gbr[0], within(gbr[1], 3, '55')],
		gbr,
		'TD3 whole | realigned line=2 from=46 to=44',
	],
	[
		'a digit doubled in the birth',
		[gbr[0], within(gbr[1], 15, gbr[1].charAt(13))],
		gbr,
		'TD3 whole | realigned line=2 from=45 to=44',
	],
	[
		'both lines a character short',
		[without(gbr[0], 44), without(gbr[1], 30)],
		gbr,
		'TD3 whole | realigned line=1 from=43 to=44 | realigned line=2 from=43 to=44',
	],
	['the second line alone', [gbr[1]], gbr, 'none | ! line-missing length=44'],
	['the first line alone', [gbr[0]], gbr, 'none | ! line-missing length=44'],
	['the first line twice', [gbr[0], gbr[0]], gbr, 'TD3 other'],
	['no line', ['hello'], gbr, 'none | capitals | ! no-zone'],
	['spaces for fillers', gbr.map(line => line.replaceAll('<', ' ')), gbr, 'none | ! wrong-length line=1 from=25 to=44'],
	['spaces between groups of characters', gbr.map(line => line.replace(/.{11}/g, '$& ').trim()), gbr, 'TD3 whole'],
	[
		'fillers as guillemets',
		gbr.map(line => line.replaceAll('<<', '«')),
		gbr,
		'TD3 whole | characters-replaced from=« to=<<',
	],
	[
		'another text before and after',
		['Passport of Anna Eriksson', ...gbr, 'page 2 of 3'],
		gbr,
		'TD3 whole | capitals | text-ignored lines=2',
	],
	['a Cyrillic А in the name', [gbr[0].replace('A', 'А'), gbr[1]], gbr, 'TD3 whole | ! homoglyph character=А as=A'],
	['a Greek Ο in the number', [gbr[0], at(gbr[1], 1, 'Ο')], gbr, 'TD3 other | ! homoglyph character=Ο as=O'],
	['a comma in the name', [within(gbr[0], 9, ','), gbr[1]], gbr, 'TD3 whole | ! characters-removed characters=,'],
	['lower case', gbr.map(line => line.toLowerCase()), gbr, 'TD3 whole | capitals'],
	[
		'an invisible character',
		[within(gbr[0], 9, '\u200b'), gbr[1]],
		gbr,
		'TD3 whole | characters-removed characters=U+200B, ESC, …',
	],
	[
		'an escape sequence',
		[`\u001b[31m${gbr[0]}\u001b[0m`, gbr[1]],
		gbr,
		'TD3 whole | characters-removed characters=U+200B, ESC, …',
	],
	[
		'more than 32 lines before it',
		[...Array.from({length: 40}, (_, index) => `LINE ${index}`), ...gbr],
		gbr,
		'TD3 whole | text-ignored lines=30',
	],
	['a card of three lines', td1, td1, 'TD1 whole'],
	['a card in one line', [td1.join('')], td1, 'TD1 whole'],
	[
		'a card whose second line lost a filler',
		[td1[0], without(td1[1], 20), td1[2]],
		td1,
		'TD1 whole | realigned line=2 from=29 to=30',
	],
	[
		'a card whose first line lost a filler',
		[without(td1[0], 20), td1[1], td1[2]],
		td1,
		'TD1 whole | realigned line=1 from=29 to=30',
	],
	[
		'a letter of a state lost that no list has',
		[without(unknown[0], 4), unknown[1]],
		unknown,
		'TD3 other | realigned line=1 from=43 to=44',
	],
	['lines upside down, one of them too short', [gbr[1].slice(0, 40), gbr[0]], gbr, 'none | ! line-missing length=40'],
	[
		'a sentence instead of the names, and numbers',
		['PLEASE READ THESE PASSPORTS BEFORE THE EVENING AND THE NIGHT', gbr[1]],
		gbr,
		'none | ! line-missing length=44',
	],
	['more behind it than a page has', [...gbr, 'x'.repeat(5000)], gbr, 'none | text-ignored | capitals | ! no-zone'],
	[
		'more strange characters than are listed',
		[`${gbr[0]}!?#%&;`, gbr[1]],
		gbr,
		'TD3 whole | ! characters-removed characters=! ? # % &',
	],
	['a card of two lines', td2, td2, 'TD2 whole'],
	['a card of two lines in one', [td2.join('')], td2, 'TD2 whole'],
	[
		'a card of two lines, one a character short',
		[td2[0], without(td2[1], 30)],
		td2,
		'TD2 whole | realigned line=2 from=35 to=36',
	],
	['a visa', visaA, visaA, 'MRV-A whole'],
	['a small visa', visaB, visaB, 'MRV-B whole'],
	['a visa a filler short', [visaA[0].slice(0, -1), visaA[1]], visaA, 'MRV-A whole | realigned line=1 from=43 to=44'],
])('text with %s', (_, lines, meant, expected) => {
	expect(saidOf(lines.join('\n'), meant)).toBe(expected);
});
