import {expect, test} from 'vitest';
import {splitCsv} from '../../../source/core/export/append/split-csv.ts';

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
