import {traitsOf} from '../engines/choice.ts';
import type {Engine} from '../engines/engine.ts';
import type {ErrorCode} from '../errors.ts';
import {isAskedFor, isShape} from '../passport/model/document.ts';
import type {EngineFailure, Failure, Outcome, PassportRecord} from './record.ts';
import {hasRead, isReusable} from './reuse.ts';

/** Answers about the content of a picture: the same content gets the same answer. */
const ofContent: ReadonlySet<string> = new Set<ErrorCode>([
	'NOT_AN_IMAGE',
	'DAMAGED_IMAGE',
	'UNSUPPORTED_IMAGE',
	'TOO_LARGE',
	'TOO_SMALL',
	'NO_PASSPORT_FOUND',
	'BLANK_PAGE',
	'OTHER_DOCUMENT',
]);

/**
 * Whether an error is an answer about the picture, which is kept, and not about the network, the account, the disk or
 * this program. A refusal with a number of the service and an unknown cause is one: the call may have been charged.
 */
export const isAboutPicture = ({code, details}: Pick<Failure, 'code' | 'details'>): boolean =>
	ofContent.has(code) || (code === 'SERVICE' && details.status !== undefined && details.reason === undefined);

/** Whether a page shows nothing at all: that is named, and is no failure beside pages that were read. */
export const isBlank = (outcome: Outcome | undefined): boolean =>
	outcome?.kind === 'failed' && outcome.failure.code === 'BLANK_PAGE';

/** A document was refused then that is asked for now. */
const isWanted = ({code, details}: EngineFailure, {documents}: Pick<Engine, 'documents'>): boolean =>
	code === 'OTHER_DOCUMENT' && isShape(details.shape) && isAskedFor(details.shape, documents);

/**
 * Whether a picture was called damaged because a part of the program was missing, as earlier versions did and kept: that
 * says nothing of the picture.
 */
const isOfMissingPart = ({code, details: {reason}}: EngineFailure): boolean =>
	code === 'DAMAGED_IMAGE' && /^(?:ENOENT\b|Could not load the "sharp" module|Cannot find )/.test(String(reason ?? ''));

/** The failure that spares `engine` another look: its own, by this or a richer version. A paid answer counts for any version. */
export const failureOf = (
	failures: readonly EngineFailure[],
	engine: Pick<Engine, 'id' | 'version' | 'documents'>,
): EngineFailure | undefined =>
	failures.find(
		failure =>
			failure.engine === engine.id &&
			!isOfMissingPart(failure) &&
			(traitsOf(failure.engine).paid || (hasRead(failure.engineVersion, engine) && !isWanted(failure, engine))),
	);

/** Failures with one more, in the place of an earlier one of the same engine. */
export const withFailure = (failures: readonly EngineFailure[], failure: EngineFailure): readonly EngineFailure[] => [
	...failures.filter(({engine}) => engine !== failure.engine),
	failure,
];

/** What `engine` has failed to read. */
export const isFailedBy = (failures: readonly EngineFailure[] | undefined, engine: string): boolean =>
	failures?.some(failure => failure.engine === engine) ?? false;

/** A kept failure as it was reported when the picture was read. */
export const failureAt = (path: string, {code, details}: EngineFailure): Failure => ({
	path,
	code,
	details: {path, ...details},
});

/** Whether what is kept of a picture spares `engine` another look at it. */
export const isAnswered = (
	{record, failures}: {readonly record?: PassportRecord | undefined; readonly failures: readonly EngineFailure[]},
	engine: Pick<Engine, 'id' | 'version' | 'documents'>,
): boolean => (record !== undefined && isReusable(record, engine)) || failureOf(failures, engine) !== undefined;
