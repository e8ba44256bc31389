// The built program with an output that does not take all: it is said, and the exit code says it too.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {copyFile, mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {program} from '../support/cli.ts';
import {codeCache} from '../support/code-cache.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {specimen} from '../support/workplace.ts';

const isWindows = process.platform === 'win32';

type Ran = {readonly exitCode: number | null; readonly said: string};

/** Runs a line of bash, in which `P` is the program. */
const bash = (cwd: string, line: string): Promise<Ran> =>
	new Promise((resolve, reject) => {
		const child = spawn('bash', ['-c', `P() { "${process.execPath}" "${program}" "$@"; }; ${line}`], {
			cwd,
			env: {PATH: process.env.PATH, HOME: cwd, ...codeCache, PASSPORT_OCR_CONFIG_DIR: `${cwd}/.settings`, LANG: 'C'},
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		let said = '';
		child.stderr.on('data', chunk => {
			said += chunk;
		});
		child.on('error', reject);
		child.on('close', exitCode => resolve({exitCode, said}));
	});

/** A folder with nine pictures of one passport, a list and lines of sixty. */
async function place(): Promise<string> {
	const cwd = temporaryFolder();
	await mkdir(join(cwd, 'nine'));
	for (let count = 1; count <= 9; count++) await copyFile(specimen('photo.jpg'), join(cwd, 'nine', `${count}.jpg`));
	const passport = {
		success: true,
		source_image: 'a.jpg',
		mrz_line1: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
		mrz_line2: 'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
	};
	const list = Array.from({length: 60}, (_, place) => ({...passport, source_image: `${place}.jpg`}));
	await writeFile(join(cwd, 'list.json'), JSON.stringify(list));
	const lines = list.map(one => `${one.mrz_line1}\n${one.mrz_line2}`);
	await writeFile(join(cwd, 'lines.txt'), lines.join('\n\n'));
	return cwd;
}

test
	.skipIf(!existsSync('/dev/full'))
	.each([
		'recognize --engine offline --dir nine -q',
		'recognize --engine offline --dir nine -q --output-format table',
		'recognize --engine offline --dir nine -q --output-format brief',
		'recognize --engine offline --file nine/1.jpg -q',
		'export --input list.json -o -',
		'validate --file lines.txt',
		'schema',
		'--help',
		'--version',
	])('a full disk: %s', async words => {
	const cwd = await place();
	const {exitCode, said} = await bash(cwd, `P ${words} > /dev/full`);
	expect(said).toMatch(/stdout"? cannot be written/);
	expect(exitCode).toBe(1);
});

// Node ignores SIGXFSZ, so that a limit of the size of a file is met as an almost full disk is: the first write is short.
test
	.skipIf(isWindows)
	.each([
		'recognize --engine offline --dir nine -q --no-save --output-format ndjson',
		'export --input list.json --format json -o -',
		'export --input list.json --format ndjson -o -',
		'validate --file lines.txt',
	])('an almost full disk: %s', async words => {
	const cwd = await place();
	const {exitCode, said} = await bash(cwd, `ulimit -f 8; P ${words} > short.txt`);
	expect((await stat(join(cwd, 'short.txt'))).size).toBe(8192);
	expect(said).toContain('"stdout" cannot be written');
	expect(exitCode).toBe(1);
});

test.skipIf(isWindows)('a file and a pipe get the same bytes', async () => {
	const words = 'P export --input list.json --format json -o -';
	const cwd = await place();
	const {exitCode} = await bash(cwd, `set -o pipefail; ${words} > file.json && ${words} | cat > pipe.json`);
	expect(exitCode).toBe(0);
	const file = await readFile(join(cwd, 'file.json'), 'utf8');
	expect(JSON.parse(file)).toHaveLength(60);
	expect(await readFile(join(cwd, 'pipe.json'), 'utf8')).toBe(file);
});

test.skipIf(isWindows)('`| head -1` says how many pictures were not read', async () => {
	const words = 'P recognize --engine offline --dir nine --no-save --concurrency 1 --output-format ndjson';
	// The reader has left before the second picture is read.
	const cwd = await place();
	const {exitCode, said} = await bash(cwd, `set -o pipefail; ${words} | :`);
	expect(exitCode).toBe(0);
	const read = said.match(/^\[\d\/9\]/gm)?.length ?? 0;
	expect(read).toBeLessThan(9);
	const left = 9 - read;
	expect(said).toContain(
		left === 1 ? '1 picture was not read: the run was' : `${left} pictures were not read: the run was`,
	);
});

test.skipIf(isWindows)('all pictures are read: none is said to be left', async () => {
	const cwd = await place();
	const {exitCode, said} = await bash(cwd, 'P recognize --engine offline --dir nine --no-save > all.json');
	expect(exitCode).toBe(0);
	expect(said).not.toContain('not read');
});
