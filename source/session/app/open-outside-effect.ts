import {spawn} from 'node:child_process';

/** The system's opener. No shell: the path is an argument, whatever is in it. */
export function openerOf(platform: NodeJS.Platform): string {
	switch (platform) {
		case 'darwin':
			return 'open';
		case 'win32':
			return 'explorer.exe';
		default:
			return 'xdg-open';
	}
}

/** Opens a file in the person's own program for it, and lets that live on its own. */
export function openOutside(path: string, onFailure: () => void, opener = openerOf(process.platform)): void {
	let told = false;
	const fail = () => {
		if (!told) onFailure();
		told = true;
	};
	try {
		const child = spawn(opener, [path], {detached: true, stdio: 'ignore', shell: false});
		child.on('error', fail);
		// Explorer ends with 1 when all went well.
		child.on('exit', code => code !== 0 && code !== null && opener !== 'explorer.exe' && fail());
		child.unref();
	} catch {
		fail();
	}
}
