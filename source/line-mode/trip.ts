import type {Trip} from '../core/passport/judge/trip.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import {typedTrip} from '../core/passport/person/typed-trip.ts';
import {type Language, type Messages, messages} from '../text/index.ts';
import type {Command, Talk} from './talk.ts';

/** The rules by the numbers that choose them. */
const rules: Readonly<Record<string, string>> = {'': '6m', 1: '0d', 2: '3m', 3: '6m', 4: 'schengen'};

type Asked = {readonly stopped: true} | {readonly stopped: false; readonly trip: Trip | undefined};

async function askTrip({say, ask}: Pick<Talk, 'say' | 'ask'>, language: Language, today: CalendarDay): Promise<Asked> {
	const {plain, app} = messages(language);
	for (;;) {
		const days = await ask(plain.tripDays);
		if (days === undefined) return {stopped: true};
		if (days === '') {
			say(app.notices.tripNone({}));
			return {stopped: false, trip: undefined};
		}
		if (typedTrip(days, '0d', {today}) === undefined) {
			say(app.notices.tripWrong({}));
			continue;
		}
		const rule = await askRule({say, ask}, plain);
		const trip = rule === undefined ? undefined : typedTrip(days, rule, {today});
		return trip === undefined || trip === 'none' ? {stopped: true} : {stopped: false, trip};
	}
}

/** Undefined when the person stopped. */
async function askRule({say, ask}: Pick<Talk, 'say' | 'ask'>, text: Messages['plain']): Promise<string | undefined> {
	for (;;) {
		const answer = await ask(text.tripRule);
		if (answer === undefined) return undefined;
		const rule = rules[answer];
		if (rule !== undefined) return rule;
		say(text.notAnswer);
	}
}

/** A talk in which `/t` as an answer asks for the trip, and then the same question again. */
export const withTrip = (
	talk: Talk,
	language: Language,
	today: CalendarDay,
	onTrip: (trip: Trip | undefined) => void,
): Talk => ({
	...talk,
	async ask(question, understood = {}) {
		const commands: readonly Command[] = [...(understood.commands ?? []), '/t'];
		for (;;) {
			const answer = await talk.ask(question, {...understood, commands});
			if (answer !== '/t') return answer;
			const asked = await askTrip(talk, language, today);
			if (asked.stopped) return undefined;
			onTrip(asked.trip);
		}
	},
});
