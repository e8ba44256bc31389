import {dirname, join} from 'node:path';
import ts from 'typescript';

/**
 * Finds texts that nothing asks for, named by their members from the top of `Messages` on. The compiler says what a name
 * refers to, so that a member of the same name elsewhere is not taken for it. Where a table goes to somebody who sees it
 * as another type, or is asked for what is known only later, all of it counts as used.
 *
 * @param root The folder of the project.
 * @returns a function of the files whose wishes count, by default all below `source`.
 */
export function createTextFinder(root: string): (counts?: (path: string) => boolean) => readonly string[] {
	const source = join(root, 'source').replaceAll('\\', '/');
	const {options, fileNames} = configOf(join(root, 'tsconfig.json'));
	const names = fileNames.filter(name => name.startsWith(`${source}/`));
	const program = ts.createProgram(names, {...options, noEmit: true});
	const checker = program.getTypeChecker();

	const isText = (declaration: ts.Declaration) => declaration.getSourceFile().fileName.startsWith(`${source}/text/en/`);
	const textsOf = (type: ts.Type) => type.getProperties().filter(({declarations}) => declarations?.some(isText));
	const withAllBelow = (type: ts.Type): ts.Symbol[] =>
		textsOf(type).flatMap(text => [text, ...withAllBelow(checker.getTypeOfSymbol(text))]);

	function indexed({expression, argumentExpression}: ts.ElementAccessExpression): (ts.Symbol | undefined)[] {
		const table = checker.getTypeAtLocation(expression);
		const index = checker.getTypeAtLocation(argumentExpression);
		const keys = index.isUnion() ? index.types : [index];
		if (!keys.every(key => key.isStringLiteral())) return withAllBelow(table);
		return keys.map(({value}) => table.getProperty(value));
	}

	/** Whoever is given the table names its members by another type. */
	function leavesSight(node: ts.Expression, texts: readonly ts.Symbol[]): boolean {
		if (ts.isVariableDeclaration(node.parent) && !node.parent.type) return false;
		const seenAs = checker.getContextualType(node);
		const isKnown = ({name, declarations}: ts.Symbol) =>
			seenAs?.getProperty(name)?.declarations?.some(declaration => declarations?.includes(declaration));
		return seenAs !== undefined && !texts.every(isKnown);
	}

	function askedFor(node: ts.Node): (ts.Symbol | undefined)[] {
		const asked: (ts.Symbol | undefined)[] = [];
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

	return (counts = () => true) => {
		const used = new Set<ts.Declaration>();
		const mark = (symbols: readonly (ts.Symbol | undefined)[]) => {
			for (const symbol of symbols) for (const declaration of symbol?.declarations ?? []) used.add(declaration);
		};
		for (const file of program.getSourceFiles()) {
			const {fileName} = file;
			if (!fileName.startsWith(`${source}/`) || !counts(fileName)) continue;
			// Texts name each other by a member; putting the tables together asks for none.
			const isTable = fileName.startsWith(`${source}/text/`);
			const visit = (node: ts.Node): void => {
				if (!isTable || ts.isPropertyAccessExpression(node)) mark(askedFor(node));
				ts.forEachChild(node, visit);
			};
			visit(file);
		}

		const unused = (type: ts.Type, path: string): string[] =>
			textsOf(type).flatMap(text => {
				const own = text.declarations?.some(declaration => used.has(declaration)) ? [] : [`${path}${text.name}`];
				return [...own, ...unused(checker.getTypeOfSymbol(text), `${path}${text.name}.`)];
			});
		const index = checker.getSymbolAtLocation(program.getSourceFile(`${source}/text/index.ts`)!)!;
		const messages = index.exports!.get(ts.escapeLeadingUnderscores('Messages'))!;
		return unused(checker.getDeclaredTypeOfSymbol(messages), '');
	};
}

/** `node` in `node.name` and `node[name]`. */
const isAccessed = (node: ts.Expression): boolean =>
	(ts.isPropertyAccessExpression(node.parent) || ts.isElementAccessExpression(node.parent)) &&
	node.parent.expression === node;

function configOf(path: string): ts.ParsedCommandLine {
	const {config} = ts.readConfigFile(path, ts.sys.readFile);
	return ts.parseJsonConfigFileContent(config, ts.sys, dirname(path));
}
