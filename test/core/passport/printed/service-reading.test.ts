import {expect, test} from 'vitest';
import {mrzFields} from '../../../../source/core/passport/model/fields.ts';
import {serviceFields} from '../../../../source/core/passport/printed/service-fields.ts';
import {printedBy, serviceAnswer} from '../../../../source/core/passport/printed/service-reading.ts';

test('what a service says of each field of the lines is held against it', () => {
	const said = serviceFields.flatMap(({zone, says}) => (zone === 'mrz' && says ? [says] : []));
	expect(new Set(said)).toEqual(new Set([...mrzFields, 'id_number']));
});

test('letters, digits and blanks of full width are plain ones, other characters stay', () => {
	const answer = serviceAnswer([
		['护照号码', 'Ｅ１２３　４５６'],
		['本国姓名', '李　安娜'],
	]);
	expect(answer).toEqual({passport_number: 'E123 456', name: '李 安娜'});
});

test.each([
	['TANG,MEIQIAO', ['TANG', 'MEIQIAO']],
	[' TANG , MEI QIAO ', ['TANG', 'MEI QIAO']],
	['TANG,MEI,QIAO', []],
	['TANG,', []],
	[',MEIQIAO', []],
	['TANG MEIQIAO', []],
])('a printed name in one, %j, is these two: %j', (name, parts) => {
	const said = printedBy({name_english_visual: name}).filter(({zone}) => zone === 'printed');
	expect(said.map(({text}) => text)).toEqual(parts);
});

test('of a field that comes twice the first that says something counts, and an empty one is none', () => {
	const answer = serviceAnswer([
		['护照号码', '　'],
		['passport_number', 'E123456'],
		['护照号码', 'E654321'],
		['签发地点', ''],
		['', 'nameless'],
		['头像', 'a picture'],
		['签发日期', 'x'.repeat(2001)],
		['__proto__', 'x'],
	]);
	expect(Object.entries(answer)).toEqual([['passport_number', 'E123456']]);
});
