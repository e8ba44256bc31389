import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from '@typescript/typescript6';
import {describe, expect, test} from 'vitest';
import {packagePath} from '../../source/core/package-root.ts';

/** Words of a private idiom, and what plain English says instead. */
const idioms: readonly (readonly [RegExp, string])[] = [
	[/\breckon(?:s|ed|ing)?\b/i, 'compute, count'],
	// An entry of the journal is called 'anew'.
	[/\banew\b(?!')/i, 'again'],
	[/\blawful(?:ly)?\b/i, 'valid, allowed'],
	[/\bshall\b/i, 'must, may, is to'],
	[/\b(?:whoever|whomever)\b|(?:[.:;(]|\/\*\*|\/\/) Who\b(?![^.]*\?)/i, 'the user, the caller'],
	// 'nobody' is a value of tests.
	[/\b(?:nobody(?!')|somebody|everybody|anybody)\b/i, 'the user, no user, every passport'],
	[/\b(?:told|telling|tells?(?! the (?:person|notices)))\b/i, 'said, shown, distinguished'],
	[/(?<!-)\b(?:stands?|stood|standing)\b(?! for|-in)/i, 'is, was'],
	// 'LIE' is a month in Lithuanian.
	[/\b(?:[Ll]ies?|[Ll]ying)\b/, 'is'],
	[/\bof one['’]s own\b|\bof ours\b/i, 'custom; our'],
	[/\bthe same again\b|\ball the same\b/i, 'again; still'],
	[/\b(?:go|goes|going|gone|went) on\b/i, 'continue, resume'],
	[/\bour fault\b/i, 'internal error'],
	[/\bword of\b/i, 'name of'],
	[/\btak(?:e|es|en) (?:it )?back\b/i, 'undo'],
];

/** The folders of source and test, and what is read first. */
const everywhere = [
	'README.md',
	'CHANGELOG.md',
	...['source', 'source/core', 'test', 'test/core'].flatMap(folder =>
		readdirSync(packagePath(folder))
			.filter(name => name !== 'core' && !name.endsWith('.json'))
			.map(name => `${folder}/${name}`),
	),
];

const texts: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.StringLiteral,
	ts.SyntaxKind.NoSubstitutionTemplateLiteral,
	ts.SyntaxKind.TemplateHead,
	ts.SyntaxKind.TemplateMiddle,
	ts.SyntaxKind.TemplateTail,
	ts.SyntaxKind.JsxText,
]);

/** Comments and texts of a file; of Markdown and Python everything. Names of the code are not looked at. */
function prose(path: string, content: string): string {
	if (!/\.tsx?$|\.mjs$/.test(path)) return content;
	const file = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true);
	// By their place: one comment may belong to several nodes.
	const parts = new Map<number, string>();
	const visit = (node: ts.Node) => {
		const comments = [
			...(ts.getLeadingCommentRanges(content, node.getFullStart()) ?? []),
			...(ts.getTrailingCommentRanges(content, node.getEnd()) ?? []),
		];
		for (const {pos, end} of comments) parts.set(pos, content.slice(pos, end));
		if (texts.has(node.kind)) parts.set(node.getStart(), node.getText());
		for (const child of node.getChildren()) visit(child);
	};
	visit(file);
	return [...parts.values()].join('\n');
}

function idiomsIn(text: string): readonly string[] {
	const inOneLine = text.replaceAll(/\s+(?:(?:\*|\/\/|#)\s+)?/g, ' ');
	return idioms.flatMap(([pattern, instead]) => {
		const found = pattern.exec(inOneLine);
		return found ? [`"${found[0]}": rather ${instead}`] : [];
	});
}

const filesOf = (path: string): readonly string[] =>
	/\.[a-z]+$/.test(path)
		? [path]
		: readdirSync(packagePath(path), {recursive: true, encoding: 'utf8'})
				.filter(name => /\.(?:tsx?|mjs|md|py)$/.test(name) && !name.includes('node_modules'))
				.map(name => join(path, name));

describe('comments and texts are in plain words', () => {
	test.each(everywhere)('%s', path => {
		const files = filesOf(path).filter(file => !file.endsWith('words.test.ts'));
		const found = files.flatMap(file => {
			const content = readFileSync(packagePath(file), 'utf8');
			// Few files hold such a word anywhere, names of the code included: only these are parsed.
			const isFree = idiomsIn(content).length === 0;
			return isFree ? [] : idiomsIn(prose(file, content)).map(said => `${file}: ${said}`);
		});
		expect(found).toEqual([]);
	});

	test('the check sees comments, docstrings and texts, and no names', () => {
		const seen = (code: string) => idiomsIn(prose('a.ts', code)).length > 0;
		expect(seen('// it goes\n// on here\nconst a = 1;')).toBe(true);
		expect(seen('/** Reckoned\n * anew. */\nexport const a = 1;')).toBe(true);
		expect(seen('const a = {b: `It lies here`}; // fine')).toBe(true);
		expect(seen('f(/* nobody */);')).toBe(true);
		expect(seen('const told = lies.goesOn;')).toBe(false);
	});
});
