import type {Messages} from '../../text/index.ts';
import {optionWords} from '../help.ts';
import {
	type CommandName,
	commandNames,
	commands,
	type OptionInfo,
	type OptionName,
	optionOf,
	optionsOf,
} from '../options.ts';

/** An option of a command as a shell completes it. */
export type CompletedOption = OptionInfo & {readonly name: OptionName; readonly words: string};

/** A command as a shell completes it; `''` is the guided session. */
export type CompletedCommand = {
	readonly name: CommandName;
	readonly words: string;
	readonly options: readonly CompletedOption[];
	/** What may follow: one of these words, or the names of files. */
	readonly actions: readonly {readonly name: string; readonly words: string}[];
	readonly takesFiles: boolean;
};

/** The table of commands and options with its words, the guided session first. */
export const completedCommands = (messages: Messages): readonly CompletedCommand[] =>
	(['', ...commandNames] as const).map(name => ({
		name,
		words: messages.commands.summary[name],
		options: optionsOf(name).map(option => ({
			...optionOf(name, option),
			name: option,
			words: optionWords(name, option, messages),
		})),
		actions: ((commands[name].actions ?? []) as readonly (keyof Messages['commands']['actions'])[]).map(action => ({
			name: action,
			words: messages.commands.actions[action],
		})),
		takesFiles: commands[name].arguments === 'paths…',
	}));
