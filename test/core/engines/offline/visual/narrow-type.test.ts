import {describe, expect, it} from 'vitest';
import {ofNarrow, widerLook} from '../../../../../source/core/engines/offline/visual/lines/narrow-type.ts';
import {printedLine} from './printed-line.ts';

const office = 'MINISTRY OF FOREIGN AFFAIRS';
const placeOf = (line: ReturnType<typeof printedLine>) => ({...line, characters: undefined});
const lookAt = (line: ReturnType<typeof printedLine>, stretch?: number) =>
	widerLook({...placeOf(line), ...(stretch === undefined ? {} : {stretch})}, line)?.stretch;

describe('a line whose letters are close', () => {
	const narrow = printedLine(office, 14, -9, {advance: 0.3, margin: 3});

	it('is looked at drawn wider, once', () => {
		expect(lookAt(narrow)).toBe(2);
		expect(lookAt(narrow, 1.3)).toBe(2);
		expect(lookAt(narrow, 2)).toBeUndefined();
	});

	it('is not where its letters have room, or it is short', () => {
		expect(lookAt(printedLine(office, 14, -9))).toBeUndefined();
		expect(lookAt(printedLine('MINIST', 14, -9, {advance: 0.3}))).toBeUndefined();
	});

	it('may be one of which nothing was made out', () => {
		expect(lookAt(printedLine('M11, A T1', 14, -9, {margin: 1, advance: 0.9}))).toBe(2);
	});

	it('is read as it is drawn wider where that is clearer type', () => {
		const of = (first: number, second: number) => {
			const wider = printedLine(office, 14, -9, {margin: second});
			return ofNarrow(printedLine('M1N1STRY', 14, -9, {margin: first}), wider) === wider;
		};
		expect(of(1, 5)).toBe(true);
		expect(of(5, 5.2)).toBe(false);
		expect(of(0.4, 1.4)).toBe(false);
		expect(ofNarrow(narrow, undefined)).toBe(narrow);
	});
});
