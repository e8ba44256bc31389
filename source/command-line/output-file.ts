import {readdir, stat} from 'node:fs/promises';
import {basename, dirname, extname} from 'node:path';
import {AppError} from '../core/errors.ts';
import {isNamedPicture} from '../core/pictures/files/extensions.ts';
import {writeAtomic} from '../core/records/atomic-write.ts';
import {commands, optionOf} from './options.ts';
import {type Arguments, text} from './parse.ts';

export type OutputFile = {
	readonly path: string;
	/** The arguments, with the format that the name of the file asks for. */
	readonly args: Arguments;
	readonly out: (content: string | Uint8Array) => void;
	/** Writes what was printed, all at once; false where that is nothing. */
	readonly write: () => Promise<boolean>;
};

/**
 * The file that `--output` names for a command that prints; undefined for standard output, and for a command that writes
 * its file itself.
 *
 * @throws AppError USAGE for the name of a picture, of a spreadsheet, or of the kept result of a picture; NOT_WRITABLE
 * for a folder that is not there, before anything is read
 */
export async function outputFile(args: Arguments): Promise<OutputFile | undefined> {
	const path = text(args, 'output');
	const prints = commands[args.command].options.includes('output-format');
	if (!prints || path === undefined || path === '-') return undefined;
	const extension = extname(path).toLowerCase();
	if (/^\.xls[xm]?$/.test(extension)) {
		throw new AppError('USAGE', {problem: 'prints', option: path, for: args.command});
	}
	if (isNamedPicture(path) || (await isKeptResult(path))) {
		throw new AppError('USAGE', {problem: 'taken', option: '--output', value: path, for: args.command});
	}
	const folder = await stat(dirname(path)).catch(() => undefined);
	if (!folder?.isDirectory()) throw new AppError('NOT_WRITABLE', {path, reason: 'ENOENT'});
	const printed: Buffer[] = [];
	return {
		path,
		args: withFormat(args, extension),
		out: content => void printed.push(Buffer.from(content)),
		async write() {
			if (printed.length === 0) return false;
			await writeAtomic(path, Buffer.concat(printed), {mode: 0o600, how: 'replace'});
			return true;
		},
	};
}

/** Whether the result of a picture is kept there: `photo.json` beside `photo.jpg`. */
async function isKeptResult(path: string): Promise<boolean> {
	if (extname(path).toLowerCase() !== '.json') return false;
	const stem = basename(path, extname(path));
	const names = await readdir(dirname(path)).catch(() => []);
	return names.some(name => isNamedPicture(name) && basename(name, extname(name)) === stem);
}

function withFormat(args: Arguments, extension: string): Arguments {
	const format = {'.ndjson': 'ndjson', '.jsonl': 'ndjson', '.csv': 'csv'}[extension];
	const isTaken = format !== undefined && optionOf(args.command, 'output-format').choices?.includes(format);
	if (!isTaken || args.values.has('output-format')) return args;
	return {...args, values: new Map([...args.values, ['output-format', [format]]])};
}
