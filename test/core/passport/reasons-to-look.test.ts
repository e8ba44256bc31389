import fc from 'fast-check';
import {expect, test} from 'vitest';
import {tableOf} from '../../../source/core/export/rows.ts';
import {judge} from '../../../source/core/passport/judge/judge.ts';
import {isToCompare, isUnproven, reasonsToLook} from '../../../source/core/passport/reasons-to-look.ts';
import {messages} from '../../../source/text/index.ts';
import {reading, recordOf, today} from '../../support/records.ts';

const weaklyRead = judge(reading(undefined, [[0, 6]]), {today});

test('a passport that only a level puts in doubt says why', () => {
	expect(weaklyRead.status).toBe('check');
	expect(weaklyRead.issues.filter(({blocks}) => blocks)).toEqual([]);
	const doubtful = weaklyRead.fields.filter(isUnproven).map(({key}) => key);
	const told = reasonsToLook(weaklyRead).filter(({blocks}) => blocks);
	expect(told.map(({field}) => field)).toEqual(doubtful);
	expect(told[0]).toMatchObject({code: 'read-weakly', field: 'surname_english'});
});

test('a proven one has nothing more to say than its notices', () => {
	const {passport} = recordOf('a.jpg');
	expect(reasonsToLook(passport)).toBe(passport.issues);
});

test('a person compares all of a passport to check, and of a proven one what was read weakly from the page', () => {
	const place = (margin: number) => [{field: 'birth_place', text: 'ZENITH', zone: 'printed', margin}] as const;
	const proven = (margin: number) => judge({...reading(), printed: place(margin)}, {today});
	expect(isToCompare(weaklyRead)).toBe(true);
	expect(isToCompare(proven(0.1))).toBe(false);
	expect(isToCompare(proven(0.1), 'birth_place')).toBe(true);
	expect(isToCompare(proven(0.1), 'surname_english')).toBe(false);
	expect(isToCompare(proven(5), 'birth_place')).toBe(false);
});

test('no row of an export is to check without a reason, whatever was read', () => {
	const line = fc.string({unit: fc.constantFrom(...'ABCDO0I1258SZ<<<<'), minLength: 44, maxLength: 44});
	const weak = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.nat(43)), {maxLength: 4});
	fc.assert(
		fc.property(fc.option(fc.tuple(line, line)), weak, (lines, unclear) => {
			const read = reading(lines ? [`P<UTO${lines[0]}`.slice(0, 44), lines[1]] : undefined, unclear);
			const record = recordOf('a.jpg', {reading: read});
			if (record.passport.status === 'clean') return;
			expect(reasonsToLook(record.passport).some(({blocks}) => blocks)).toBe(true);
			const {columns, rows} = tableOf([record], {
				words: messages('en').exported,
				columns: 'default',
				today,
			});
			const cell = [...rows()][0]!.cells[columns.findIndex(({key}) => key === 'issues')]!;
			expect(cell.kind).toBe('text');
		}),
		{numRuns: 200},
	);
});
