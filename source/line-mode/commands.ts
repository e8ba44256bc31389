import {type Language, messages} from '../text/index.ts';
import type {Command, Talk} from './talk.ts';

const isOneOf = (commands: readonly Command[], answer: string): answer is Command =>
	commands.some(command => command === answer);

/**
 * A talk in which every question understands the same commands: `/?` says what can be answered, `/q` stops, and a command
 * that has no meaning at a question is said to have none. A question gets its own answers, and the commands it names.
 */
export const withCommands = (talk: Talk, language: Language): Talk => ({
	...talk,
	async ask(question, understood = {}) {
		const {commands = [], help = [], isPath} = understood;
		const {plain} = messages(language);
		for (;;) {
			const answer = await talk.ask(question);
			// A Chinese keyboard types the slash and the question mark in full width.
			const typed = answer?.normalize('NFKC').toLowerCase();
			if (answer === undefined || typed === undefined || typed === '/q') return undefined;
			if (!typed.startsWith('/')) return answer;
			if (isOneOf(commands, typed)) return typed;
			if (typed === '/?') for (const line of helpLines(plain.commands, commands, help)) talk.say(line);
			else if (typed === '/u') talk.say(plain.noUndoHere);
			else if (isPath?.(answer)) return answer;
			else talk.say(plain.unknown);
		}
	},
});

type Words = Readonly<Record<Command | '/q', string>>;

const helpLines = (words: Words, commands: readonly Command[], help: readonly string[]): readonly string[] => [
	...help,
	...commands.map(command => words[command]),
	words['/q'],
];
