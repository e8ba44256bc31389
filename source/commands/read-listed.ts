import {resolve} from 'node:path';
import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';
import type {Context} from '../command-line/context.ts';
import {findInputs, type Inputs} from '../command-line/inputs.ts';
import {keepFor} from '../command-line/keep.ts';
import type {EngineChoice} from '../core/engines/choice.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {fileOf, numberedPage, partOf, pictureAddress} from '../core/picture-address.ts';
import {namesInTurn} from '../core/records/picture-names.ts';
import {lineFormat} from '../output/printer.ts';
import {readingOnce} from './read-once.ts';
import {readPictures} from './read-pictures.ts';
import {sharedEngines} from './shared-engines.ts';

/**
 * `recognize --stdin-list`: reads the pictures whose paths come on standard input, one a line, and prints a line for
 * each as soon as it is read, until standard input ends. Each line is answered, also one that came before: a program may
 * wait for it. The engine is loaded once, and reads each content once.
 *
 * @throws AppError USAGE with a format that has an end
 */
export async function readListed(context: Context, engine: EngineChoice): Promise<number> {
	const {args, stdin, signal} = context;
	const format = lineFormat(args, '--stdin-list');
	const [word] = args.words;
	if (word !== undefined) throw new AppError('USAGE', {problem: 'conflict', option: '--stdin-list', other: word});
	const engines = sharedEngines({...context, createEngine: readingOnce(context.createEngine)});
	const codes = new Set<number>();
	const names = namesInTurn();
	try {
		for await (const words of waitingLines(stdin, signal)) {
			const lines: Inputs[] = [];
			for (const word of words) lines.push(await findInputs({files: [], folders: [], words: [word]}, signal));
			for (const round of withoutRepeats(lines)) {
				const paths = round.flatMap(line => line.paths);
				const failures = round.flatMap(line => line.failures);
				for (const path of [...paths, ...failures.map(failure => failure.path)]) names.add(path);
				const task = {paths, failures, engine, format, single: false, nameOf: names.nameOf} as const;
				const result = await readPictures({...context, createEngine: engines.create}, task);
				if (result.stopped || signal.aborted) return result.exitCode;
				codes.add(result.exitCode);
			}
		}
	} finally {
		await engines.close();
	}

	await keepFor(context, [], []);
	return exitCodeOfAll(codes);
}

/**
 * Lines in rounds that are read one after the other. A batch answers once for each picture, so a line that names what an
 * earlier one of its round names, or a part of it, waits for the next.
 */
function* withoutRepeats(lines: readonly Inputs[]): Generator<readonly Inputs[]> {
	let waiting = lines;
	while (waiting.length > 0) {
		const asked = createAskedAddresses();
		const round: Inputs[] = [];
		const later: Inputs[] = [];
		for (const line of waiting) {
			if (line.paths.some(asked.has)) {
				later.push(line);
				continue;
			}
			round.push(line);
			line.paths.forEach(asked.add);
		}
		yield round;
		waiting = later;
	}
}

/** Addresses that were asked for; one of a file without a number is all of the file. */
function createAskedAddresses() {
	const files = new Set<string>();
	const wholeFiles = new Set<string>();
	const pages = new Set<string>();
	const partsOf = (path: string) => {
		const file = resolve(fileOf(path));
		return {file, isWhole: partOf(path) === '', page: numberedPage(file, pictureAddress(path).page)};
	};
	return {
		has(path: string): boolean {
			const {file, isWhole, page} = partsOf(path);
			return isWhole ? files.has(file) : wholeFiles.has(file) || pages.has(page);
		},
		add(path: string): void {
			const {file, isWhole, page} = partsOf(path);
			files.add(file);
			if (isWhole) wholeFiles.add(file);
			else pages.add(page);
		},
	};
}

/** As for one batch of all: failures weigh more than results that a person must look at. */
function exitCodeOfAll(codes: ReadonlySet<number>): number {
	const [only = exitCodes.noUsableInput] = codes;
	if (codes.size <= 1) return only;
	const failed = [...codes].some(code => code !== exitCodes.ok && code !== exitCodes.mustLook);
	return failed ? exitCodes.someFailed : exitCodes.mustLook;
}

/** The lines that came since the last look, again and again until the stream ends; empty ones are left out. */
async function* waitingLines(stream: Readable, signal: AbortSignal): AsyncGenerator<readonly string[]> {
	const reader = createInterface({input: stream, crlfDelay: Number.POSITIVE_INFINITY, signal});
	let waiting: string[] = [];
	let isOpen = true;
	let wake = () => {};
	reader.on('line', line => {
		// `find -print0` ends each path with NUL, which no path may hold.
		const paths = line.replace(/^\uFEFF/, '').split('\0');
		waiting.push(...paths.filter(path => path.trim() !== ''));
		wake();
	});
	reader.on('close', () => {
		isOpen = false;
		wake();
	});
	while (isOpen || waiting.length > 0) {
		if (waiting.length === 0) {
			await new Promise<void>(resolve => {
				wake = resolve;
			});
			continue;
		}

		const lines = waiting;
		waiting = [];
		yield lines;
	}
}
