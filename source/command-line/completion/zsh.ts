import {projectName} from '../../core/settings/folder.ts';
import type {CompletedCommand, CompletedOption} from './subject.ts';

/** In single quotes, with what `_arguments` reads as its own escaped. */
const quoted = (text: string): string => text.replace(/[\\:[\]]/g, String.raw`\$&`).replaceAll("'", `'\\''`);

function valueSpec({type, value, choices, path, name}: CompletedOption): string {
	if (type === 'flag') return '';
	const label = quoted(value ?? name);
	if (choices) return `:${label}:(${choices.join(' ')})`;
	if (path === 'folder') return `:${label}:_files -/`;
	return path === 'file' ? `:${label}:_files` : `:${label}: `;
}

function argument(option: CompletedOption): string {
	const {name, short, words, multiple, type} = option;
	const tail = `[${quoted(words)}]${valueSpec(option)}`;
	const repeated = multiple ? '*' : '';
	// "=" lets the value follow in the same word too.
	const long = `'${repeated}--${name}${type === 'flag' ? '' : '='}${tail}'`;
	return short ? `${long} '${repeated}-${short}${tail}'` : long;
}

function rest({name, actions, takesFiles}: CompletedCommand): readonly string[] {
	if (name === '') return [];
	if (actions.length > 0) {
		return [`'2:action:((${actions.map(action => `${action.name}\\:"${quoted(action.words)}"`).join(' ')}))'`];
	}
	return takesFiles ? [`'*:path:_files'`] : [];
}

/** A function for a folder of `$fpath`. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
	const [session, ...others] = commands;
	const names = others.map(({name}) => name);
	const lines = (command: CompletedCommand) =>
		[...command.options.map(argument), ...rest(command)].map(line => ` \\\n\t\t\t${line}`).join('');
	return `#compdef ${projectName}
# zsh completion for ${projectName}: ${projectName} completion zsh > ~/.zfunc/_${projectName}
local -a commands
commands=(
${others.map(({name, words}) => `\t'${name}:${quoted(words)}'`).join('\n')}
)
case \${words[(r)(${names.join('|')})]} in
${others
	.map(command => `\t${command.name})\n\t\t_arguments '1: :(${command.name})'${lines(command)}\n\t\t;;`)
	.join('\n')}
	*)
		_arguments${lines(session!)} '1: :{ _describe command commands; _files }' '*:path:_files'
		;;
esac
`;
}
