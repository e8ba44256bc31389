import {execFile} from 'node:child_process';
import {copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, expect, test} from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin', 'biome');

/** [the file that imports, what it imports, whether it may] */
const arrows = [
	['core/passport/a.ts', '../errors.ts', true],
	['core/passport/a.ts', '../records/record.ts', false],
	['core/pictures/a.ts', '../passport/model/reading.ts', false],
	['core/engines/offline/a.ts', '../../passport/model/reading.ts', true],
	['core/engines/offline/a.ts', '../../batch/batch.ts', false],
	['core/records/a.ts', '../passport/model/passport.ts', true],
	['core/records/a.ts', '../engines/engine.ts', true],
	['core/records/a.ts', '../engines/choice.ts', true],
	['core/records/a.ts', '../engines/two-engines.ts', false],
	['core/settings/a.ts', '../engines/choice.ts', true],
	['core/settings/a.ts', '../engines/two-engines.ts', false],
	['core/batch/a.ts', '../engines/two-engines.ts', true],
	['core/batch/a.ts', '../review/review.ts', false],
	['core/review/a.ts', '../records/record.ts', true],
	['core/review/a.ts', '../batch/batch.ts', false],
	['core/review/a.ts', '../journal/file.ts', false],
	['core/journal/a.ts', '../review/review.ts', true],
	['core/journal/a.ts', '../batch/batch.ts', false],
	['core/export/a.ts', '../records/record.ts', true],
	['core/export/a.ts', '../settings/settings.ts', false],
	['core/settings/a.ts', '../batch/batch.ts', false],
	['core/settings/a.ts', '../../text/index.ts', false],
	['core/export/a.ts', '../../commands/export.ts', false],
	['core/review/a.ts', '../../session/store.ts', false],
	['core/batch/a.ts', 'react', false],
	['core/batch/a.ts', 'ink', false],
	['core/clean-text.ts', './records/record.ts', false],
	['terminal/a.ts', '../core/errors.ts', false],
	['text/en/a.ts', '../../core/errors.ts', true],
	['text/en/a.ts', '../../session/store.ts', false],
	['commands/a.ts', '../core/errors.ts', true],
	['commands/a.ts', '../screen/run.tsx', false],
	['command-line/a.ts', '../session/store.ts', false],
	['output/a.ts', '../text/index.ts', true],
	['commands/a.ts', 'ink', false],
	['screen/run.tsx', '../terminal/terminal.ts', true],
	['screen/run.tsx', '../commands/recognize.ts', false],
	['session/a.ts', '../core/errors.ts', true],
	['session/a.ts', '../line-mode/run.ts', false],
	['session/a.ts', '../screen/theme.ts', false],
	['session/picker/effects/a.ts', '../../../terminal/blocks.ts', false],
	['session/a.ts', 'ink', false],
	['line-mode/a.ts', '../session/state.ts', true],
	['line-mode/a.ts', '../screen/app.tsx', false],
	['line-mode/a.ts', '../terminal/key.ts', false],
	['screen/features/a.tsx', '../../core/passport/model/fields.ts', true],
	['screen/features/a.tsx', 'node:fs/promises', false],
	['cli.ts', './screen/run.tsx', true],
] as const;

const statements = [
	(from: string) => `import ${JSON.stringify(from)};\n`,
	(from: string) => `import type {A} from ${JSON.stringify(from)};\nexport type B = A;\n`,
	(from: string) => `export const a = import(${JSON.stringify(from)});\n`,
];

/** Files of one room that import each other in a circle: by value, by type, and as an export from elsewhere. */
const circles = [
	['value', (from: string) => `import {b} from '${from}';\nexport const a = () => b;\n`],
	['type', (from: string) => `import type {B} from '${from}';\nexport type A = B;\n`],
	['re-export', (from: string) => `export * from '${from}';\nexport const a = 1;\n`],
] as const;

let folder: string;
let refused: Set<string>;
let circular: Set<string>;

const placeOf = (path: string, index: number): string =>
	join('source', path.replace(/(?<extension>\.tsx?)$/, index === 0 ? '$1' : `-${index}$1`));

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'arrows-'));
	await copyFile(join(root, 'test', 'lint', 'rules.json'), join(folder, 'biome.json'));
	refused = new Set();
	circular = new Set();
	for (const [kind, statement] of circles) {
		await mkdir(join(folder, 'source', 'circle'), {recursive: true});
		await writeFile(join(folder, 'source', 'circle', `${kind}-a.ts`), statement(`./${kind}-b.ts`));
		await writeFile(join(folder, 'source', 'circle', `${kind}-b.ts`), statement(`./${kind}-c.ts`));
		await writeFile(join(folder, 'source', 'circle', `${kind}-c.ts`), statement(`./${kind}-a.ts`));
		await writeFile(join(folder, 'source', 'circle', `${kind}-outside.ts`), statement(`./${kind}-a.ts`));
	}
	for (const [number, [path, from]] of arrows.entries()) {
		for (const [form, statement] of statements.entries()) {
			const file = join(folder, placeOf(path, number * statements.length + form + 1));
			await mkdir(dirname(file), {recursive: true});
			await writeFile(file, statement(from));
		}
	}

	const report = await new Promise<string>(resolve => {
		const only = ['--only=style/noRestrictedImports', '--only=suspicious/noImportCycles'];
		const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', ...only, '.'];
		execFile(process.execPath, args, {cwd: folder, maxBuffer: 1e8}, (_error, stdout) => resolve(stdout));
	});
	const {diagnostics} = JSON.parse(report) as {
		diagnostics: {category: string; location: {path: string | {file: string}}}[];
	};
	for (const {category, location} of diagnostics) {
		const found = category.endsWith('noImportCycles') ? circular : refused;
		found.add(typeof location.path === 'string' ? location.path : location.path.file);
	}
});

afterAll(() => rm(folder, {recursive: true, force: true}));

test.each(arrows.map(([path, from, may], number) => [path, may ? 'may' : 'must not', from, number] as const))(
	'%s %s import %s',
	(path, may, _from, number) => {
		for (const form of statements.keys()) {
			const file = placeOf(path, number * statements.length + form + 1).replaceAll('\\', '/');
			expect([...refused].some(name => name.endsWith(file))).toBe(may === 'must not');
		}
	},
);

test.each(circles.map(([kind]) => kind))('three files in a circle by %s are refused, a file beside it is not', kind => {
	const names = [...circular].filter(name => name.includes(`/${kind}-`)).map(name => name.replace(/^.*-/, ''));
	expect(names.sort()).toEqual(['a.ts', 'b.ts', 'c.ts']);
});

test('core leaves the terminal and the end of the process to the faces', async () => {
	const core = join(root, 'source', 'core');
	const files = (await readdir(core, {recursive: true})).filter(name => /\.tsx?$/.test(name));
	const guilty = [];
	for (const name of files) {
		if (/\bprocess\.(stdout|stderr|stdin|exit)\b|\bconsole\./.test(await readFile(join(core, name), 'utf8')))
			guilty.push(name);
	}

	expect(guilty).toEqual([]);
});
