import type {Resumed} from '../core/journal/latest.ts';
import {keptLabel} from '../session/journal/reused-label.ts';
import type {AppState} from '../session/state.ts';
import {messages} from '../text/index.ts';
import type {Notebook} from './notebook.ts';
import {oneOf} from './one-of.ts';
import type {Talk} from './talk.ts';

type GoingOn = Pick<AppState, 'language' | 'today' | 'folder' | 'home'> & {
	readonly talk: Talk;
	readonly notebook: Notebook;
	/** The command has said it; nobody is asked. */
	readonly wanted: boolean;
};

/** The batch that was worked on last, when the person wants to go on with it. `stopped`: at the question. */
export async function goOn({
	talk,
	notebook,
	wanted,
	...where
}: GoingOn): Promise<{readonly back: Resumed | undefined; readonly stopped: boolean}> {
	const {list, plain} = messages(where.language);
	const {batch, broken} = await notebook.last();
	if (broken) talk.say(list.resume.broken);
	if (batch && !wanted) {
		const question = plain.goOnOrNot(keptLabel(where, batch));
		const answer = await oneOf(talk, where.language, question, ['', 'n']);
		if (answer === undefined) return {back: undefined, stopped: true};
		if (answer === 'n') return {back: undefined, stopped: false};
	}
	const back = batch && (await notebook.open(batch.file));
	if (back) talk.say(list.resume.back(back.review.records.length) + missing(where, back));
	else if (wanted || batch) talk.say(list.resume.none);
	return {back, stopped: false};
}

const missing = ({language}: Pick<AppState, 'language'>, back: Resumed): string =>
	back.missing > 0 ? messages(language).list.resume.missing(back.missing) : '';
