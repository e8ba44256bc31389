import {expect, test} from 'vitest';
import {mrzLines} from '../../../../source/core/passport/mrz/mrz-lines.ts';
import {bare, mrz, seen} from '../support.ts';

const lines = mrz({issuer: 'GBR', number: '107182890'});
const [first, second] = lines;

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
	['whole lines', lines, lines, []],
	['a filler too few', [first.slice(0, 43), second], lines, ['realigned 1 43 44']],
	['a digit too few', [first, second.slice(0, 3) + second.slice(4)], [first, ''], ['! realigned 2 43 44']],
	['a line too few', [first], [first, '<'.repeat(44)], ['! wrong-length 2 0 44']],
	['a line too many', [...lines, 'X'], lines, []],
	['lower case', [first.toLowerCase(), second], lines, ['capitals']],
	['spaces for the fillers between names', [first.replace('<<A', '  A'), second], lines, []],
	['no lines', [], ['<'.repeat(44), '<'.repeat(44)], ['! wrong-length 1 0 44', '! wrong-length 2 0 44']],
])('lines from an engine: %s', (_, given, expected, said) => {
	const {texts, issues} = mrzLines(bare(given));
	expect(texts.map((text, index) => (expected[index] === '' ? '' : text))).toEqual(expected);
	expect(
		issues.map(({code, blocks, params = {}}) => [...(blocks ? ['!'] : []), code, ...Object.values(params)].join(' ')),
	).toEqual(said);
});

test('characters of a line that was brought to its length are no longer at their places', () => {
	const read = mrzLines(seen([first, second.slice(0, 43)])).lines;
	expect(read.map(line => line.characters !== undefined)).toEqual([true, false]);
	expect(mrzLines(seen(lines)).lines).toEqual(seen(lines).lines);
});
