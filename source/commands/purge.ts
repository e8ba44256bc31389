import {stat, unlink} from 'node:fs/promises';
import {createInterface} from 'node:readline/promises';
import {cleanText} from '../core/clean-text.ts';
import {exitCodes} from '../core/errors.ts';
import {writingError} from '../core/records/atomic-write.ts';
import {type FoundSidecar, sidecarsBelow} from '../core/records/sidecars-below.ts';
import type {Command, Context} from './context.ts';
import {flag, text} from './parse.ts';
import {errorLines} from './say-error.ts';

const hours = {h: 1, d: 24, w: 7 * 24, m: 30 * 24} as const;

/** `30d` and the like in milliseconds. A month is 30 days. */
const duration = (age: string): number =>
	Number(age.slice(0, -1)) * hours[age.at(-1) as keyof typeof hours] * 3_600_000;

/** `purge`: deletes results that this program kept. What the original skill or another program wrote stays. */
export const purge: Command = async context => {
	const {args, messages, now, say} = context;
	const folder = text(args, 'dir') ?? '.';
	const age = text(args, 'older-than');
	const before = age === undefined ? Infinity : now().getTime() - duration(age);
	const doomed: string[] = [];
	for await (const found of sidecarsBelow(folder)) {
		if (isOurs(found) && (await readAt(found)) < before) doomed.push(found.path);
	}

	const {purge: words} = messages.commands;
	if (doomed.length === 0) {
		say(words.nothing(cleanText(folder)));
		return exitCodes.ok;
	}

	if (
		context.interactive &&
		!flag(args, 'yes') &&
		!(await agreed(context, words.ask(doomed.length, cleanText(folder))))
	) {
		say(words.left);
		return exitCodes.ok;
	}

	let deleted = 0;
	for (const path of doomed) {
		try {
			await unlink(path);
			deleted++;
		} catch (error) {
			const {code, details} = writingError(path, error);
			for (const line of errorLines(code, details, messages)) say(line);
		}
	}

	say(words.deleted(deleted));
	say(words.disk);
	return deleted === doomed.length ? exitCodes.ok : exitCodes.someFailed;
};

const isOurs = (found: FoundSidecar): boolean =>
	found.kind === 'leftover' || found.sidecar.kind === 'ours' || found.sidecar.kind === 'broken';

/** Milliseconds since the epoch when the result was read; of what cannot say so, when the file was written. */
async function readAt(found: FoundSidecar): Promise<number> {
	const said =
		found.kind === 'sidecar' && found.sidecar.kind === 'ours' ? Date.parse(found.sidecar.record('').recognizedAt) : NaN;
	if (!Number.isNaN(said)) return said;
	return await stat(found.path).then(
		({mtimeMs}) => mtimeMs,
		() => Infinity,
	);
}

async function agreed({stdin, messages, signal}: Context, question: string): Promise<boolean> {
	const dialog = createInterface({input: stdin, output: process.stderr});
	try {
		return messages.commands.purge.yes.includes((await dialog.question(question, {signal})).trim().toLowerCase());
	} finally {
		dialog.close();
	}
}
