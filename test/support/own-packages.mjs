import {execFileSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';

/**
 * Installs the packages of a folder with a package.json of its own, unless they are there: what few people need is not in
 * what everyone installs.
 */
export function installOwnPackages(folder) {
	const wanted = join(folder, 'package-lock.json');
	// npm writes it last.
	const installed = join(folder, 'node_modules', '.package-lock.json');
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
	console.error(`Installing the packages of ${folder}, once …`);
	execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32',
	});
}
