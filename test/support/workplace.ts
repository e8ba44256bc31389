import {spawn} from 'node:child_process';
import {copyFile, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {program, root} from './cli.ts';
import {codeCache} from './code-cache.ts';
import {misprinted, mrz} from './records.ts';
import {type Ran, runHere} from './run-here.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {testCredentials} from './xiangyun-server.ts';

/** The lines of a page's code blocks for a shell, without their comments. */
export const commandsIn = (page: string): readonly string[] =>
	[...page.matchAll(/```sh\n([\s\S]*?)```/g)]
		.flatMap(([, block]) => block!.trim().split('\n'))
		.map(line => line.replace(/ +# .*$/, ''));

export const specimen = (name: string) => join(root, 'source', 'specimens', name);

/** A shell in a folder with pictures, in which the program is on the path. */
export async function workplace(env: Readonly<Record<string, string>>) {
	const cwd = temporaryFolder();
	for (const folder of ['bin', 'group', 'hotel', 'old']) await mkdir(join(cwd, folder));
	await symlink(program, join(cwd, 'bin', 'passport-ocr-tui'));
	await copyFile(specimen('photo.jpg'), join(cwd, 'passport.jpg'));
	for (const name of ['photo.jpg', 'old passport.jpg', 'passport_osei_kwame.jpg']) {
		await copyFile(specimen(name), join(cwd, 'group', name));
	}
	for (const name of ['photo.jpg', 'id card back.jpg']) await copyFile(specimen(name), join(cwd, 'hotel', name));
	await writeFile(join(cwd, 'picture.txt'), (await readFile(specimen('photo.jpg'))).toString('base64'));
	await writeFile(join(cwd, 'many.txt'), [...mrz, ...misprinted].join('\n'));
	await writeFile(join(cwd, 'old', 'config.json'), JSON.stringify(testCredentials));
	const place = {
		cwd,
		env: {
			PATH: `${join(cwd, 'bin')}:${process.env.PATH}`,
			HOME: cwd,
			...codeCache,
			PASSPORT_OCR_CONFIG_DIR: join(cwd, '.settings'),
			LANG: 'C',
			...env,
		},
	};
	/** `until`: what is printed when it has done enough and is asked to end. */
	const run = (line: string, until?: RegExp): Promise<Ran> =>
		new Promise((resolve, reject) => {
			// Bash becomes the program, so that a signal reaches it.
			const child = spawn('bash', ['-c', until ? `exec ${line}` : line], {
				...place,
				stdio: ['ignore', 'pipe', 'pipe'],
			});
			const parts = {out: '', errors: ''};
			child.stdout.on('data', chunk => {
				parts.out += chunk;
				if (until?.test(parts.out)) child.kill('SIGTERM');
			});
			child.stderr.on('data', chunk => {
				parts.errors += chunk;
			});
			child.on('error', reject);
			child.on('close', exitCode => resolve({exitCode, ...parts}));
		});
	return {cwd, run, runHere: (line: string) => runHere(line, place)};
}

export type Brief = Readonly<Record<string, string>> & {readonly levels?: unknown};

export const linesOf = ({out}: Ran): readonly Brief[] =>
	out
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as Brief);
