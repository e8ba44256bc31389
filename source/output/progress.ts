import type {Context} from '../command-line/context.ts';
import {errorLines, errorText} from '../command-line/errors.ts';
import {exitCodeOfError} from '../command-line/exit-code.ts';
import type {BatchEvent} from '../core/batch/item.ts';
import {cleanText} from '../core/clean-text.ts';
import type {PictureNote} from '../core/engines/engine.ts';
import {type AppError, exitCodes, isUntried} from '../core/errors.ts';
import {isUnfit, type TripDay, validityOf} from '../core/passport/judge/validity.ts';
import {isBlank} from '../core/records/failures.ts';
import type {Outcome} from '../core/records/record.ts';
import type {SummaryCounts} from '../text/en/commands.ts';
import {fileSize} from '../text/format.ts';
import type {Messages} from '../text/index.ts';
import {sayReason} from '../text/reason.ts';
import {doubtText, statusText} from './tables.ts';

export type Progress = ReturnType<typeof createProgress>;

type Sayings = {readonly [Type in BatchEvent['type']]?: (event: Extract<BatchEvent, {type: Type}>) => void};

/** One plain line a finished picture on stderr, without cursor movements, so that it also reads well in a log. */
export function createProgress(
	{say, warn, messages}: Pick<Context, 'say' | 'warn' | 'messages'>,
	pictures: readonly string[],
	nameOf: (path: string) => string,
	{today, trip}: TripDay,
) {
	const {recognize, failed, next, about, aside, comma} = messages.commands;
	let total = pictures.length;
	let count = 0;
	let helped = false;
	const advised = new Set<string>();
	let failedBefore = 0;
	const holders = new Set<string>();
	/** Calls that were under way when a process was killed. */
	let lost = 0;
	const originals = {used: 0, older: 0};
	/** What helps each picture that failed, once where it is the same. */
	const helps = new Map<string, {readonly steps: readonly string[]; readonly isOfService: boolean}>();
	const name = (path: string) => cleanText(nameOf(path));
	const wordsOf = (outcome: Outcome): string => {
		if (outcome.kind === 'failed') {
			const {path, code, details} = outcome.failure;
			const {message} = errorText(code, details, messages);
			const said = total === 1 || message.includes(name(path)) ? message : about(name(path), message);
			return outcome.keeps ? recognize.keeps[outcome.keeps](said) : said;
		}
		const {passport, path} = outcome.record;
		const why = doubtText(outcome.record, messages);
		const kept = outcome.from === 'kept' ? `${comma}${recognize.kept}` : '';
		const validity = validityOf(passport, today, trip);
		const unfit = isUnfit(validity) ? `${comma}${messages.exported.validity[validity]}` : '';
		const status = statusText(outcome.record, messages);
		return about(name(path), (why ? aside(status, why) : status) + unfit + kept);
	};
	/** What is said or counted of what happens in a batch, besides what came of its pictures. */
	const sayings: Sayings = {
		added: () => void total++,
		unsaved({path, error, keptAt}) {
			const {message} = errorText(error.code, error.details, messages);
			warn(recognize.unsaved(name(path), message));
			if (keptAt !== undefined) warn(recognize.keptAt(cleanText(keptAt)));
		},
		elsewhere({holder}) {
			if (holder?.pid === process.pid) return;
			const who = holder ? `${holder.host} ${holder.pid}` : '';
			if (holders.has(who)) return;
			holders.add(who);
			say(holder ? recognize.elsewhere(holder.pid, cleanText(holder.host)) : recognize.elsewhereUnknown);
		},
		lost: () => void lost++,
		unanswered: ({count}) => warn(recognize.unanswered(count)),
		original: ({how}) => void originals[how]++,
		later: ({item, sidecar}) => say(recognize.later(name(item.path), name(sidecar))),
		note({item, note}) {
			const said = about(name(item.path), noteText(note, messages));
			// Two engines that read one picture say the same of it.
			if (note.code === 'advice' && advised.has(said)) return;
			advised.add(said);
			say(said);
		},
		settled({item, failure}) {
			if (failure) warn(recognize.noHelp(name(item.path), errorText(failure.code, failure.details, messages).message));
		},
	};
	return {
		happened(event: BatchEvent) {
			// Each entry takes the event of its own type; TypeScript cannot follow that through the table.
			(sayings[event.type] as ((event: BatchEvent) => void) | undefined)?.(event);
		},
		finished(outcome: Outcome) {
			count++;
			const place = `[${String(count).padStart(String(total).length)}/${total}]`;
			const failure = outcome.kind === 'failed' ? outcome.failure : undefined;
			const isKept = outcome.from === 'kept';
			if (!failure || isBlank(outcome)) {
				say(`${place} ${wordsOf(outcome)}`);
				return;
			}
			const head = isKept ? recognize.failedBefore : isUntried(failure) ? recognize.notRead : failed;
			warn(`${place} ${about(head, wordsOf(outcome))}`);
			if (isKept) failedBefore++;
			const {nextSteps} = errorText(failure.code, failure.details, messages);
			const isOfService = exitCodeOfError(failure.code) === exitCodes.service;
			helps.set(nextSteps.join('\n'), {steps: nextSteps, isOfService});
			// What helps one picture of many would bury the lines of the others.
			if (total > 1) return;
			helped = true;
			for (const step of nextSteps) warn(next(step));
		},
		/** Why the rest was not tried, and how many those were. */
		stopped(count: number, {code, details}: AppError) {
			// Said already, word for word.
			if (helped) return;
			helped = true;
			if (count > 0) warn(recognize.notSent(count));
			for (const line of errorLines(code, details, messages)) warn(line);
		},
		summary(counts: SummaryCounts) {
			const {read, failed: failures, untried} = counts;
			if (failedBefore > 0) say(recognize.notReadAgain(failedBefore));
			if (originals.used > 0) say(recognize.originalUsed(originals.used));
			if (originals.older > 0) say(recognize.originalOlder(originals.older));
			if (lost > 0) warn(recognize.lost(lost));
			if (read + failures + untried < 2) return;
			say(read === 0 ? recognize.nothingRead(counts) : recognize.summary(counts));
			if (helped) return;
			// One cause for all that failed, such as a folder of HEIC, is one thing to be done; a service that is gone always is.
			const shown = [...helps.values()].filter(({isOfService}) => isOfService || helps.size === 1);
			for (const {steps} of shown.slice(0, 1)) for (const step of steps) say(next(step));
		},
	};
}

function noteText(note: PictureNote, {commands, reasons}: Messages): string {
	const {notes} = commands.recognize;
	switch (note.code) {
		case 'reduced':
			return notes.reduced(fileSize(note.from), fileSize(note.to));
		case 'converted':
			return notes.converted(note.from.toUpperCase(), note.to.toUpperCase());
		case 'small':
			return notes.small(`${note.width} x ${note.height}`);
		case 'cut':
			return notes.cut;
		case 'advice':
			return sayReason(reasons, note.reason);
	}
}
