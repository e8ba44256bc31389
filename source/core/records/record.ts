import type {ErrorCode, ErrorDetails} from '../errors.ts';
import type {EngineName} from '../passport/model/document.ts';
import type {FieldKey} from '../passport/model/fields.ts';
import type {Passport} from '../passport/model/passport.ts';
import type {ServiceAnswer} from '../passport/model/reading.ts';
import type {Geometry} from './geometry.ts';

/** The picture whose record is sought. */
export type PictureIdentity = {readonly path: string; readonly sha256: string};

/** Signs by which a file that has not changed is known without being hashed. */
export type FileState = {
	readonly bytes: number;
	/** Milliseconds since the epoch. */
	readonly modified: number;
};

/** What became of a picture since it was read: another one has its name, or it cannot be found or opened. */
export type PictureNow = 'other' | 'gone';

export type ReviewDecision = 'unreviewed' | 'accepted' | 'edited' | 'rejected';

/** A person's change of one field. `from` is what was there before the first change. */
export type Edit = {readonly from: string; readonly to: string};

export type Review = {
	readonly state: ReviewDecision;
	/** When the state was last changed, ISO 8601 with zone. */
	readonly at?: string;
	readonly edits: Readonly<Partial<Record<FieldKey, Edit>>>;
	/** Fields that a person has looked at and found right. */
	readonly confirmed: readonly FieldKey[];
};

/** What a later version of the same form adds to our member of a sidecar: kept as it is, and written back. */
export type Later = {
	readonly members: Readonly<Record<string, unknown>>;
	/** Of fields that this version does not have. */
	readonly evidence: Readonly<Record<string, unknown>>;
};

/** A picture that was read: what is kept on disk and shown for checking. */
export type PassportRecord = {
	readonly path: string;
	readonly sha256: string;
	/** The file as it was read; a record of an earlier version has none. */
	readonly file?: FileState;
	/** `person`: typed by hand, because no engine could read the picture. */
	readonly engine: EngineName;
	readonly engineVersion: string;
	/** ISO 8601 with zone. */
	readonly recognizedAt: string;
	readonly passport: Passport;
	readonly review: Review;
	/** Text in the file beside the picture that is none of this program's and of no engine's: written back as it is. */
	readonly foreign?: Readonly<Record<string, string>>;
	/** What the cloud said, every word under the original skill's keys: it was paid for, and can be weighed again. */
	readonly answer?: ServiceAnswer;
	/** Its place in the picture, where the engine knew. */
	readonly geometry?: Geometry;
	/** What a later version of this program kept besides. */
	readonly later?: Later;
	/** Other engines that found no passport in the picture. */
	readonly failures?: readonly EngineFailure[];
	/** As a session saw it last, while it is not the one that was read. Never kept: the picture may come back. */
	readonly pictureNow?: PictureNow;
};

/** An engine's answer that a picture holds nothing it can read. */
export type EngineFailure = {
	readonly engine: EngineName;
	readonly engineVersion: string;
	/** ISO 8601 with zone. */
	readonly failedAt: string;
	readonly code: ErrorCode | string;
	/** Without the path: the picture may be renamed. */
	readonly details: ErrorDetails;
};

/** A picture that no engine could read, as it is kept on disk. The latest failure is the last. */
export type FailedPicture = {
	readonly path: string;
	readonly sha256: string;
	readonly failures: readonly EngineFailure[];
};

/** A picture that could not be read. */
export type Failure = {
	readonly path: string;
	readonly code: ErrorCode | string;
	readonly details: ErrorDetails;
};

export type Outcome =
	| {
			readonly kind: 'read';
			readonly record: PassportRecord;
			readonly from: 'engine' | 'kept';
			readonly milliseconds: number;
	  }
	| {
			readonly kind: 'failed';
			readonly failure: Failure;
			/** It failed before and was not read again. */
			readonly from?: 'kept';
			/** Hash of the content, where the file could be read at all. */
			readonly sha256?: string;
			/** What stays of it although it failed: what a person typed, or what was read before. */
			readonly keeps?: 'typed' | 'read';
			/** What is kept of it: each engine's answer about the picture. */
			readonly failures?: readonly EngineFailure[];
			readonly milliseconds: number;
	  };
