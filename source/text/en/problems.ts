import {cleanText} from '../../core/clean-text.ts';
import type {ErrorCode} from '../../core/errors.ts';
import {isOfService} from '../details.ts';

const words: Readonly<Record<string, string>> = {
	FILE_NOT_FOUND: 'file is gone',
	NOT_READABLE: 'cannot be read',
	NOT_A_FILE: 'not a file',
	NOT_AN_IMAGE: 'not a picture',
	DAMAGED_IMAGE: 'cut off or damaged',
	UNSUPPORTED_IMAGE: 'format cannot be read',
	TOO_LARGE: 'too large',
	TOO_SMALL: 'too small to be read',
	NO_PASSPORT_FOUND: 'no passport found',
	BLANK_PAGE: 'blank page',
	OTHER_DOCUMENT: 'another document',
	CANCELLED: 'stopped',
	NETWORK: 'service not reached',
	TIMEOUT: 'service did not answer',
	BAD_RESPONSE: 'answer not understood',
	SERVICE: 'refused by the service',
	SERVICE_BROKEN: 'not sent, service fails',
	CONFIG_MISSING: 'no account',
	KEYCHAIN: 'keychain locked',
	NOT_DOWNLOADED: 'could not be downloaded',
	CREDENTIALS_REFUSED: 'key or secret refused',
	QUOTA_USED_UP: 'no calls left',
	BALANCE_USED_UP: 'no money left',
	SERVICE_BUSY: 'service is busy',
	CALL_LIMIT: 'limit of calls reached',
	INTERNAL: 'internal error, please report',
} satisfies Partial<Record<ErrorCode, string>>;

/** Three or four words about a picture that could not be read; the whole sentence is below the list. */
export const problems = (code: string) =>
	words[code] ?? (isOfService(code) ? `refused by the service (${code})` : cleanText(code));
