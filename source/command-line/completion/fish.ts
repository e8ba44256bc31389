import {projectName} from '../../core/settings/folder.ts';
import type {CompletedCommand, CompletedOption} from './subject.ts';

const quoted = (text: string): string => `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;

function optionLine(condition: string, {name, short, type, choices, path, words}: CompletedOption): string {
	const value =
		type === 'flag'
			? ''
			: choices
				? ` -x -a ${quoted(choices.join(' '))}`
				: path === 'folder'
					? ` -x -a '(__fish_complete_directories)'`
					: path === 'file'
						? ' -r -F'
						: ' -x';
	return `complete -c ${projectName} -n ${condition} -l ${name}${short ? ` -s ${short}` : ''}${value} -d ${quoted(words)}`;
}

/** A file for `~/.config/fish/completions`. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
	const lines = commands.flatMap(({name, words, options, actions, takesFiles}) => {
		const condition = name === '' ? '__fish_use_subcommand' : quoted(`__fish_seen_subcommand_from ${name}`);
		return [
			...(name === '' ? [] : [`complete -c ${projectName} -n __fish_use_subcommand -a ${name} -d ${quoted(words)}`]),
			...options.map(option => optionLine(condition, option)),
			...actions.map(
				action => `complete -c ${projectName} -n ${condition} -f -a ${action.name} -d ${quoted(action.words)}`,
			),
			...(takesFiles || actions.length > 0 ? [] : [`complete -c ${projectName} -n ${condition} -f`]),
		];
	});
	return [`# fish completion for ${projectName}`, ...lines, ''].join('\n');
}
