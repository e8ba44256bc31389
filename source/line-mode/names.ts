import {fileName} from '../text/format.ts';
import {type Language, messages} from '../text/index.ts';

/** More of them are not listened to. */
const most = 8;

/** Names of pictures in one line: of many the first, and how many more. */
export function fileNames(language: Language, paths: readonly string[]): string {
	const {plain} = messages(language);
	const names = paths.slice(0, most).map(fileName);
	if (paths.length > most) names.push(plain.andMore(paths.length - most));
	return names.join(plain.comma);
}
