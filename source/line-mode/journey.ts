import {reviewCounts} from '../core/review/selectors.ts';
import {deleteOld} from '../session/app/retention.ts';
import {everyRow} from '../session/batch-list/every-row.ts';
import type {Problem} from '../session/problem.ts';
import {readingStats} from '../session/reading/stats.ts';
import {unsavedCounts} from '../session/reading/unsaved.ts';
import {leftKindsTold, tallyLine} from '../session/review/tally-view.ts';
import {messages} from '../text/index.ts';
import {answerName, answers} from './answers.ts';
import {agreeToSend, begin} from './begin.ts';
import {check} from './check.ts';
import {withCommands} from './commands.ts';
import {isOver} from './item-lines.ts';
import {type Line, type LineOptions, openLine} from './line.ts';
import {oneOf} from './one-of.ts';
import {togetherLines} from './together.ts';
import {withTrip} from './trip.ts';
import {typeUnread} from './type-unread.ts';
import {writeList} from './write.ts';

/**
 * The guided session as lines: the same session as on the screen, one question at a time, nothing drawn twice. Ends when
 * all is done, or when the person stops or has nothing more to say.
 *
 * @param onOpen gets what Ctrl-C calls
 * @returns why nothing was read; undefined when something was, or the person stopped
 */
export async function travel(
	given: LineOptions,
	onOpen: (interrupt: () => void) => void = () => {},
): Promise<Problem | undefined> {
	const options = {...given, talk: withCommands(given.talk, given.language)};
	const {talk, language} = options;
	const text = messages(language);
	talk.say(text.app.welcome.line);
	talk.say(text.plain.start(answerName));
	const {line, interrupt, close} = openLine(options);
	onOpen(interrupt);
	let isStopped = false;
	try {
		isStopped = !(await begin(line, options)) || !(await follow(withTrip(line)));
		const {reading, notice} = line.state();
		return reading.phase === 'idle' && notice?.kind === 'error' ? notice : undefined;
	} finally {
		await close();
		if (isStopped) talk.say(stoppedText(line));
		for (const said of await deleteOld(line.state(), options)) talk.say(said);
	}
}

/** What is kept when the person has stopped, after the last try to keep it. */
function stoppedText({state, language}: Line): string {
	const {app, plain} = messages(language);
	const {command, reading} = state();
	if (reading.unsaved.size === 0) return plain.stopped(command);
	return app.stoppedUnsaved(reading.unsaved.size, unsavedCounts(state()), command);
}

/** Reads, checks and writes. False when the person stopped on the way. */
async function follow(line: Line): Promise<boolean> {
	const {talk, language, state, act} = line;
	const {plain} = messages(language);
	if (!(await agreeToSend(line)) || !(await readAll(line))) return false;
	const counts = readingStats(state());
	if (counts.done > 0) talk.say(plain.read(tallyLine(language, counts, leftKindsTold, 'short')));
	const records = everyRow(state()).flatMap(({record}) => record ?? []);
	for (const said of togetherLines(language, records)) talk.say(said);
	act('reading.review');
	const isChecked = (await checkAll(line)) && (await checkArrivals(line));
	const {accepted, edited, rejected, left, total} = reviewCounts(state().review);
	if (total > 0) talk.say(plain.result(accepted + edited, rejected, left));
	return isChecked && (await writeList(line));
}

const checkAll = async (line: Line): Promise<boolean> => (await typeUnread(line)) && (await check(line));

/** Waits until all is read. False when the person stopped, or nothing is read. */
async function readAll(line: Line): Promise<boolean> {
	const {state, until} = line;
	const isAsked = () => ['second', 'goOnSending'].includes(state().question?.kind ?? '');
	do {
		if (!(await agreeToSend(line))) return false;
		if (!(await until(({reading}) => isOver(reading) || isAsked()))) return false;
	} while (isAsked());
	return state().reading.phase !== 'idle';
}

/** While folders are watched: checks what has come, as often as the person wants. False when the person stopped. */
async function checkArrivals(line: Line): Promise<boolean> {
	const {talk, language, state, act} = line;
	for (;;) {
		const {watched} = state().reading;
		if (watched === undefined) return true;
		const answer = await oneOf(talk, language, messages(language).plain.watching(watched, answerName), [
			'',
			answers.write,
		]);
		if (answer === undefined) return false;
		if (answer === answers.write) act('reading.watch');
		else if (!(await readAll(line)) || !(await checkAll(line))) return false;
	}
}
