import type {Context} from '../command-line/context.ts';
import type {Engine} from '../core/engines/engine.ts';
import {AppError, toAppError} from '../core/errors.ts';
import type {PageReading} from '../core/passport/model/reading.ts';
import {isAboutPicture} from '../core/records/failures.ts';

/** Answers that are held, at most; where results are saved, they are found there long after. */
const most = 1000;

type Answer = {readonly reading: PageReading} | {readonly error: AppError};

/**
 * Makes engines that read each page once, by its content: asked again, they repeat what they answered. What was no answer
 * about the picture, such as a broken connection, is tried again.
 */
export const readingOnce =
	(create: Context['createEngine']): Context['createEngine'] =>
	async (...asked) =>
		readsOnce(await create(...asked));

function readsOnce(engine: Engine): Engine {
	const answers = new Map<string, Answer>();
	const hold = (key: string, answer: Answer) => {
		const [oldest] = answers.keys();
		if (answers.size >= most) answers.delete(oldest!);
		answers.set(key, answer);
	};
	return {
		...engine,
		async read(picture, options) {
			const key = `${picture.sha256} ${picture.page}`;
			const before = answers.get(key);
			if (before && 'reading' in before) return before.reading;
			if (before) throw new AppError(before.error.code, {...before.error.details, path: picture.path});
			try {
				const reading = await engine.read(picture, options);
				hold(key, {reading});
				return reading;
			} catch (thrown) {
				const error = toAppError(thrown);
				if (isAboutPicture(error)) hold(key, {error});
				throw thrown;
			}
		},
		close: () => engine.close(),
	};
}
