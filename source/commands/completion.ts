import {readFile} from 'node:fs/promises';
import {actionOf} from '../command-line/action.ts';
import {bashCompletion} from '../command-line/completion/bash.ts';
import {fishCompletion} from '../command-line/completion/fish.ts';
import {completedCommands} from '../command-line/completion/subject.ts';
import {zshCompletion} from '../command-line/completion/zsh.ts';
import type {Command} from '../command-line/context.ts';
import {manPage} from '../command-line/man-page.ts';
import {commands} from '../command-line/options.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {packagePath} from '../core/package-root.ts';

const scripts = {bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion} as const;

/** `completion bash|zsh|fish|man`: what makes a shell complete commands and options, and the manual page. */
export const completion: Command = async ({args, messages, out}) => {
	const shell = actionOf(args);
	if (shell === undefined) {
		const actions = (commands.completion.actions ?? []).join('|');
		throw new AppError('USAGE', {problem: 'needs', option: actions, for: 'completion'});
	}
	if (shell === 'man') {
		const {version} = JSON.parse(await readFile(packagePath('package.json'), 'utf8')) as {version: string};
		out(manPage(messages, version));
		return exitCodes.ok;
	}
	out(scripts[shell as keyof typeof scripts](completedCommands(messages)));
	return exitCodes.ok;
};
