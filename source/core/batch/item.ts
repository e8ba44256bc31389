import {traitsOf} from '../engines/choice.ts';
import type {PictureNote, Wait} from '../engines/engine.ts';
import type {AppError} from '../errors.ts';
import {pictureAddress} from '../picture-address.ts';
import type {Failure, Outcome} from '../records/record.ts';
import type {RunningProcess} from '../running-process.ts';

export type BatchItemState = 'waiting' | 'reading' | 'read' | 'failed' | 'leftOut';

/** A picture of the batch. Never changed, only replaced: a new state is a new object. */
export type BatchItem = {
	readonly path: string;
	readonly state: BatchItemState;
	/** The page that it was read with: a further passport is not read by itself. */
	readonly with?: string;
	/** Present when `read` or `failed`. */
	readonly outcome?: Outcome;
	/** How long it took, once it is done. */
	readonly milliseconds?: number;
	/** While `reading`: the share done, 0 to 1, where the engine knows it. */
	readonly share?: number;
	/** While `reading`: when that began, milliseconds since the epoch. */
	readonly startedAt?: number;
	/** While `reading`: the service has asked to come back later; `until`, milliseconds since the epoch. */
	readonly wait?: Wait & {readonly until: number};
};

/** Puts an item that became known later behind another one. */
export function insertAfter(items: Map<string, BatchItem>, after: string, item: BatchItem): void {
	const entries = [...items].flatMap(entry => (entry[0] === after ? [entry, [item.path, item] as const] : [entry]));
	items.clear();
	for (const [path, one] of entries) items.set(path, one);
}

/** The page of an item that a service was paid for, as a claim names it; a passport further down is on page 1 too. */
export function paidPages({path, outcome}: BatchItem): readonly {readonly sha256: string; readonly page: number}[] {
	const sha256 = outcome?.kind === 'read' ? outcome.record.sha256 : outcome?.sha256;
	const failures = outcome?.kind === 'read' ? outcome.record.failures : outcome?.failures;
	const engines = (failures ?? []).map(({engine}) => engine);
	if (outcome?.kind === 'read') engines.push(outcome.record.engine);
	if (sha256 === undefined || !engines.some(engine => traitsOf(engine).paid)) return [];
	return [...new Set([1, pictureAddress(path).page])].map(page => ({sha256, page}));
}

/** Its answer is on its way. A picture that waits for the next try has been given none. */
export const isOwed = ({state, wait}: BatchItem): boolean => state === 'reading' && wait === undefined;

export type BatchEvent =
	| {
			readonly type: 'started' | 'finished' | 'changed';
			readonly item: BatchItem;
			/** With two engines: the second one may still change this outcome; `settled` follows when it does not. */
			readonly provisional?: true;
	  }
	/** A provisional outcome is final; `failure`: why the second engine did not help. */
	| {
			readonly type: 'settled';
			readonly item: BatchItem;
			readonly failure?: Failure;
	  }
	/** A page, or a passport on one, that became known while the file was read: it is behind `after`. */
	| {
			readonly type: 'added';
			readonly item: BatchItem;
			readonly after: string;
	  }
	/** What was done to the picture before it was sent, or what is to be expected of it. */
	| {
			readonly type: 'note';
			readonly item: BatchItem;
			readonly note: PictureNote;
	  }
	/** A result could not be kept; it still counts as a result. `keptAt`: where it is kept instead of next to its picture. */
	| {
			readonly type: 'unsaved';
			readonly path: string;
			readonly error: AppError;
			readonly keptAt?: string | undefined;
	  }
	/** Another process has sent the picture; its answer is waited for. */
	| {
			readonly type: 'elsewhere';
			readonly item: BatchItem;
			readonly holder: RunningProcess | undefined;
	  }
	/** The picture is sent again, because a process was killed while it waited for the answer. */
	| {
			readonly type: 'lost';
			readonly item: BatchItem;
			readonly by: RunningProcess;
	  }
	/** Calls of a killed process whose answers were lost, and whose pictures were not sent again. */
	| {readonly type: 'unanswered'; readonly count: number}
	/** A result of the original skill, which names the picture only, was taken over, or not: the picture is newer. */
	| {
			readonly type: 'original';
			readonly item: BatchItem;
			readonly how: 'used' | 'older';
	  }
	/** It is read although a later version of this program keeps a result of it at `sidecar`, which stays. */
	| {
			readonly type: 'later';
			readonly item: BatchItem;
			readonly sidecar: string;
	  }
	/** No further picture is started, because each would fail like this one (see `stops`); `resume` tries again. */
	| {
			readonly type: 'stopped';
			readonly item: BatchItem;
			readonly error: AppError;
	  };
