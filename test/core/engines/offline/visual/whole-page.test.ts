import {describe, expect, it} from 'vitest';
import {findFields} from '../../../../../source/core/engines/offline/visual/fields/find-fields.ts';
import {pageOf} from '../../../../../source/core/engines/offline/visual/page.ts';
import {isWhole} from '../../../../../source/core/engines/offline/visual/whole-page.ts';
import {today} from '../../../../support/records.ts';
import {facts} from './invented-mrz.ts';
import {printedLabel as label, printedLine as value} from './printed-line.ts';

const names = [value('LINDQVIST', 14, -19.9), value('SOFIA MARGARETA', 14, -17.1)];
const rest = [
	value('17 MAR 1988', 14, -11.5),
	label('Place of birth', 14, -9.8),
	value('PORT SERENE', 14, -8.7),
	label('Authority', 30, -9.8),
	value('PASSPORT OFFICE', 30, -8.7),
	label('Date of issue', 14, -7),
	value('10 MAY 2024', 14, -5.9),
	value('09 MAY 2034', 30, -5.9),
];

const whole = (...lines: readonly ReturnType<typeof value>[]) => isWhole(findFields(pageOf(lines), facts, today));

describe('a page whose lines were found by their ink', () => {
	it('is looked at once', () => {
		expect(whole(...names, ...rest)).toBe(true);
		expect(whole(names[0]!, ...rest)).toBe(true);
	});

	it('is looked for again where neither name was found, or what only it prints was not', () => {
		expect(whole(...rest)).toBe(false);
		expect(whole(...names, ...rest.slice(0, 5))).toBe(false);
	});
});
