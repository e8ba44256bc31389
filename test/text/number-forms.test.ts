import {expect, it} from 'vitest';
import {issuers} from '../../source/core/passport/tables/issuers.ts';
import {formsOf} from '../../source/core/passport/tables/number-form.ts';
import {messages} from '../../source/text/index.ts';
import {sayReason} from '../../source/text/reason.ts';

const said = (language: 'en' | 'zh', issuer: string) =>
	sayReason(messages(language).reasons, {
		code: 'number-pattern-unusual',
		params: {issuer, expected: formsOf(issuer)},
	});

it('says in words what the numbers of a state look like', () => {
	expect(said('en', 'JPN')).toContain('known for JPN (2 letters + 7 digits)');
	expect(said('zh', 'JPN')).toContain('已知的 JPN 护照格式（2 个字母 + 7 位数字）');
	expect(said('en', 'CHN')).toContain('(E + 8 digits, or G + 8 digits, or E + 1 letter + 7 digits)');
	expect(said('en', 'CHE')).toContain('(1 letter + 7 digits, or 1 letter + 7 letters or digits)');
});

it('leaves no sign of the table in any state', () => {
	for (const issuer of Object.keys(issuers)) {
		const inside = /[(（](.*)[)）]/.exec(said('zh', issuer))?.[1] ?? '';
		expect(inside, issuer).toMatch(/^(?:\d 位数字|\d 个字母|\d 位字母或数字|[A-Z0-8]+| \+ |，或 )+$/);
	}
});
