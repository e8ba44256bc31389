/** An invented person's passport, as it would be printed. */
export type InventedPassport = {
	/** First two characters of line 1. */
	readonly type: string;
	readonly issuer: string;
	readonly nationality: string;
	readonly surname: string;
	readonly given: string;
	/** In the national script, where there is one. */
	readonly nationalName?: string;
	readonly number: string;
	/** ISO 8601, as all dates here. */
	readonly birth: string;
	readonly sex: 'F' | 'M' | '<';
	readonly expiry: string;
	/** Characters 29 to 42 of line 2. */
	readonly optional?: string;
	/** What only a Chinese passport has in print, as far as the service reads it. */
	readonly printed?: {
		readonly birthPlace: readonly [string, pinyin: string];
		readonly issuePlace: readonly [string, pinyin: string];
		readonly issued: string;
		readonly authority: string;
		readonly nationality: string;
	};
};

export const chinesePassport: InventedPassport = {
	type: 'PO',
	issuer: 'CHN',
	nationality: 'CHN',
	surname: 'TANG',
	given: 'MEIQIAO',
	nationalName: '唐美乔',
	number: 'EC7316204',
	birth: '1994-05-27',
	sex: 'F',
	expiry: '2032-02-11',
	optional: 'LFPELHPD<<<<A9',
	printed: {
		birthPlace: ['云南', 'YUNNAN'],
		issuePlace: ['四川', 'SICHUAN'],
		issued: '2022-02-12',
		authority: '中华人民共和国国家移民管理局',
		nationality: '中国/CHINESE',
	},
};

export const utopianPassport: InventedPassport = {
	type: 'P<',
	issuer: 'UTO',
	nationality: 'UTO',
	surname: 'WINTERBERG',
	given: 'JONAS ALBIN',
	number: 'U51408827',
	birth: '1979-11-03',
	sex: 'M',
	expiry: '2029-06-30',
};

/** The same person with another number: as many different passports as a batch needs. */
export const numbered = (passport: InventedPassport, index: number): InventedPassport => ({
	...passport,
	number: `EC${String(7_000_000 + index)}`,
});

const weightOf = (character: string): number => {
	if (character === '<') return 0;
	return /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
};

/** ICAO 9303-3 §4.9. */
const digitOf = (text: string): string =>
	String([...text].reduce((sum, character, index) => sum + weightOf(character) * [7, 3, 1][index % 3]!, 0) % 10);

const fill = (text: string, length: number): string => text.replaceAll(' ', '<').slice(0, length).padEnd(length, '<');

const short = (date: string): string => date.slice(2).replaceAll('-', '');

/** Both lines of a TD3 MRZ, every check digit right. */
export function mrzOf(passport: InventedPassport): readonly [string, string] {
	const {type, issuer, nationality, surname, given, number, birth, sex, expiry, optional = ''} = passport;
	const one = fill(`${fill(type, 2)}${fill(issuer, 3)}${surname}<<${given}`, 44);
	const withDigit = (text: string) => text + digitOf(text);
	const numberPart = withDigit(fill(number, 9));
	const birthPart = withDigit(short(birth));
	const expiryPart = withDigit(short(expiry));
	const rest = fill(optional, 14);
	const optionalPart = rest + (optional === '' ? '<' : digitOf(rest));
	const composite = digitOf(numberPart + birthPart + expiryPart + optionalPart);
	return [one, `${numberPart}${fill(nationality, 3)}${birthPart}${sex}${expiryPart}${optionalPart}${composite}`];
}
