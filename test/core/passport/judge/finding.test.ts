import {expect, test} from 'vitest';
import {offered} from '../../../../source/core/passport/judge/finding.ts';

test('what is offered beside a value is another value, and each once', () => {
	expect(offered(['107182890', '1O7182890', '107182891', '107182891', ''], '107182890', '1O7182890')).toEqual([
		{value: '1O7182890', source: 'repair'},
		{value: '107182891', source: 'repair'},
	]);
	expect(offered([], '107182890', '1O7182890')).toEqual([{value: '1O7182890', source: 'mrz'}]);
	expect(offered([], '107182890', '')).toEqual([]);
	expect(offered([], '107182890', undefined)).toEqual([]);
});
