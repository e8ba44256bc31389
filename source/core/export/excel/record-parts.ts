import type {PassportRecord} from '../../records/record.ts';

/** Compact records as lines of JSON, for another thread. */
export type RecordPart = {
	/** With a line feed between them. */
	readonly lines: string;
	/** Number of lines. */
	readonly count: number;
};

/** Records that may also be asked for in parts, the same ones in the same order. */
export type PartedRecords = Iterable<PassportRecord> & {
	/** @param withRejected Whether those are among them that a person rejected. */
	readonly parts?: (withRejected: boolean) => Iterable<RecordPart>;
};
