import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';
import type {Context} from '../command-line/context.ts';
import {findInputs} from '../command-line/inputs.ts';
import {keepFor} from '../command-line/keep.ts';
import type {EngineChoice} from '../core/engines/choice.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {lineFormat} from '../output/printer.ts';
import {readPictures} from './read-pictures.ts';
import {sharedEngines} from './shared-engines.ts';

/**
 * `recognize --stdin-list`: reads the pictures whose paths come on standard input, one a line, and prints a line for
 * each as soon as it is read, until standard input ends. The engine is loaded once: a program that asks often pays the
 * start once.
 *
 * @throws AppError USAGE with a format that has an end
 */
export async function readListed(context: Context, engine: EngineChoice): Promise<number> {
	const {args, stdin, signal} = context;
	const format = lineFormat(args, '--stdin-list');
	const [word] = args.words;
	if (word !== undefined) throw new AppError('USAGE', {problem: 'conflict', option: '--stdin-list', other: word});
	const engines = sharedEngines(context);
	const codes = new Set<number>();
	try {
		for await (const words of waitingLines(stdin, signal)) {
			const inputs = await findInputs({files: [], folders: [], words}, signal);
			const task = {...inputs, engine, format, single: false} as const;
			const result = await readPictures({...context, createEngine: engines.create}, task);
			if (result.stopped || signal.aborted) return result.exitCode;
			codes.add(result.exitCode);
		}
	} finally {
		await engines.close();
	}

	await keepFor(context, [], []);
	return exitCodeOfAll(codes);
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
		const path = line.replace(/^\uFEFF/, '');
		if (path.trim() !== '') waiting.push(path);
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
