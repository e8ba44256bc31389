import {reviewCounts} from '../core/review/selectors.ts';
import {everyRow} from '../session/batch-list/every-row.ts';
import type {Problem} from '../session/event.ts';
import {readingStats} from '../session/reading/stats.ts';
import {leftKindsTold, tallyLine} from '../session/review/tally-view.ts';
import {messages} from '../text/index.ts';
import {answerName} from './answers.ts';
import {agreeToGoOn, agreeToSecond, begin} from './begin.ts';
import {check} from './check.ts';
import {withCommands} from './commands.ts';
import {isOver} from './item-lines.ts';
import {type Line, type LineOptions, openLine} from './line.ts';
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
	try {
		if (!(await begin(line, options)) || !(await follow(withTrip(line))))
			talk.say(text.plain.stopped(line.state().command));
		const {reading, notice} = line.state();
		return reading.phase === 'idle' && notice?.kind === 'error' ? notice : undefined;
	} finally {
		await close();
	}
}

/** Reads, checks and writes. False when the person stopped on the way. */
async function follow(line: Line): Promise<boolean> {
	const {talk, language, state, act, until} = line;
	const {plain} = messages(language);
	const isAsked = () => ['second', 'goOnSending'].includes(state().question?.kind ?? '');
	do {
		if (!(await agreeToSecond(line)) || !(await agreeToGoOn(line))) return false;
		if (!(await until(({reading}) => isOver(reading) || isAsked()))) return false;
	} while (isAsked());
	if (state().reading.phase === 'idle') return false;
	const counts = readingStats(state());
	if (counts.done > 0) talk.say(plain.read(tallyLine(language, counts, leftKindsTold, 'short')));
	const records = everyRow(state()).flatMap(({record}) => record ?? []);
	for (const said of togetherLines(language, records)) talk.say(said);
	act('reading.review');
	const isChecked = (await typeUnread(line)) && (await check(line));
	const {accepted, edited, rejected, left, total} = reviewCounts(state().review);
	if (total > 0) talk.say(plain.result(accepted + edited, rejected, left));
	return isChecked && (await writeList(line));
}
