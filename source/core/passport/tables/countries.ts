import {alpha2Of, icaoName} from './codes.ts';

const names = new Map<'en' | 'zh', Intl.DisplayNames>();

function displayNames(language: 'en' | 'zh'): Intl.DisplayNames {
	let found = names.get(language);
	if (!found) {
		found = new Intl.DisplayNames([language === 'zh' ? 'zh-Hans' : 'en'], {type: 'region', fallback: 'code'});
		names.set(language, found);
	}
	return found;
}

/**
 * The name of a code of the MRZ or of an export (`D`, `DEU`, `CHN`, `XXA`): names of states from the Unicode CLDR that
 * comes with Node, ICAO's own codes from our table. The code itself when it is unknown.
 */
export function countryName(code: string, language: 'en' | 'zh'): string {
	const own = icaoName(code, language);
	if (own !== undefined) return own;
	const two = alpha2Of(code);
	return two === undefined ? code : (displayNames(language).of(two) ?? code);
}
