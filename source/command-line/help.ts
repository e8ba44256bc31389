import stringWidth from 'string-width';
import {projectName as program} from '../core/settings/folder.ts';
import type {Messages} from '../text/index.ts';
import {type CommandName, commandNames, commands, type OptionName, optionOf, optionsOf} from './options.ts';
import {wrapped} from './wrap.ts';

type Line = readonly [left: string, right: string];

/** Cells of the left column, at most. */
const longest = 30;

/** Cells of the right column, at least; else it is put below the left one. */
const narrowest = 24;

/** Two columns; what is too long for the first has the second below it. */
function columns(lines: readonly Line[], width: number): readonly string[] {
	const left = Math.min(longest, Math.max(...lines.map(([name]) => stringWidth(name))));
	const isNarrow = width - left - 4 < narrowest;
	const indent = ' '.repeat(isNarrow ? 6 : left + 4);
	return lines.flatMap(([name, words]) => {
		if (words === '') return example(name, width);
		const [first = '', ...rest] = wrapped(words, width - indent.length);
		const cells = stringWidth(name);
		const head =
			isNarrow || cells > left
				? [...hanging(name, width), indent + first]
				: [`  ${name}${' '.repeat(left - cells)}  ${first}`];
		return [...head, ...rest.map(line => indent + line)];
	});
}

/** Indents a text, and further from its second line on. */
const hanging = (text: string, width: number): readonly string[] => {
	const [first = '', ...rest] = wrapped(text, width - 2, width - 6);
	return [`  ${first}`, ...rest.map(line => `      ${line}`)];
};

/** A command that is too long for a line continues on the next, so that a shell understands both together. */
const example = (command: string, width: number): readonly string[] =>
	hanging(command, width - 2).map((line, index, lines) => (index < lines.length - 1 ? `${line} \\` : line));

const section = (title: string, lines: readonly Line[], width: number): readonly string[] =>
	lines.length > 0 ? ['', title, ...columns(lines, width)] : [];

/** An option as the help shows it, without its words: `-o, --output O`. */
export function optionUsage(command: CommandName, name: OptionName): string {
	const {short, value, choices, multiple, open} = optionOf(command, name);
	const taken = choices
		? ` ${[...choices, ...(open ? ['…'] : [])].join('|')}`
		: value
			? ` ${value}${multiple ? '…' : ''}`
			: '';
	return `${short ? `-${short}, ` : ''}--${name}${taken}`;
}

/** What an option does, in the words for this command. */
export const optionWords = (command: CommandName, name: OptionName, {commands: text}: Messages): string =>
	text.special[command]?.[name] ?? text.options[name];

/** A command with what it takes: `passport-ocr-tui recognize [options] [paths…]`. */
export const usageOf = (command: CommandName): string =>
	[program, command, commands[command].actions?.join('|'), '[options]', `[${commands[command].arguments ?? ''}]`]
		.filter(part => part && part !== '[]')
		.join(' ');

/**
 * What `--help` prints, made from the table of options.
 *
 * @param width Cells of the window.
 */
export function help(command: CommandName, messages: Messages, width = 80): string {
	const text = messages.commands;
	const top = command === '';
	const actions = (commands[command].actions ?? []) as readonly (keyof typeof text.actions)[];
	const usages = top ? [usageOf(''), `${program} COMMAND [options]`] : [usageOf(command)];
	return [
		...wrapped(text.summary[command], width),
		...section(text.help.examples, text.examples[command] ?? [], width),
		'',
		text.help.usage,
		...usages.flatMap(usage => hanging(usage, width)),
		...section(text.help.commands, top ? commandNames.map(name => [name, text.summary[name]]) : [], width),
		...section(
			text.help.commands,
			actions.map(name => [name, text.actions[name]]),
			width,
		),
		...section(
			text.help.options,
			optionsOf(command).map(name => [optionUsage(command, name), optionWords(command, name, messages)]),
			width,
		),
		...section(text.help.environment, top ? Object.entries(text.environment) : [], width),
		...section(text.help.exitCodes, top || command === 'recognize' ? Object.entries(text.exitCodes) : [], width),
		...(top ? ['', ...wrapped(text.help.more, width), ...wrapped(text.help.report, width)] : []),
		'',
	].join('\n');
}
