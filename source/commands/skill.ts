import {readdir, readFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import {dirname, join, relative} from 'node:path';
import type {Command} from '../command-line/context.ts';
import {text} from '../command-line/parse.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {isFolder} from '../core/is-folder.ts';
import {makeFolder} from '../core/make-folder.ts';
import {packagePath} from '../core/package-root.ts';
import {writeAtomic, writingError} from '../core/records/atomic-write.ts';

/** Folders below the home of a person in which agents look for skills. The first is common to several of them. */
const usual = ['.agents', '.claude', '.codex', '.gemini'] as const;

async function usualFolders(home: string): Promise<readonly string[]> {
	const there: string[] = [];
	for (const agent of usual) if (await isFolder(join(home, agent))) there.push(join(home, agent, 'skills'));
	return there.length > 0 ? there : [join(home, usual[0], 'skills')];
}

/** A skill of that name that this program did not write, such as the original one, stays as it is. */
async function checkOwn(target: string): Promise<void> {
	const path = join(target, 'SKILL.md');
	const before = await readFile(path, 'utf8').catch(() => undefined);
	if (before !== undefined && !before.includes('passport-ocr-tui')) throw new AppError('FOREIGN_FILE', {path});
}

/**
 * `skill [--to DIR]`: writes the agent skill as a folder in DIR, or where agents look for skills.
 *
 * @throws AppError FOREIGN_FILE {path} for another skill of that name; NOT_WRITABLE
 */
export const skill: Command = async ({args, env, messages, say}) => {
	const to = text(args, 'to');
	const folders = to === undefined ? await usualFolders(env.HOME || homedir()) : [to];
	const skills = packagePath('source', 'skill');
	// The one skill there is; its folder has its name, as the format asks.
	const [name] = (await readdir(skills)) as [string];
	const from = join(skills, name);
	const files = (await readdir(from, {recursive: true, withFileTypes: true}))
		.filter(entry => entry.isFile())
		.map(entry => relative(from, join(entry.parentPath, entry.name)));
	const targets = folders.map(folder => join(folder, name));
	for (const target of targets) await checkOwn(target);
	for (const target of targets) {
		for (const file of files) {
			const path = join(target, file);
			try {
				await makeFolder(dirname(path));
				await writeAtomic(path, await readFile(join(from, file)), {mode: 0o644, how: 'replace'});
			} catch (error) {
				throw writingError(path, error);
			}
		}
		say(messages.commands.skill.written(target));
	}
	return exitCodes.ok;
};
