/**
 * The kinds of error. Core never writes sentences: an error is a code with parameters, and `text/` says it in the
 * person's language, with what happened and what to do next.
 *
 * - `user`: the input or the usage; the person can mend it.
 * - `service`: the cloud refused or could not be reached.
 * - `bug`: ours. Only these ever show a stack, and only in a log.
 */
export type ErrorKind = 'user' | 'service' | 'bug';

const kinds = {
	USAGE: 'user',
	CONFIG_MISSING: 'user',
	KEYCHAIN: 'user',
	FILE_NOT_FOUND: 'user',
	NOT_READABLE: 'user',
	NOT_A_FILE: 'user',
	NOT_AN_IMAGE: 'user',
	DAMAGED_IMAGE: 'user',
	UNSUPPORTED_IMAGE: 'user',
	NOT_DOWNLOADED: 'user',
	TOO_LARGE: 'user',
	TOO_SMALL: 'user',
	NO_PICTURES: 'user',
	NO_PASSPORT_FOUND: 'user',
	BLANK_PAGE: 'user',
	OTHER_DOCUMENT: 'user',
	NOTHING_TO_EXPORT: 'user',
	NOT_A_LIST: 'user',
	TEMPLATE: 'user',
	NOT_WRITABLE: 'user',
	FOREIGN_FILE: 'user',
	CANCELLED: 'user',
	CALL_LIMIT: 'user',
	CREDENTIALS_REFUSED: 'service',
	QUOTA_USED_UP: 'service',
	BALANCE_USED_UP: 'service',
	SERVICE_BUSY: 'service',
	NETWORK: 'service',
	TIMEOUT: 'service',
	BAD_RESPONSE: 'service',
	SERVICE: 'service',
	SERVICE_BROKEN: 'service',
	INTERNAL: 'bug',
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof kinds;

export const errorCodes = Object.keys(kinds) as readonly ErrorCode[];

/** Values that the sentence about an error needs: a path, a size, the service's own words. */
export type ErrorDetails = Readonly<Record<string, string | number | readonly string[]>>;

/** An error with a stable code. `message` is for logs; the person reads `text/`. */
export class AppError extends Error {
	override readonly name = 'AppError';
	readonly code: ErrorCode;
	readonly kind: ErrorKind;
	readonly details: ErrorDetails;

	constructor(code: ErrorCode, details: ErrorDetails = {}, options?: {cause?: unknown}) {
		super(`${code} ${JSON.stringify(details)}`, options);
		this.code = code;
		this.kind = kinds[code];
		this.details = details;
	}
}

/** What the system says where a disk has no room or cannot be used: no error of this program. */
const ofDisk: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG']);

/** Any thrown value as an AppError; what is not ours becomes INTERNAL and keeps its cause. */
export function toAppError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	const {code, path} = (error ?? {}) as {readonly code?: unknown; readonly path?: unknown};
	if (ofDisk.has(code)) {
		return new AppError(
			'NOT_WRITABLE',
			{reason: String(code), ...(typeof path === 'string' ? {path} : {})},
			{cause: error},
		);
	}
	return new AppError('INTERNAL', {reason: error instanceof Error ? error.message : String(error)}, {cause: error});
}

/** The picture was not looked at: it may be fine. */
export const isUntried = ({code}: {readonly code: string}): boolean => code === 'CALL_LIMIT' || code === 'CANCELLED';

const hopeless: readonly ErrorCode[] = [
	'CONFIG_MISSING',
	'KEYCHAIN',
	'CREDENTIALS_REFUSED',
	'QUOTA_USED_UP',
	'BALANCE_USED_UP',
];

/** What is wrong with the account: no picture was read, nor will the next one be. */
export const isHopeless = (code: string): boolean => (hopeless as readonly string[]).includes(code);

/** The service is not there, or there is no way to it: the call certainly was not sent. */
export const isUnreached = ({code, details}: {readonly code: string; readonly details: ErrorDetails}): boolean =>
	code === 'NETWORK' && details.sent === undefined;

type Failed = {readonly code: string; readonly details: ErrorDetails};

/** The service turned the call away before it looked at the picture: it cannot have been charged. */
const free: readonly string[] = [...hopeless, 'SERVICE_BUSY', 'TOO_LARGE', 'CALL_LIMIT'];

/** Whether a call that failed may have been charged. An answer that no passport is in the picture may be, too. */
export const mayBeCharged = ({code, details}: Failed): boolean =>
	code === 'BAD_RESPONSE' || code === 'NETWORK' ? details.sent !== undefined : !free.includes(code);

const troubles: readonly string[] = ['NETWORK', 'TIMEOUT', 'BAD_RESPONSE', 'SERVICE', 'SERVICE_BUSY'];

/** The service did not do its work, whatever is in the picture. */
export const isTrouble = ({code}: Failed): boolean => troubles.includes(code);

/**
 * Whether after this error every further picture of a batch would fail as well.
 *
 * @param isGone Nor did a call before it reach the service; one alone may be a hiccup.
 */
export const stopsBatch = (error: AppError, isGone = false): boolean =>
	isHopeless(error.code) || error.code === 'SERVICE_BROKEN' || (isGone && isUnreached(error));

/** Exit codes of the commands (sysexits where one fits). */
export const exitCodes = {
	ok: 0,
	someFailed: 1,
	usage: 2,
	notConfigured: 3,
	service: 4,
	mustLook: 5,
	noUsableInput: 65,
	bug: 70,
	interrupted: 130,
	terminated: 143,
	hungUp: 129,
} as const;
