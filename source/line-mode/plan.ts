import {type EngineChoice, isEngineChoice, localEngine, sendsAll} from '../core/engines/choice.ts';
import type {Engine} from '../core/engines/engine.ts';
import type {EngineId} from '../core/engines/registry.ts';
import type {Resumed} from '../core/journal/latest.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {emptyReview, type ReviewState} from '../core/review/review.ts';
import {picturesBelow} from '../session/picker/effects/pictures-below.ts';
import {countUnsent} from '../session/reading/count-pictures.ts';
import type {Language} from '../text/index.ts';
import {choosePictures} from './choose.ts';
import {askToUpload, chooseEngine, type EngineQuestion} from './engine.ts';
import type {Notebook} from './notebook.ts';
import type {Talk} from './talk.ts';

/** What the session as lines is given. */
export type Journey = {
	readonly talk: Talk;
	readonly language: Language;
	/** Files and folders named on the command line. */
	readonly paths: readonly string[];
	/** Goes on with the batch that was worked on last, without asking. */
	readonly resume?: boolean;
	/** What the command says that the passports must be valid for. */
	readonly trip?: Trip | undefined;
	readonly notebook: Notebook;
	readonly engine: EngineQuestion;
	readonly createEngine: (id: EngineId) => Promise<Engine>;
	readonly now: () => Date;
	readonly signal: AbortSignal;
};

/** What is to be read by whom, and what a person has done to it already. */
export type Plan = {
	/** What was chosen, and all pictures of it. */
	readonly roots: readonly string[];
	readonly pictures: readonly string[];
	readonly toRead: readonly string[];
	readonly engine: EngineChoice;
	/** Who reads the batch, where another one only looks after what it has read. */
	readonly named: string;
	readonly review: ReviewState;
	/** Pictures that the review has. */
	readonly known: ReadonlySet<string>;
	/** Decisions that are not beside their pictures yet. */
	readonly late: readonly PassportRecord[];
	/** Pictures stay unread: the batch is not finished when those are that are looked at now. */
	readonly unfinished?: true;
	/** What the passports must be valid for. */
	readonly trip?: Trip | undefined;
	/** The journal of before. */
	readonly instead?: string;
};

/** Asks who reads what. Undefined when the person stopped. */
export async function newPlan(
	{talk, language, paths, resume, engine: question, signal}: Journey,
	today: CalendarDay,
): Promise<Plan | undefined> {
	const wished = await chooseEngine(talk, language, question);
	if (wished === undefined) return undefined;
	const pictures = await choosePictures(talk, language, resume ? [] : paths, signal);
	if (pictures === undefined) return undefined;
	const engine = await agreedEngine({talk, language, engine: question, signal}, wished, pictures, today);
	if (engine === undefined) return undefined;
	const review = emptyReview(today);
	const known = new Set<string>();
	return {roots: pictures, pictures, toRead: pictures, engine, named: engine, review, known, late: []};
}

/** Who reads these pictures, with a yes where they are sent; after a no the choice is open again. */
async function agreedEngine(
	{talk, language, engine: question, signal}: Pick<Journey, 'talk' | 'language' | 'engine' | 'signal'>,
	wished: EngineChoice,
	pictures: readonly string[],
	today: CalendarDay,
): Promise<EngineChoice | undefined> {
	let engine: EngineChoice | 'neither' | undefined = wished;
	while (engine === 'neither' || (engine && sendsAll(engine))) {
		if (engine === 'neither') {
			engine = await chooseEngine(talk, language, {...question, asked: undefined, chosen: undefined});
			continue;
		}
		const unsent = question.named ? pictures.length : await countUnsent(pictures, [], today, signal);
		const agreed: EngineChoice | 'neither' | undefined = await askToUpload(talk, language, question, engine, unsent);
		if (agreed === engine) return engine;
		engine = agreed;
	}
	return engine;
}

/** Goes on as it was begun; what an account pays for needs a yes to the number that is left. */
export async function planOf(
	{talk, language, engine: question, signal}: Journey,
	back: Resumed,
	today: CalendarDay,
): Promise<Plan | undefined> {
	const {roots, review, late, file: instead} = back;
	const known = new Set(review.records.map(({path}) => path));
	const leftOut = new Set(back.leftOut);
	const pictures = (await picturesBelow(roots, signal)).filter(path => !leftOut.has(path));
	// What was put off is asked about again: there is no other way back to it.
	const plan = {
		trip: back.trip,
		roots,
		pictures,
		review: {...review, skipped: new Set<string>()},
		known,
		late,
		instead,
	};
	const {engine: named} = back;
	// A later version may have read with an engine that this one does not have: then nothing more is read.
	if (!isEngineChoice(named)) return {...plan, toRead: [...known], engine: localEngine, named, unfinished: true};
	if (!sendsAll(named)) return {...plan, toRead: pictures, engine: named, named};
	const unsent = await countUnsent(pictures, [], today, signal);
	// Whether pictures have changed can be seen here: nothing is sent for that.
	if (unsent === 0) return {...plan, toRead: pictures, engine: localEngine, named};
	const engine = await askToUpload(talk, language, {...question, named: false}, named, unsent);
	// What was read is looked at all the same; the rest is asked about at the next start.
	if (engine === 'neither') {
		return {...plan, toRead: [...known], engine: localEngine, named, unfinished: true};
	}
	return engine && {...plan, toRead: pictures, engine, named: engine};
}
