import {expect, it} from 'vitest';
import {messages} from '../../source/text/index.ts';

it('says a span of time without a sixtieth second', () => {
	const en = (value: number) => messages('en').app.seconds(value);
	expect([en(0.4), en(59.4), en(59.6), en(60), en(119.7), en(600)]).toEqual([
		'0 s',
		'59 s',
		'1:00 min',
		'1:00 min',
		'2:00 min',
		'10:00 min',
	]);
	expect(messages('zh').app.seconds(119.7)).toBe('2 分 00 秒');
});
