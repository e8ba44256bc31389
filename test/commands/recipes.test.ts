// The recipes for several machines and for services, run as far as this one allows.
import {execFileSync, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {copyFile, mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {program, root, runCli, startCli} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const minutes = 60_000;
const names = ['IMG_2041.jpg', 'old passport.jpg', 'photo.jpg'];

/** What is printed on a page is not what is shared out. */
const faster = '--no-printed';

const recipes = async () => await readFile(join(root, 'source', 'reference', 'machines.md'), 'utf8');

async function workplace(pictures = names): Promise<string> {
	const cwd = temporaryFolder();
	for (const folder of ['bin', 'group']) await mkdir(join(cwd, folder));
	await symlink(program, join(cwd, 'bin', 'passport-ocr-tui'));
	for (const name of pictures) await copyFile(join(root, 'source', 'specimens', name), join(cwd, 'group', name));
	return cwd;
}

const filesIn = (ndjson: string): readonly string[] =>
	ndjson
		.trim()
		.split('\n')
		.filter(Boolean)
		.map(line => (JSON.parse(line) as {source_image: string}).source_image)
		.sort();

const hasParallel =
	process.platform !== 'win32' &&
	/GNU parallel/.test(spawnSync('parallel', ['--version'], {encoding: 'utf8'}).stdout ?? '');

test.runIf(hasParallel)(
	'GNU parallel reads each picture once, and one export has them all',
	{timeout: 3 * minutes},
	async () => {
		const cwd = await workplace();
		const [line] = /^parallel .*$/m.exec(await recipes())!;
		const env = {...process.env, PATH: `${join(cwd, 'bin')}:${process.env.PATH}`, HOME: cwd};
		const out = execFileSync('bash', ['-c', line], {cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
		expect(filesIn(out)).toEqual(names);
		const kept = (await readdir(join(cwd, 'group'))).filter(name => name.endsWith('.json'));
		expect(kept).toHaveLength(names.length);
		const {out: csv} = await runCli(['export', '--from-dir', 'group', '--output', '-'], {cwd});
		expect(csv.trim().split('\r\n')).toHaveLength(1 + names.length);
	},
);

test('an array of Slurm, and an indexed Job, share the pictures out', {timeout: 3 * minutes}, async () => {
	const page = await recipes();
	const [, slurm] = /#!\/bin\/sh\npassport-ocr-tui (.*)\n/.exec(page)!;
	const [, job] = /args: \[(.*)\]/.exec(page)!;
	const [, count] = /name: SHARD_COUNT, value: "(\d+)"/.exec(page)!;
	expect(page).toContain(`completions: ${count}`);
	const cwd = await workplace();
	const read = async (words: readonly string[], envs: readonly Record<string, string>[]) => {
		const files: string[] = [];
		for (const env of envs) {
			const {out, exitCode, stderr} = await runCli(words, {cwd, env});
			expect(exitCode, stderr).toBe(0);
			files.push(...filesIn(out));
		}
		return files.sort();
	};
	const ofSlurm = (id: number) => ({
		SLURM_ARRAY_TASK_ID: String(id),
		SLURM_ARRAY_TASK_MIN: '1',
		SLURM_ARRAY_TASK_COUNT: '2',
	});
	expect(await read([...slurm!.split(' '), faster], [ofSlurm(1), ofSlurm(2)])).toEqual(names);
	// The second time everything is kept already, so that eight parts cost no time.
	const words = [...job!.split(', ').map(word => (word === '/pictures' ? 'group' : word)), faster];
	const parts = Array.from({length: Number(count)}, (_, index) => ({
		JOB_COMPLETION_INDEX: String(index),
		SHARD_COUNT: count!,
	}));
	expect(await read(words, parts)).toEqual(names);
});

/** Of a service or a container: nothing to write but the folder of the pictures, and no terminal. */
const bare = {HOME: '/dev/null', XDG_CACHE_HOME: '', PASSPORT_OCR_CONFIG_DIR: '', INVOCATION_ID: '1'};

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test.runIf(process.platform !== 'win32')(
	'a unit of systemd reads what comes, and stopping it is a success',
	async () => {
		const [, unit] = /```ini\n([\s\S]*?)```/.exec(await recipes())!;
		const [, words] = /^ExecStart=\/usr\/bin\/env passport-ocr-tui (.*)$/m.exec(unit!)!;
		const cwd = await workplace(names.slice(0, 1));
		if (hasSystemd) {
			await writeFile(join(cwd, 'scanner.service'), unit!);
			const {stdout, stderr} = spawnSync('systemd-analyze', ['verify', join(cwd, 'scanner.service')], {
				encoding: 'utf8',
			});
			expect(stdout + stderr).not.toContain('scanner.service:');
		}
		const given = words!.split(' ').map(word => (word === '/srv/scanner' ? 'group' : word));
		const child = startCli([...given, faster], {cwd, env: bare});
		const [line] = await once(child.stdout, 'data');
		expect(JSON.parse(String(line).split('\n')[0]!)).toMatchObject({success: true});
		child.kill('SIGTERM');
		expect(await once(child, 'close')).toEqual([0, null]);
	},
);

test('a container with nothing to write but the pictures reads them', {timeout: 3 * minutes}, async () => {
	const page = await recipes();
	const [, words] = /`docker run --read-only -v \S+ passport-ocr-tui ([^`]*)`/.exec(page)!;
	expect(page).toMatch(/^USER node$/m);
	expect(page).toMatch(/^ENTRYPOINT \["passport-ocr-tui"\]$/m);
	const cwd = await workplace(names.slice(0, 1));
	const given = words!.split(' ').map(word => (word === '/pictures' ? 'group' : word));
	const {exitCode, out, stderr} = await runCli(given, {cwd, env: bare});
	expect(exitCode, stderr).toBe(0);
	expect(JSON.parse(out)).toHaveLength(1);
	expect((await readdir(join(cwd, 'group'))).sort()).toEqual(['IMG_2041.jpg', 'IMG_2041.json']);
	expect((await readdir(cwd)).sort()).toEqual(['bin', 'group']);
});
