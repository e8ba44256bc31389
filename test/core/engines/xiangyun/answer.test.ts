import {describe, expect, test} from 'vitest';
import {parseAnswer} from '../../../../source/core/engines/xiangyun/answer.ts';
import {chinesePassport} from '../../../support/invented-passport.ts';
import {answerJson, answerXml, type Item, itemsOf, refusal, success} from '../../../support/xiangyun-answers.ts';

const items = itemsOf(chinesePassport);
const answer = success(items);

/** The cards of an answer as desc and content, empty contents left out. */
const filled = (body: string) => {
	const parsed = parseAnswer(body);
	if ('reason' in parsed) throw new Error(parsed.reason);
	return parsed.cards.map(card => ({
		type: card.type,
		items: card.items.filter(item => item.content !== '').map((item): Item => [item.desc, item.content]),
	}));
};

const expected = [{type: '13', items: items.filter(([, content]) => content)}];

describe('the same card', () => {
	test.each([
		['as the service sends it today', answerJson(answer)],
		['from a private server: wrapped, one card, a number as type', answerJson(answer, 'private')],
		['in XML', answerXml(answer)],
		[
			'with every Chinese character escaped',
			answerJson(answer).replace(/[^ -~]/g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
		],
		['after a byte order mark and blanks', `\ufeff\r\n ${answerJson(answer)}\n`],
		['as JSON within a JSON text', JSON.stringify(`${answerJson(answer)}==@@`)],
	])('%s', (_, body) => {
		expect(parseAnswer(body)).toMatchObject({status: 13, message: '识别成功'});
		expect(filled(body)).toEqual(expected);
	});

	test('as it was some years ago, with the first items only', () => {
		expect(filled(answerJson(answer, 'old'))[0]?.items).toEqual(items.slice(0, 32).filter(([, content]) => content));
	});
});

test('a status is understood as number and as text, and nothing else is taken for one', () => {
	const statusOf = (status: unknown) => parseAnswer(JSON.stringify({message: {status, value: 'x'}, cardsinfo: []}));
	expect(statusOf('-1')).toMatchObject({status: -1});
	expect(statusOf(10003)).toMatchObject({status: 10003});
	for (const odd of ['', 'ok', null, {}, 1.5]) expect(statusOf(odd)).toMatchObject({status: undefined});
});

test.each([
	['no cardsinfo', {message: {status: -4, value: 'key或secret不正确'}}],
	['cardsinfo null', {message: {status: -4, value: 'key或secret不正确'}, cardsinfo: null}],
	['cardsinfo of a kind never seen', {message: {status: -4, value: 'key或secret不正确'}, cardsinfo: 'none'}],
])('a refusal with %s keeps its number and its words', (_, body) => {
	expect(parseAnswer(JSON.stringify(body))).toEqual({status: -4, message: 'key或secret不正确', cards: []});
});

test('contents that are null, missing or numbers are text, and an item of no kind spoils no other', () => {
	const body = {
		message: {status: 13},
		cardsinfo: [
			{type: 13, items: [{desc: 'a', content: null}, {desc: 'b'}, {content: 'c'}, 5, {desc: 'd', content: 7}]},
		],
	};
	expect(parseAnswer(JSON.stringify(body))).toEqual({
		status: 13,
		message: '',
		cards: [
			{
				type: '13',
				items: [
					{desc: 'a', content: ''},
					{desc: 'b', content: ''},
					{desc: '', content: 'c'},
					{desc: '', content: ''},
					{desc: 'd', content: '7'},
				],
			},
		],
	});
});

test("two integrators' shapes are read as well: cards of name and value, and values by key", () => {
	const cards = {message: {status: 0}, cardsinfo: [{cards: [{name: '护照号码', value: 'EC7316204'}]}]};
	expect(filled(JSON.stringify(cards))).toEqual([{type: undefined, items: [['护照号码', 'EC7316204']]}]);
	const inferred = {responseCode: '1', inferredValue: {passport_number: 'EC7316204', extra: {}}};
	expect(filled(JSON.stringify(inferred))).toEqual([{type: undefined, items: [['passport_number', 'EC7316204']]}]);
});

test.each([
	['empty', ''],
	['empty', ' \r\n'],
	['cut', answerJson(answer).slice(0, 400)],
	['cut', answerXml(answer).slice(0, 400)],
	['cut', answerXml(answer).slice(0, -7)],
	['html', '<!DOCTYPE html><html><body>登录</body></html>'],
	['html', '<html>\r\n<head><title>502</title></head></html>'],
	['not-json', 'OK'],
	['unknown-shape', '[]'],
	['unknown-shape', '"text"'],
	['unknown-shape', '{"code":0}'],
	['unknown-shape', 'null'],
])('no answer, and why: %s', (reason, body) => {
	expect(parseAnswer(body)).toEqual({reason});
});

test("XML: entities and CDATA are text, an entity of the document's own is never looked up", () => {
	const xml = answerXml(refusal('image'))
		.replace('识别失败!', '&#35782;&#x522b;&lt;b&gt; &amp;x;')
		.replace('<?xml', '<!DOCTYPE data [<!ENTITY x SYSTEM "file:///etc/passwd">]><?xml');
	expect(parseAnswer(xml)).toMatchObject({status: -1, message: '识别<b> &x;ReconClientL:-2'});
	const tricky = answerXml(success([['出生地点', '<item desc="性别">]]&amp;']]));
	expect(filled(tricky)).toEqual([{type: '13', items: [['出生地点', '<item desc="性别">]]&amp;']]}]);
});

test('an answer of many megabytes of brackets or tags is settled at once', () => {
	for (const body of ['<'.repeat(2_000_000), '<a '.repeat(600_000), '<data>'.repeat(300_000), '['.repeat(2_000_000)]) {
		expect(parseAnswer(body)).toEqual({reason: 'cut'});
	}
});
