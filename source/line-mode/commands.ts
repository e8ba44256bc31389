import {type Language, messages} from '../text/index.ts';
import type {Command} from '../text/key-name.ts';
import {answerName, answers} from './answers.ts';
import type {Talk} from './talk.ts';

/**
 * A talk in which every question understands the same commands: one says what can be answered, one stops, and a command
 * that has no meaning at a question is said to have none. A question gets its own answers, and the commands it names.
 */
export const withCommands = (talk: Talk, language: Language): Talk => ({
	...talk,
	async ask(question, understood = {}) {
		const {commands = [], help = [], isPath} = understood;
		const {plain} = messages(language);
		const helpLine = (command: Command | 'stop') => plain.field(answers[command], plain.commands[command]);
		for (;;) {
			const answer = await talk.ask(question);
			// A Chinese keyboard types the slash and the question mark in full width.
			const typed = answer?.normalize('NFKC').toLowerCase();
			if (answer === undefined || typed === undefined || typed === answers.stop) return undefined;
			if (!typed.startsWith('/')) return answer;
			if (commands.some(command => answers[command] === typed)) return typed;
			if (typed === answers.help) {
				for (const line of [...help, ...commands.map(helpLine), helpLine('stop')]) talk.say(line);
			} else if (typed === answers.undo) talk.say(plain.noUndoHere);
			else if (isPath?.(answer)) return answer;
			else talk.say(plain.unknown(answerName));
		}
	},
});
