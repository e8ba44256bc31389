import {typedTrip} from '../core/passport/person/typed-trip.ts';
import {messages} from '../text/index.ts';
import type {Command} from '../text/key-name.ts';
import {answers} from './answers.ts';
import type {Line} from './line.ts';
import {oneOf} from './one-of.ts';

/** The rules by the numbers that choose them. */
const rules: Readonly<Record<string, string>> = {'': '6m', 1: '0d', 2: '3m', 3: '6m', 4: 'schengen'};

/** Asks for the trip that passports must be valid for. False when the person stopped. */
async function askTrip({talk, language, state, send}: Line): Promise<boolean> {
	const {plain, app} = messages(language);
	for (;;) {
		const days = await talk.ask(plain.tripDays);
		if (days === undefined) return false;
		if (days !== '' && typedTrip(days, '0d', {today: state().today}) === undefined) {
			talk.say(app.notices.tripWrong({}));
			continue;
		}
		const rule = days === '' ? '' : await oneOf(talk, language, plain.tripRule, Object.keys(rules));
		if (rule === undefined) return false;
		if (days === '' && !state().trip) talk.say(app.notices.tripNone({}));
		send({type: 'trip', days, rule: rules[rule]!});
		return true;
	}
}

/** A line in which `/t` as an answer asks for the trip, and then the same question again. */
export const withTrip = (line: Line): Line => ({
	...line,
	talk: {
		...line.talk,
		async ask(question, understood = {}) {
			const commands: readonly Command[] = [...(understood.commands ?? []), 'trip'];
			for (;;) {
				const answer = await line.talk.ask(question, {...understood, commands});
				if (answer !== answers.trip) return answer;
				if (!(await askTrip(line))) return undefined;
			}
		},
	},
});
