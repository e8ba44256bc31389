import {describe, expect, it} from 'vitest';
import {doubts} from '../../../source/core/review/doubts.ts';
import {mrz, reading, recordOf} from '../../support/records.ts';
import {clean, doubtful, given, surname} from './reviewing.ts';

describe('the fields that want a look', () => {
	it('are none in a proven passport', () => {
		expect(clean('a').passport.status).toBe('clean');
		expect(doubts(clean('a'))).toEqual([]);
	});

	it('are those that nothing proves, in the order of display', () => {
		expect(doubts(doubtful('a', given, surname))).toEqual(['surname_english', 'given_name_english']);
	});

	it('are those that something speaks against', () => {
		const wrongDigit = mrz[1].replace('7408122', '7408123');
		expect(doubts(recordOf('a', {reading: reading([mrz[0], wrongDigit])}))).toContain('birth_date');
	});

	it('are one at least when only the passport as a whole is in doubt', () => {
		const read = reading();
		const record = recordOf('a', {reading: {...read, lines: read.lines.map(line => ({...line, runnerUp: 0.2}))}});
		expect(record.passport.issues.some(issue => issue.blocks && issue.field === undefined)).toBe(true);
		expect(doubts(record)).toEqual(['passport_number']);
	});
});
