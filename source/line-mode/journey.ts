import {homedir} from 'node:os';
import {startBatch} from '../core/batch/batch.ts';
import {startTwoEngines} from '../core/batch/two-engines.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {isTwoEngines, localEngine, remoteEngine} from '../core/engines/choice.ts';
import type {Engine} from '../core/engines/engine.ts';
import type {EngineId} from '../core/engines/registry.ts';
import {toAppError} from '../core/errors.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {keepRecord} from '../core/records/sidecar.ts';
import {isoTime} from '../core/records/time.ts';
import {type ReviewState, update} from '../core/review/review.ts';
import {reviewCounts} from '../core/review/selectors.ts';
import {unreadPictures} from '../session/reading/unread.ts';
import {unfitText} from '../session/review/validity-view.ts';
import {fileName} from '../text/format.ts';
import {messages} from '../text/index.ts';
import {check} from './check.ts';
import {withCommands} from './commands.ts';
import {askSecond} from './engine.ts';
import {goOn} from './go-on.ts';
import {inBatchOrder} from './in-order.ts';
import {type Journey, newPlan, type Plan, planOf} from './plan.ts';
import {type AllRead, readAll} from './read.ts';
import {togetherLines} from './together.ts';
import {withTrip} from './trip.ts';
import {typeUnread} from './type-unread.ts';
import {writeList} from './write.ts';

/**
 * The guided session as lines: the same steps, texts and review as on the screen, one question at a time, nothing drawn
 * twice. Ends when all is done, or when the person stops or has nothing more to say.
 */
export async function travel(from: Journey): Promise<void> {
	const journey = {...from, talk: withCommands(from.talk, from.language)};
	const {talk, language, notebook} = journey;
	const text = messages(language);
	talk.say(text.app.welcome.line);
	talk.say(text.plain.start);
	try {
		const today = calendarDay(journey.now());
		const plan = await choosePlan(journey, today);
		if (!plan || !(await follow(journey, plan, today))) talk.say(text.plain.stopped);
	} finally {
		await notebook.close();
	}
}

/** The batch of before or another one. Undefined when the person stopped. */
async function choosePlan(journey: Journey, today: CalendarDay): Promise<Plan | undefined> {
	const {talk, language, paths, resume = false, notebook} = journey;
	// Whoever names pictures wants these.
	if (paths.length === 0 || resume) {
		const where = {language, today, folder: process.cwd(), home: homedir()};
		const {back, stopped} = await goOn({...where, talk, notebook, wanted: resume});
		if (stopped) return undefined;
		if (back) return await planOf(journey, back, today);
	}
	return await newPlan(journey, today);
}

/** Reads, checks and writes. False when the person stopped on the way. */
async function follow(journey: Journey, plan: Plan, today: CalendarDay): Promise<boolean> {
	const {language, createEngine, notebook, now, signal} = journey;
	const {pictures, named, known} = plan;
	const keep = keeping(journey);
	for (const record of plan.late) await keep(record);
	let review: ReviewState = plan.review;
	let trip = journey.trip ?? plan.trip;
	const note = (next: ReviewState) => {
		review = next;
		notebook.note(next);
	};
	const sayUnfit = () => {
		const used = review.records.filter(record => record.review.state !== 'rejected');
		const unfit = unfitText({today, trip}, used, language);
		if (unfit !== '') talk.say(messages(language).plain.unfit(unfit));
	};
	const talk = withTrip(journey.talk, language, today, asked => {
		trip = asked;
		notebook.noteTrip(trip);
		sayUnfit();
	});
	await notebook.begin({roots: plan.roots, engine: named, review, trip, instead: plan.instead});
	let read: AllRead;
	const opened: Engine[] = [];
	const open = async (id: EngineId): Promise<Engine> => {
		const engine = await createEngine(id);
		opened.push(engine);
		return engine;
	};
	try {
		const {engine: choice} = plan;
		const engine = await open(isTwoEngines(choice) ? localEngine : choice);
		const agree = async ({length}: readonly string[]) =>
			(await askSecond(talk, language, journey.engine, length)) ? await open(remoteEngine) : undefined;
		read = await readAll(talk, language, {
			paths: plan.toRead,
			known,
			engine,
			start: options =>
				isTwoEngines(choice)
					? startTwoEngines({...options, choice, local: engine, agree})
					: startBatch({...options, engine}),
			today,
			trip,
			now,
			signal,
			onRecord(record) {
				note(update(review, {type: 'addRecord', record}));
			},
		});
		if (read.done && !plan.unfinished) notebook.allRead();
	} finally {
		await Promise.all(opened.map(engine => engine.close()));
	}
	// Nobody is there any more who could be asked.
	if (signal.aborted) return false;
	for (const line of togetherLines(language, inBatchOrder(review.records, pictures))) talk.say(line);
	const day = () => ({today, trip});
	const checking = {talk, language, at: () => isoTime(now()), today, keep, note, day};
	const typed = await typeUnread(review, checking);
	const checked = typed.stopped ? typed : await check(typed.review, checking);
	const {accepted, edited, rejected, left} = reviewCounts(checked.review);
	if (checked.review.records.length > 0) {
		talk.say(messages(language).plain.result(accepted + edited, rejected, left));
	}
	if (checked.stopped) return false;
	const unread = unreadPictures(read.items, checked.review.records);
	const {waiting} = read;
	return await writeList(talk, language, checked.review, {pictures, unread, waiting, engine: named, today, trip, now});
}

/** Lays a decision beside its picture, or says why it cannot. */
const keeping =
	({talk, language}: Journey) =>
	async (record: PassportRecord): Promise<void> => {
		try {
			await keepRecord(record);
		} catch (thrown) {
			const {code, details} = toAppError(thrown);
			talk.say(`${fileName(record.path)}: ${messages(language).errors.what(code, details)}`);
		}
	};
