import {existsSync, realpathSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {shellQuoted} from '../shell-quoted.ts';
import {projectName} from './folder.ts';

type Started = {
	/** The file that Node runs, absolute. */
	readonly script: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
	/** What was named with `--config-dir`. */
	readonly configDir?: string | undefined;
};

/** How this program is started again from the same shell: by its name where the shell finds it, else as it was started. */
export function ownCommand({script, env, platform, configDir}: Started): string {
	const command = isOnPath(script, env, platform)
		? projectName
		: /[\\/]_npx[\\/]/.test(script)
			? `npx ${projectName}`
			: `node ${shellQuoted(script)}`;
	return configDir === undefined ? command : `${command} --config-dir ${shellQuoted(configDir)}`;
}

function isOnPath(script: string, env: Started['env'], platform: NodeJS.Platform): boolean {
	const folders = (env.PATH ?? env.Path ?? '')
		.split(delimiter)
		.filter(folder => folder !== '' && !/[\\/]_npx[\\/]/.test(folder));
	// npm puts a script of its own there on Windows, and a link to the program elsewhere.
	if (platform === 'win32') return folders.some(folder => existsSync(join(folder, `${projectName}.cmd`)));
	const own = realPath(script);
	return folders.some(folder => realPath(join(folder, projectName)) === own);
}

function realPath(path: string): string | undefined {
	try {
		return realpathSync(path);
	} catch {
		return undefined;
	}
}
