import {readdir, stat} from 'node:fs/promises';
import {dirname, extname} from 'node:path';
import {AppError} from '../core/errors.ts';
import {mustBeClosed} from '../core/export/open-elsewhere.ts';
import {isNamedPicture, isPictureFile} from '../core/pictures/files/extensions.ts';
import {writeAtomic} from '../core/records/atomic-write.ts';
import {chosenFile} from '../core/records/chosen-file.ts';
import {mustNotBeInput} from './input-files.ts';
import {commands, optionOf} from './options.ts';
import {type Arguments, text} from './parse.ts';

export type OutputFile = {
	readonly path: string;
	/** The arguments, with the format that the name of the file asks for. */
	readonly args: Arguments;
	readonly out: (content: string | Uint8Array) => void;
	/** Writes what was printed, all at once; false where that is nothing. What cannot be written is given to `instead`. */
	readonly write: (instead: (content: Uint8Array) => void) => Promise<boolean>;
};

/**
 * The file that `--output` names for a command that prints; undefined for standard output, and for a command that writes
 * its file itself.
 *
 * @throws AppError USAGE for a picture, the name of a spreadsheet, the kept result of a picture, and for a file that the
 * command reads; NOT_WRITABLE for a folder that is not there, and a file that may not be replaced; both before anything
 * is read
 */
export async function outputFile(args: Arguments): Promise<OutputFile | undefined> {
	const path = text(args, 'output');
	const prints = commands[args.command].options.includes('output-format');
	if (!prints || path === undefined || path === '-') return undefined;
	const extension = extname(path).toLowerCase();
	if (/^\.xls[xm]?$/.test(extension) || (extension === '.csv' && !writesCsv(args))) {
		throw new AppError('USAGE', {problem: 'prints', option: path, for: args.command});
	}
	const {path: file, stats} = await chosenFile(path);
	const missing = stats ? undefined : await missingFolder(path);
	if (missing !== undefined) throw new AppError('NOT_WRITABLE', {path, reason: missing});
	if ((await isPictureFile(file)) || (await isKeptResult(file))) {
		throw new AppError('USAGE', {problem: 'taken', option: '--output', value: path, for: args.command});
	}
	if (stats) await mustBeClosed(file);
	await mustNotBeInput(args, path);
	const printed: Buffer[] = [];
	return {
		path,
		args: withFormat(args, extension),
		out: content => void printed.push(Buffer.from(content)),
		async write(instead) {
			if (printed.length === 0) return false;
			const content = Buffer.concat(printed);
			try {
				await writeAtomic(file, content, {mode: 0o600, how: 'replace'});
			} catch (error) {
				instead(content);
				throw error;
			}
			return true;
		},
	};
}

/** Why nothing can be written under a new name, where its folder is the reason. */
async function missingFolder(path: string): Promise<'ENOENT' | 'ENOTDIR' | undefined> {
	try {
		if (!(await stat(dirname(path))).isDirectory()) return 'ENOTDIR';
		return /[\\/]$/.test(path) ? 'ENOENT' : undefined;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'ENOTDIR' : 'ENOENT';
	}
}

/**
 * Whether the result of a picture is kept there, also where it is not there yet: `photo.json` or `photo.jpg.json` beside
 * `photo.jpg`. What was printed into a file of another name is no kept result.
 */
async function isKeptResult(path: string): Promise<boolean> {
	const {isPlaceOf, resultAt} = await import('../core/records/kept-result.ts');
	if ((await resultAt(path)) === 'kept') return true;
	if (extname(path).toLowerCase() !== '.json') return false;
	const names = await readdir(dirname(path)).catch(() => []);
	return names.some(name => isNamedPicture(name) && isPlaceOf(path, name));
}

/** A command that prints no CSV would write JSON under that name, unless a format was asked for. */
const writesCsv = (args: Arguments): boolean =>
	args.values.has('output-format') || optionOf(args.command, 'output-format').choices?.includes('csv') === true;

function withFormat(args: Arguments, extension: string): Arguments {
	const format = {'.ndjson': 'ndjson', '.jsonl': 'ndjson', '.csv': 'csv'}[extension];
	const isTaken = format !== undefined && optionOf(args.command, 'output-format').choices?.includes(format);
	if (!isTaken || args.values.has('output-format')) return args;
	return {...args, values: new Map([...args.values, ['output-format', [format]]])};
}
