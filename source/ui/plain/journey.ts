import {calendarDay} from '../../core/calendar-day.ts';
import type {Engine, EngineId} from '../../core/engines/engine.ts';
import {toAppError} from '../../core/errors.ts';
import {writeSidecar} from '../../core/records/sidecar.ts';
import {isoTime} from '../../core/records/time.ts';
import {emptyReview, type ReviewState, update} from '../../core/review/review.ts';
import {reviewCounts} from '../../core/review/selectors.ts';
import {type Language, messages} from '../../text/index.ts';
import {fileName} from '../format.ts';
import {check} from './check.ts';
import {choosePictures} from './choose.ts';
import {askToUpload, chooseEngine, type EngineQuestion} from './engine.ts';
import {readAll} from './read.ts';
import type {Talk} from './talk.ts';
import {writeList} from './write.ts';

export type Journey = {
	readonly talk: Talk;
	readonly language: Language;
	/** Files and folders named on the command line. */
	readonly paths: readonly string[];
	readonly engine: EngineQuestion;
	readonly createEngine: (id: EngineId) => Promise<Engine>;
	readonly now: () => Date;
	readonly signal: AbortSignal;
};

/**
 * The guided session as lines: the same steps, texts and review as on the screen, one question at a time, nothing drawn
 * twice. Ends when all is done, or when the person stops or has nothing more to say.
 */
export async function travel(journey: Journey): Promise<void> {
	const {talk, language} = journey;
	const text = messages(language);
	talk.say(text.app.welcome.line);
	talk.say(text.plain.start);
	if (!(await steps(journey))) talk.say(text.plain.stopped);
}

/** False when the person stopped on the way. */
async function steps({talk, language, paths, engine: question, createEngine, now, signal}: Journey): Promise<boolean> {
	const wished = await chooseEngine(talk, language, question);
	if (wished === undefined) return false;
	const pictures = await choosePictures(talk, language, paths, signal);
	if (pictures === undefined) return false;
	const id = wished === 'offline' ? wished : await askToUpload(talk, language, question, pictures.length);
	if (id === undefined) return false;
	const today = calendarDay(now());
	const engine = await createEngine(id);
	let review: ReviewState = emptyReview(today);
	try {
		for (const record of await readAll(talk, language, {paths: pictures, engine, today, now, signal})) {
			review = update(review, {type: 'addRecord', record});
		}
	} finally {
		await engine.close();
	}
	const checked = await check(review, {
		talk,
		language,
		at: () => isoTime(now()),
		async keep(record) {
			try {
				await writeSidecar(record);
			} catch (thrown) {
				const {code, details} = toAppError(thrown);
				talk.say(`${fileName(record.path)}: ${messages(language).errors.what(code, details)}`);
			}
		},
	});
	const {accepted, edited, rejected, left} = reviewCounts(checked.review);
	if (review.records.length > 0) talk.say(messages(language).plain.result(accepted + edited, rejected, left));
	if (checked.stopped) return false;
	return await writeList(talk, language, checked.review, {pictures, engine: id, today});
}
