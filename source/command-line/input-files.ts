import {fstatSync} from 'node:fs';
import {stat} from 'node:fs/promises';
import {AppError} from '../core/errors.ts';
import {expandFiles} from './expand-files.ts';
import {options, optionsOf} from './options.ts';
import {type Arguments, texts} from './parse.ts';

/** The names of all files that a command line gives to be read, without a look whether they are there. */
function namedInputs(args: Arguments): readonly string[] {
	const named = optionsOf(args.command).filter(name => options[name].path === 'file' && name !== 'output');
	return [
		...args.words,
		...named.flatMap(name => texts(args, name)),
		...texts(args, 'base64').flatMap(text => (text.startsWith('@') ? [text.slice(1)] : [])),
		// A table of a form.
		...texts(args, 'set').map(pair => pair.slice(pair.indexOf('=') + 1)),
	];
}

/** Which file it is, under whatever name; undefined for what is no file. */
type Identity = {readonly dev: bigint; readonly ino: bigint; readonly isFile: () => boolean};

const isSame = (one: Identity, other: Identity | undefined): boolean =>
	other?.isFile() === true && one.dev === other.dev && one.ino === other.ino;

function standardInput(): Identity | undefined {
	try {
		return fstatSync(0, {bigint: true});
	} catch {
		return undefined;
	}
}

/**
 * Throws where the file that a command is to write is one that it reads, also under another spelling, behind a link or as
 * standard input: it would be gone.
 *
 * @throws AppError USAGE {problem: 'own-input', option, value, input}
 */
export async function mustNotBeInput(args: Arguments, output: string): Promise<void> {
	const identity = (path: string) => stat(path, {bigint: true}).catch(() => undefined);
	const own = await identity(output);
	if (!own?.isFile()) return;
	const refuse = (input: string) =>
		new AppError('USAGE', {problem: 'own-input', option: '--output', value: output, input, for: args.command});
	const inputs = await expandFiles(namedInputs(args), () => {});
	for (const input of inputs) if (isSame(own, await identity(input))) throw refuse(input);
	if (isSame(own, standardInput())) throw refuse('-');
}
