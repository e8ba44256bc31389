// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code that is checked
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from '@typescript/typescript6';
import {describe, expect, test} from 'vitest';
import {packagePath} from '../../source/core/package-root.ts';

/** Texts of the command line: what is typed there is no key. */
const typed = new Set(['commands.ts', 'usage.ts', 'error-words.ts', 'exported.ts', 'service-labels.ts']);

/** What may be typed, or is a letter and no key: the names of the members. */
const noKeys = new Set(['allowed', 'hints', 'typedFirst', 'keyNames', 'from', 'delimiterKinds']);

const isText = (node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression =>
	ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

const contentOf = (node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression): string =>
	ts.isTemplateExpression(node)
		? node.head.text + node.templateSpans.map(({literal}) => `Word${literal.text}`).join('')
		: node.text;

/** The texts that a person reads; those that choose, or compare, are no texts. */
function sentencesIn(code: string): readonly string[] {
	const file = ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node) => {
		if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
		if (ts.isPropertyAssignment(node) && noKeys.has(node.name.getText())) return;
		const isArgument =
			ts.isCallExpression(node.parent) && node.parent.expression.getText().match(/^(?:key|answer)$/) !== null;
		const isCompared = ts.isBinaryExpression(node.parent) && node.parent.operatorToken.getText().endsWith('==');
		if (isText(node) && !isArgument && !isCompared) found.push(contentOf(node));
		for (const child of node.getChildren()) if (child.kind !== ts.SyntaxKind.EndOfFileToken) visit(child);
	};
	for (const child of file.getChildren()) for (const one of child.getChildren()) visit(one);
	return found;
}

/** `Word` is what the face puts in: behind it, a letter is a unit or a sign, as in `3 s` or `2 x 4`. */
const named = [
	/(?<=^|[\s，。：；、（.,:;(])(?<!Word |\ba )(?:enter|esc|tab|space|backspace|[b-zB-HJ-Z]|(?:ctrl|shift)\+\S+)(?=$|[\s，。：；、）.,:;)])/,
	/(?<=^|[\s，。：；])(?<!Word )[?/] [a-z\u4e00-\u9fff]/,
	// "a" and "A" are words as well, and so is "Enter" at the start of what is to be done.
	/(?:^|[.,:;] |\bor )[aA] (?:again|for|[a-z]+s)\b|\bEnter [a-z]+s\b|\b(?:press|key) [A-Za-z?/+-](?=$|[\s.,:;])/,
	/按 ?(?!Word)[\w?]|按(?:回车|空格)|(?:^|[，。：；])(?:回车|空格)(?!和)/,
];

const keysNamedIn = (code: string): readonly string[] =>
	sentencesIn(code).filter(text => named.some(pattern => pattern.test(text)));

describe('no sentence names a key: it gets the name from the table of keys', () => {
	test.each(['en', 'zh'])('%s', language => {
		const folder = packagePath(`source/text/${language}`);
		const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
			name => name.endsWith('.ts') && !typed.has(name),
		);
		expect(files.length).toBeGreaterThan(20);
		const found = files.flatMap(name =>
			keysNamedIn(readFileSync(join(folder, name), 'utf8')).map(text => `${name}: ${text}`),
		);
		expect(found).toEqual([]);
	});

	test.each([
		"const a = {b: 'Left out. r reads it after all.'}",
		"const a = {b: 'a chooses all'}",
		"const a = {b: 'Paused: press p.'}",
		'const a = {b: (n: number) => `${n} left; A accepts them`}',
		"const a = {b: 'enter opens it'}",
		"const a = {b: 'Again with ctrl+r.'}",
		"const a = {b: '先按 e。'}",
		"const a = {b: '按回车接受'}",
		"const a = {b: ['One', 'esc goes back']}",
		"const a = {b: 'They are right. Enter stores them.'}",
		"const a = {b: '空格选择'}",
		"const a = {b: 'It opens, / finds.'}",
	])('the check sees a key in %s', code => {
		expect(keysNamedIn(code)).toHaveLength(1);
	});

	test.each([
		"const a = {b: 'Write a file, an image or I.'}",
		"const a = {b: (key: KeyName) => `Paused. ${key('reading.pause')} resumes.`}",
		"const a = key(p === 'e' ? 1 : 2);",
		'const a = (x: number, y: number) => `${x}x${y}`;',
		"const a = {b: '请关闭帮助后直接按这个键。'}",
	])('the check sees none in %s', code => {
		expect(keysNamedIn(code)).toEqual([]);
	});
});
