import {cleanText} from '../core/clean-text.ts';
import type {AppError} from '../core/errors.ts';
import {sourceImage} from '../core/records/flat.ts';
import type {Outcome} from '../core/records/record.ts';
import type {Context} from './context.ts';
import {reasonText} from './reason-text.ts';
import {errorText} from './say-error.ts';

export type Progress = {
	readonly finished: (outcome: Outcome) => void;
	readonly unsaved: (path: string, error: AppError) => void;
	readonly summary: (read: number, look: number, failed: number) => void;
};

/** One plain line a finished picture on stderr: no cursor movements, no numbers and no names of persons. */
export function createProgress({say, messages}: Pick<Context, 'say' | 'messages'>, total: number): Progress {
	const {recognize, failed, next} = messages.commands;
	let count = 0;
	const name = (path: string) => cleanText(sourceImage(path));
	const wordsOf = (outcome: Outcome): string => {
		if (outcome.kind === 'failed') return errorText(outcome.failure.code, outcome.failure.details, messages).message;
		const {passport, path} = outcome.record;
		const issue = passport.issues.find(({blocks}) => blocks);
		const why = issue ? ` (${reasonText(issue, messages).short})` : '';
		const kept = outcome.from === 'kept' ? `, ${recognize.kept}` : '';
		return `${name(path)}: ${recognize.status[passport.status]}${passport.status === 'clean' ? '' : why}${kept}`;
	};
	return {
		finished(outcome) {
			count++;
			const place = `[${String(count).padStart(String(total).length)}/${total}]`;
			const failure = outcome.kind === 'failed' ? outcome.failure : undefined;
			say(`${place} ${failure ? `${failed}: ` : ''}${wordsOf(outcome)}`);
			// What helps one picture of many would bury the lines of the others.
			if (failure && total === 1) {
				for (const step of errorText(failure.code, failure.details, messages).nextSteps) say(next(step));
			}
		},
		unsaved(path, error) {
			say(recognize.unsaved(name(path), errorText(error.code, error.details, messages).message));
		},
		summary(read, look, failures) {
			if (read + failures < 2) return;
			say(read === 0 ? recognize.nothingRead(failures) : recognize.summary(read, look, failures));
		},
	};
}
