import {cleanText} from '../core/clean-text.ts';
import {type Language, messages} from '../text/index.ts';
import type {Command} from '../text/key-name.ts';
import {answers} from './answers.ts';
import type {Talk} from './talk.ts';

/** Asks until the answer is one of those that are known, or of the commands; undefined when the person stopped. */
export async function oneOf(
	{say, ask}: Pick<Talk, 'say' | 'ask'>,
	language: Language,
	question: string,
	known: readonly string[],
	commands: readonly Command[] = [],
): Promise<string | undefined> {
	for (;;) {
		const answer = (await ask(question, {commands}))?.toLowerCase();
		if (answer === undefined || known.includes(answer)) return answer;
		if (commands.some(command => answers[command] === answer)) return answer;
		say(messages(language).plain.notOneOf(cleanText(answer)));
	}
}
