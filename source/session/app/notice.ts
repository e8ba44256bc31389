import type {ErrorCode, ErrorDetails} from '../../core/errors.ts';
import type {Messages} from '../../text/index.ts';
import type {SentList} from '../export/state.ts';
import type {LeftToDo} from '../review/state.ts';

/** Why a key does nothing now. */
export type OffReason = keyof Messages['app']['off'];

type NoticeTexts = Messages['app']['notices'];
type NoticeOf<K extends keyof NoticeTexts> = {
	readonly kind: K;
	readonly params: Parameters<NoticeTexts[K]>[0];
	readonly tone: Tone;
	/** Said behind it, once nothing is to be checked. */
	readonly left?: LeftToDo | undefined;
};

/** A list was written from the screen of the check, which stays. */
export type WrittenNotice = {
	readonly kind: 'exported';
	readonly path: string;
	readonly rows: number;
	readonly sent: SentList;
	readonly tone: Tone;
};

export type Tone = 'good' | 'look' | 'bad' | 'plain';

/** What the status line says until the next key: codes and parameters, said in the language of the moment. */
export type Notice =
	| {[K in keyof NoticeTexts]: NoticeOf<K>}[keyof NoticeTexts]
	| WrittenNotice
	| {readonly kind: 'error'; readonly code: ErrorCode; readonly details: ErrorDetails}
	/** Why something cannot be kept, and what that means. */
	| {
			readonly kind: 'notSaved';
			readonly code: ErrorCode;
			readonly details: ErrorDetails;
			/** It is kept in the user's own folder instead. */
			readonly held: boolean;
	  }
	| {readonly kind: 'off'; readonly reason: OffReason};
