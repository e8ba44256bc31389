import {hasSingleName, isLineName} from '../core/export/airline/docs-passenger.ts';
import {formats} from '../core/export/formats.ts';
import {singleNameOf} from '../session/export/typed-line.ts';
import {everyReadable} from '../session/review/view-model.ts';
import {messages} from '../text/index.ts';
import {answerName, answers} from './answers.ts';
import type {Line} from './line.ts';

/** Asks what the carrier wants as the given name of those who have one name, where there are any. False when the person stopped. */
export async function askSingleName({talk, language, state, send}: Line): Promise<boolean> {
	const {plain, app} = messages(language);
	const count = everyReadable(state()).filter(hasSingleName).length;
	if (!formats[state().exporting.format].forAirlines || count === 0) return true;
	for (;;) {
		const answer = await talk.ask(plain.singleName(count, singleNameOf(state().exporting), answerName));
		if (answer === undefined) return false;
		if (answer === '') return true;
		const isNone = answer.toLowerCase() === answers.no;
		if (isNone || isLineName(answer)) {
			send({type: 'reported', field: 'singleName', value: isNone ? '' : answer});
			return true;
		}
		talk.say(app.notices.singleName({text: answer}));
	}
}
