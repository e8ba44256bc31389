import {projectName as program} from '../core/settings/folder.ts';
import type {Messages} from '../text/index.ts';
import {optionUsage, optionWords, usageOf} from './help.ts';
import {type CommandName, commandNames, optionsOf} from './options.ts';

/** A text as roff takes it: no line begins with a request, and a hyphen is one that can be copied. */
const roff = (text: string): string => {
	const escaped = text.replaceAll('\\', String.raw`\e`).replaceAll('-', String.raw`\-`);
	return /^[.']/.test(escaped) ? String.raw`\&${escaped}` : escaped;
};

const section = (title: string, lines: readonly string[]): readonly string[] =>
	lines.length > 0 ? [`.SH "${title}"`, ...lines] : [];

const term = (name: string, words: string): readonly string[] => ['.TP', `.B ${roff(name)}`, roff(words)];

const example = (command: string, words: string): readonly string[] =>
	words === '' ? ['.PP', `.nf\n${roff(command)}\n.fi`] : term(command, words);

/** The manual page, section 1, made from the table of options. */
export function manPage(messages: Messages, version: string): string {
	const {commands: text} = messages;
	const {man} = text.help;
	const all: readonly CommandName[] = ['', ...commandNames];
	const command = (name: CommandName): readonly string[] => [
		`.SS "${name === '' ? man.session : name}"`,
		`.B ${roff(usageOf(name))}`,
		'.PP',
		roff(text.summary[name]),
		...optionsOf(name).flatMap(option => term(optionUsage(name, option), optionWords(name, option, messages))),
	];
	return [
		`.TH "${program.toUpperCase()}" 1 "" "${program} ${version}"`,
		...section(man.name, [`${roff(program)} \\- ${roff(text.summary['']).replace(/\.$|。$/, '')}`]),
		...section(text.help.usage, [`.B ${roff(usageOf(''))}`, '.br', `.B ${roff(`${program} COMMAND [options]`)}`]),
		...section(
			text.help.examples,
			all.flatMap(name => (text.examples[name] ?? []).flatMap(([line, words]) => example(line, words))),
		),
		...section(text.help.commands, all.flatMap(command)),
		...section(
			text.help.environment,
			Object.entries(text.environment).flatMap(([name, words]) => term(name, words)),
		),
		...section(
			text.help.exitCodes,
			Object.entries(text.exitCodes).flatMap(([code, words]) => term(code, words)),
		),
		'',
	].join('\n');
}
