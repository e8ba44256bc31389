import {type Language, messages} from '../text/index.ts';
import type {Talk} from './talk.ts';

/** Asks until the answer is one of those that are known; undefined when the person stopped. */
export async function oneOf(
	{say, ask}: Pick<Talk, 'say' | 'ask'>,
	language: Language,
	question: string,
	known: readonly string[],
): Promise<string | undefined> {
	for (;;) {
		const answer = (await ask(question))?.toLowerCase();
		if (answer === undefined || known.includes(answer)) return answer;
		say(messages(language).plain.notAnswer);
	}
}
