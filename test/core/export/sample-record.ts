import type {PassportRecord} from '../../../source/core/records/record.ts';
import {reading, recordOf, zone} from '../../support/records.ts';

export {today} from '../../support/records.ts';

/** Anna Maria Eriksson of Utopia, or the person of `lines`. */
export const sampleRecord = (
	changes: Partial<PassportRecord> = {},
	lines: readonly [string, string] = zone,
): PassportRecord => ({...recordOf('/pictures/anna.jpg', {reading: reading(lines)}), ...changes});
