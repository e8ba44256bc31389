import {describe, expect, test} from 'vitest';
import {parseAnswer} from '../../../../source/core/engines/xiangyun/answer.ts';
import {passportCard} from '../../../../source/core/engines/xiangyun/card.ts';
import {refusalOf} from '../../../../source/core/engines/xiangyun/errors.ts';
import {stopsBatch} from '../../../../source/core/errors.ts';
import {messages} from '../../../../source/text/index.ts';
import {chinesePassport} from '../../../support/invented-passport.ts';
import {
	answerJson,
	itemsOf,
	type Refusal,
	refusal,
	seedNumber,
	success,
	type Vocabulary,
} from '../../../support/xiangyun-answers.ts';

const answerOf = (status: number, message: string) => ({status, message, cards: []});

const expected: Readonly<Record<Refusal, string>> = {
	authentication: 'CREDENTIALS_REFUSED',
	quota: 'QUOTA_USED_UP',
	balance: 'BALANCE_USED_UP',
	parameters: 'SERVICE',
	image: 'NO_PASSPORT_FOUND',
	unreadable: 'DAMAGED_IMAGE',
	busy: 'SERVICE_BUSY',
};

describe.each(['seed', 'table', 'text'] as const satisfies readonly Vocabulary[])('in the words of %s', vocabulary => {
	test.each(Object.entries(expected))('%s is %s', (kind, code) => {
		const {status, value} = refusal(kind as Refusal, vocabulary);
		const error = refusalOf(answerOf(Number(status), value));
		// Two of the lists say no more about an unreadable picture than about one without a passport.
		expect([code, ...(kind === 'unreadable' ? ['NO_PASSPORT_FOUND'] : [])]).toContain(error.code);
		expect(error.details).toMatchObject({status: String(status), message: value});
	});
});

test.each([
	[-1, 'NO_PASSPORT_FOUND'],
	[-2, 'SERVICE'],
	[-3, 'QUOTA_USED_UP'],
	[-4, 'CREDENTIALS_REFUSED'],
	[-5, 'BALANCE_USED_UP'],
] as const)('without a word the list of the original skill decides: %i is %s', (status, code) => {
	const error = refusalOf(answerOf(Number(seedNumber(status).status), ''));
	expect(error).toMatchObject({code, details: {status: String(status)}});
});

test('words win over the number, and the first matter over what is advised about it', () => {
	expect(refusalOf(answerOf(-2, '用户key不存在')).code).toBe('CREDENTIALS_REFUSED');
	expect(refusalOf(answerOf(-1, '服务次数不足：请充值后重试')).code).toBe('QUOTA_USED_UP');
	expect(refusalOf(answerOf(-4, '余额不足')).code).toBe('BALANCE_USED_UP');
	expect(refusalOf(answerOf(-8, '产品类型错误'))).toMatchObject({code: 'SERVICE', details: {reason: 'product'}});
	expect(refusalOf(answerOf(-77, '未知错误'))).toMatchObject({code: 'SERVICE', details: {status: '-77'}});
});

test('quota, balance and credentials stop a batch, a picture without a passport does not', () => {
	const stops = (kind: Refusal) => stopsBatch(refusalOf(answerOf(0, refusal(kind).value)));
	expect((Object.keys(expected) as Refusal[]).filter(stops)).toEqual(['authentication', 'quota', 'balance']);
});

test('what the service said is beside our own words, in both languages, with a way out', () => {
	const {code, details} = refusalOf(answerOf(-4, 'key或secret不正确'));
	for (const language of ['en', 'zh'] as const) {
		const {errors} = messages(language);
		expect(errors.what(code, details)).toContain('key或secret不正确');
		expect(errors.what(code, details)).toContain('-4');
		expect(errors.next(code, details).join('\n')).toMatch(/config save[\s\S]*config reset/);
	}
});

test('what the service said cannot move the cursor or fill the screen', () => {
	const {details} = refusalOf(answerOf(-9, `\u001b[2J\u202e${'错'.repeat(5000)}`));
	expect(details.message).not.toMatch(/[\u001b\u202e]/);
	expect(String(details.message).length).toBeLessThanOrEqual(300);
});

describe('what is no success', () => {
	const items = itemsOf(chinesePassport);
	const empty = items.map(([desc]) => [desc, ''] as const);
	const read = (body: string) => {
		const answer = parseAnswer(body);
		if ('reason' in answer) throw new Error(answer.reason);
		return passportCard(answer);
	};

	test.each([
		['a number of success and no card', {status: 13, value: '识别成功'}],
		['a card in which every field is empty', success(empty)],
		[
			'a negative number, whatever card comes with it',
			{status: -1, value: '识别失败', cards: success(items).cards ?? []},
		],
	])('%s', (_, answer) => {
		expect(() => read(answerJson(answer))).toThrow(expect.objectContaining({code: 'NO_PASSPORT_FOUND'}));
	});

	test('a success is no error number', () => {
		expect(refusalOf(answerOf(13, '识别成功')).details.status).toBeUndefined();
	});

	test('a card without a type is a passport only if it has a number or a line of one', () => {
		const card = (desc: string) =>
			JSON.stringify({message: {status: 0}, cardsinfo: [{items: [{desc, content: 'X1'}]}]});
		expect(read(card('护照号码')).answer).toEqual({passport_number: 'X1'});
		expect(() => read(card('公民身份号码'))).toThrow(expect.objectContaining({code: 'NO_PASSPORT_FOUND'}));
	});
});
