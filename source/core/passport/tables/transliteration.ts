/**
 * National characters and what an MRZ may print for them: ICAO 9303-3 §6, tables A (Latin) and B (Cyrillic). Several
 * spellings are valid for some, so names are compared by set and never "corrected". The first is the recommended one.
 */
const latin =
	'Ä:AE,A Å:AA,A Æ:AE Ö:OE,O Ø:OE,O Œ:OE Ü:UE,UXX,U,YU,V Ñ:N,NXX ß:SS ẞ:SS Þ:TH Ð:D Đ:D Ħ:H ı:I ĸ:Q Ĳ:IJ Ł:L Ŀ:L Ŋ:N Ŧ:T ' +
	'Ə:E Ş:S,SH Ç:C,CH Ğ:G,GH Č:C,CH Š:S,SH Ž:Z,ZH Ć:C,CH Ģ:G Ķ:K Ļ:L Ņ:N Ț:T,TS Ș:S,SH';

const cyrillic =
	'А:A Б:B В:V Г:G,H Ґ:G Д:D Ђ:D,DJ Ѓ:G,GJ Е:E,YE,IE Ё:E,IO,YO Є:IE,YE Ж:ZH,Z,J З:Z Ѕ:DZ И:I,Y І:I Ї:I,YI Й:I,Y Ј:J К:K Ќ:K,KJ Л:L Љ:LJ ' +
	'М:M Н:N Њ:NJ О:O П:P Р:R С:S Т:T Ћ:C У:U Ў:U Ф:F Х:KH,H,KH Ц:TS,C Ч:CH,C Џ:DZ,DZH Ш:SH,S Щ:SHCH,SHT,SCH Ъ:IE,A, Ы:Y ' +
	'Ь:, Э:E Ю:IU,YU,JU Я:IA,YA,JA';

const table = new Map<string, readonly string[]>();
for (const entry of `${latin} ${cyrillic}`.split(' ')) {
	const [character, spellings] = entry.split(':');
	table.set(character!, [...new Set(spellings!.split(','))]);
}

const marks = /[\u0300-\u036f]/g;

/** What the MRZ may print for one character in capitals; the letter without its mark where no table names it. */
export function spellings(character: string): readonly string[] {
	const found = table.get(character);
	if (found) return found;
	if (character >= 'A' && character <= 'Z') return [character];
	const bare = character.normalize('NFD').replace(marks, '');
	if (bare === character) return /\p{L}/u.test(character) ? [character] : [''];
	// A mark that the tables do not name is dropped (9303-3 §6 A).
	return [bare.length === 1 ? bare : [...bare].map(one => spellings(one)[0]).join('')];
}

/** Capitals in one composed form, so that each character is one entry of the tables. */
export const capitals = (text: string): string => text.normalize('NFC').toUpperCase().normalize('NFC');

/** Text in capitals that an MRZ could hold, by the recommended spelling of each letter; other signs are left as they are. */
export const transliterate = (text: string): string =>
	[...capitals(text)]
		.map(character =>
			character <= '\u007e' || !/\p{L}/u.test(character) ? character : (spellings(character)[0] ?? ''),
		)
		.join('');
