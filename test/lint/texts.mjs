#!/usr/bin/env node
// Finds texts that no code asks for: `npm run texts`. Exit code 1 names them. TypeScript 7 has no interface that lasts to
// ask for the types of a program; the version before it has one.
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from '@typescript/typescript6';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'source').replaceAll('\\', '/');

const stop = diagnostic => {
	throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
};
const host = {...ts.sys, onUnRecoverableConfigFileDiagnostic: stop};
const {options, fileNames, errors} = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host);
const names = fileNames.filter(name => name.startsWith(`${source}/`));
const program = ts.createProgram({rootNames: names, options, configFileParsingDiagnostics: errors});
const checker = program.getTypeChecker();

const isText = declaration => declaration.getSourceFile().fileName.startsWith(`${source}/text/en/`);
const textsOf = type => type.getProperties().filter(({declarations}) => declarations?.some(isText));
const withAllBelow = type => textsOf(type).flatMap(text => [text, ...withAllBelow(checker.getTypeOfSymbol(text))]);

/** `node` in `node.name` and `node[name]`. */
const isAccessed = node =>
	(ts.isPropertyAccessExpression(node.parent) || ts.isElementAccessExpression(node.parent)) &&
	node.parent.expression === node;

/** A key that is known only at run time asks for the whole table. */
function indexed({expression, argumentExpression}) {
	const table = checker.getTypeAtLocation(expression);
	const index = checker.getTypeAtLocation(argumentExpression);
	const keys = index.isUnion() ? index.types : [index];
	if (!keys.every(key => key.isStringLiteral())) return withAllBelow(table);
	return keys.map(({value}) => table.getProperty(value));
}

/** True where a table is passed on as another type, by whose members its own cannot be followed. */
function leavesSight(node, texts) {
	if (ts.isVariableDeclaration(node.parent) && !node.parent.type) return false;
	const seenAs = checker.getContextualType(node);
	const isKnown = ({name, declarations}) =>
		seenAs?.getProperty(name)?.declarations?.some(declaration => declarations?.includes(declaration));
	return seenAs !== undefined && !texts.every(isKnown);
}

/** The texts that one node of the code asks for. */
function askedFor(node) {
	const asked = [];
	if (ts.isPropertyAccessExpression(node)) asked.push(checker.getSymbolAtLocation(node.name));
	if (ts.isElementAccessExpression(node)) asked.push(...indexed(node));
	if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
		const name = node.propertyName ?? node.name;
		if (ts.isIdentifier(name)) asked.push(checker.getTypeAtLocation(node.parent).getProperty(name.text));
	}
	if (ts.isExpression(node) && !isAccessed(node)) {
		const type = checker.getTypeAtLocation(node);
		const texts = textsOf(type);
		if (texts.length > 0 && leavesSight(node, texts)) asked.push(...withAllBelow(type));
	}
	return asked;
}

/** The declarations of the texts that a file asks for. */
function askedForIn(file) {
	const asked = new Set();
	// Texts name each other by a member; putting the tables together asks for none.
	const isTable = file.fileName.startsWith(`${source}/text/`);
	const visit = node => {
		if (!isTable || ts.isPropertyAccessExpression(node)) {
			for (const symbol of askedFor(node)) for (const declaration of symbol?.declarations ?? []) asked.add(declaration);
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return asked;
}

// No file of core imports a text, be it as a type (rules.json), so that none can ask for one.
const files = program
	.getSourceFiles()
	.filter(({fileName}) => fileName.startsWith(`${source}/`) && !fileName.startsWith(`${source}/core/`));
const askedByFile = new Map(files.map(file => [file.fileName, askedForIn(file)]));

/**
 * Names the texts that nothing asks for by their members, from the top of `Messages` on. The compiler says what a name
 * refers to, so that a member of the same name elsewhere does not count.
 *
 * @param counts The files that may ask; by default all below `source`.
 */
function unusedTexts(counts = () => true) {
	const used = new Set([...askedByFile].flatMap(([name, asked]) => (counts(name) ? [...asked] : [])));
	const unused = (type, path) =>
		textsOf(type).flatMap(text => {
			const own = text.declarations?.some(declaration => used.has(declaration)) ? [] : [`${path}${text.name}`];
			return [...own, ...unused(checker.getTypeOfSymbol(text), `${path}${text.name}.`)];
		});
	const index = checker.getSymbolAtLocation(program.getSourceFile(`${source}/text/index.ts`));
	const messages = index.exports.get(ts.escapeLeadingUnderscores('Messages'));
	return unused(checker.getDeclaredTypeOfSymbol(messages), '');
}

const unused = unusedTexts();
for (const name of unused) console.error(`No code asks for the text ${name}.`);

// Without one of the screens, its own texts must be found, or the check sees nothing.
const withoutScreen = unusedTexts(path => !path.endsWith('/screen/features/done.tsx'));
const isBlind = !withoutScreen.includes('app.done.next') || withoutScreen.includes('app.done.written');
if (isBlind) console.error('The check does not find the texts of a screen that is left out.');

process.exitCode = unused.length > 0 || isBlind ? 1 : 0;
