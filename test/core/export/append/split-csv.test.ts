import {expect, test} from 'vitest';
import {csvRows, splitCsv} from '../../../../source/core/export/append/csv/split-csv.ts';

test.each([
	[
		'a,b\r\nc,d',
		[
			['a', 'b'],
			['c', 'd'],
		],
	],
	[
		'"a ""b"" c",\n,"x\ny"\n',
		[
			['a "b" c', ''],
			['', 'x\ny'],
		],
	],
	['', []],
	['a"b,c', [['a"b', 'c']]],
	['"open', [['open']]],
	['a\r\rb', [['a'], [''], ['b']]],
])('%j is split into its values', (text, rows) => {
	expect([...splitCsv(text, ',')]).toEqual(rows);
});

test.each([
	['"open', 1],
	['a,b\r\nc,"d\r\ne,f\r\n', 2],
	['a\rb\r"c', 3],
	['a\n\nb,"', 3],
	['a,"b\nc"\nd,"e\nf', 3],
	// Closed by the quote of another value, in a line below.
	['a,"b\nc,"d"\ne,"f"\n', 1],
	['a,"b ""c"" d,\n"e",f', 1],
	['a,"b"\n"c","d\r\ne"\n"f" ,"g\nh" \n', undefined],
	['a,"b" c,d"e"\n"""",""', undefined],
	['', undefined],
])('in %j the quote that is not closed begins in line %j', (text, line) => {
	expect(csvRows(text, ',').openQuote).toBe(line);
});
