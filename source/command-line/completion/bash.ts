import {projectName} from '../../core/settings/folder.ts';
import type {CompletedCommand, CompletedOption} from './subject.ts';

const longNames = ({name, short}: CompletedOption) => [`--${name}`, ...(short ? [`-${short}`] : [])];

/** What follows an option: its choices, folders, files, or nothing that a shell could know. */
function valueCase(option: CompletedOption): string {
	const head = `\t${longNames(option).join('|')})`;
	if (option.choices) return `${head} COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$cur")); return ;;`;
	if (option.path === 'folder') return `${head} compopt -o dirnames 2>/dev/null; return ;;`;
	// Without a candidate, bash completes the names of files by itself.
	if (option.path === 'file') return `${head} return ;;`;
	return `${head} compopt +o default 2>/dev/null; return ;;`;
}

const optionCase = ({name, options}: CompletedCommand) =>
	`\t'${name}') words='${options.flatMap(option => longNames(option)).join(' ')}' ;;`;

/** Also of bash 3.2, which macOS has: no `mapfile`, and `compopt` may be missing. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
	const names = commands.map(({name}) => name).filter(name => name !== '');
	const options = commands.flatMap(command => command.options).filter(({type}) => type !== 'flag');
	// An option may have other choices with another command.
	const choicesOf = ({name}: CompletedOption) => [
		...new Set(options.filter(one => one.name === name).flatMap(one => one.choices ?? [])),
	];
	const valued = [...new Map(options.map(option => [option.name, option])).values()].map(option =>
		option.choices ? {...option, choices: choicesOf(option)} : option,
	);
	const withActions = commands.filter(({actions}) => actions.length > 0);
	return `# bash completion for ${projectName}: source <(${projectName} completion bash)
_passport_ocr_tui() {
	local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' word words=''
	COMPREPLY=()
	# bash takes --option=value for three words.
	if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
	for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		case $word in ${names.join('|')}) command=$word; break ;; esac
	done
	case $prev in
${valued.map(valueCase).join('\n')}
	esac
	if [[ $cur == -* ]]; then
		case $command in
${commands.map(optionCase).join('\n')}
		esac
	elif [[ -z $command ]]; then
		words='${names.join(' ')}'
${withActions
	.map(
		({name, actions}) =>
			`\telif [[ $command == ${name} && $prev == ${name} ]]; then\n\t\twords='${actions.map(action => action.name).join(' ')}'`,
	)
	.join('\n')}
	fi
	COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _passport_ocr_tui ${projectName}
`;
}
