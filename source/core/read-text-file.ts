import {readFile} from 'node:fs/promises';
import {decodeText} from './decode-text.ts';
import {openingError} from './opening-error.ts';

/** The text of a file in UTF-8 or UTF-16. @throws AppError FILE_NOT_FOUND, NOT_READABLE */
export const readTextFile = async (path: string): Promise<string> =>
	decodeText(
		await readFile(path).catch(error => {
			throw openingError(path, error);
		}),
	);
