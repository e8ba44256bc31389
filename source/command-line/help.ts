import type {Messages} from '../text/index.ts';
import {type CommandName, commandNames, commands, type OptionName, options, optionsOf} from './options.ts';

const program = 'passport-ocr-tui';

type Line = readonly [left: string, right: string];

const longest = 30;

/** Two columns; what is too long for the first has the second below it. */
function columns(lines: readonly Line[]): string {
	const width = Math.min(longest, Math.max(...lines.map(([left]) => left.length)));
	const gap = ' '.repeat(width + 4);
	return lines
		.map(([left, right]) => {
			if (right === '') return `  ${left}`;
			return left.length > width ? `  ${left}\n${gap}${right}` : `  ${left.padEnd(width)}  ${right}`;
		})
		.join('\n');
}

const section = (title: string, lines: readonly Line[]): string[] =>
	lines.length > 0 ? ['', title, columns(lines)] : [];

function optionLine(command: CommandName, name: OptionName, {commands: text}: Messages): Line {
	const {short, value, choices, multiple} = options[name];
	const taken = choices ? ` ${choices.join('|')}` : value ? ` ${value}${multiple ? '…' : ''}` : '';
	return [`${short ? `-${short}, ` : ''}--${name}${taken}`, text.special[command]?.[name] ?? text.options[name]];
}

const usageOf = (command: CommandName): string =>
	[program, command, commands[command].actions?.join('|'), '[options]', `[${commands[command].arguments ?? ''}]`]
		.filter(part => part && part !== '[]')
		.join(' ');

/** What `--help` prints, made from the table of options. */
export function help(command: CommandName, messages: Messages): string {
	const text = messages.commands;
	const top = command === '';
	const actions = (commands[command].actions ?? []) as readonly (keyof typeof text.actions)[];
	return [
		text.summary[command],
		'',
		text.help.usage,
		...(top ? [`  ${usageOf('')}`, `  ${program} COMMAND [options]`] : [`  ${usageOf(command)}`]),
		...section(text.help.commands, top ? commandNames.map(name => [name, text.summary[name]]) : []),
		...section(
			text.help.commands,
			actions.map(name => [name, text.actions[name]]),
		),
		...section(
			text.help.options,
			optionsOf(command).map(name => optionLine(command, name, messages)),
		),
		...section(text.help.environment, top ? Object.entries(text.environment) : []),
		...section(text.help.exitCodes, top || command === 'recognize' ? Object.entries(text.exitCodes) : []),
		...section(text.help.examples, text.examples[command] ?? []),
		...(top ? ['', text.help.more] : []),
		'',
	].join('\n');
}
