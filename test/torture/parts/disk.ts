import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmod, chown, mkdir, readdir, symlink, unlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {program} from '../../support/cli.ts';
import {accountOf, fillFolder, keptIn, settled, startService} from '../batch-folder.ts';
import {casesOf, type Given, type Part, type Row} from '../part.ts';

const pictures = 10;
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

type Place = {readonly batch: string; readonly state: string};

/** A fault of the disk: set up before a run, or while it waits for its first answers. */
type Fault = {
	readonly name: string;
	/** Kilobytes that the pictures' folder has room for, besides the pictures. */
	readonly room?: number;
	readonly before?: (place: Place) => Promise<unknown>;
	readonly meanwhile?: (place: Place) => Promise<unknown>;
};

const each = async (batch: string, act: (path: string) => Promise<unknown>) => {
	for (let index = 1; index <= pictures; index++) await act(join(batch, String(index)));
};

const faults: readonly Fault[] = [
	{name: 'none'},
	{name: 'folder read-only', before: ({batch}) => chmod(batch, 0o500)},
	{name: 'folder not to be listed', before: ({batch}) => chmod(batch, 0o300)},
	{name: 'folder read-only meanwhile', meanwhile: ({batch}) => chmod(batch, 0o500)},
	{name: 'folder closed meanwhile', meanwhile: ({batch}) => chmod(batch, 0)},
	{name: 'state read-only', before: ({state}) => chmod(state, 0o500)},
	{name: 'state read-only meanwhile', meanwhile: ({state}) => chmod(state, 0o500)},
	{name: 'state is a file', before: ({state}) => writeFile(join(state, 'results'), '')},
	{
		name: 'places are folders',
		before: ({batch}) =>
			each(batch, async path => {
				await mkdir(`${path}.json`);
				await mkdir(`${path}.jpg.json`);
			}),
	},
	{
		name: 'places belong to others',
		before: ({batch}) =>
			each(batch, async path => {
				await writeFile(`${path}.json`, '{}');
				await writeFile(`${path}.jpg.json`, '[]');
			}),
	},
	{
		name: 'places are links',
		before: ({batch}) =>
			each(batch, async path => {
				await symlink('/dev/null', `${path}.json`);
				await symlink('/dev/full', `${path}.jpg.json`);
			}),
	},
	{name: 'places are empty', before: ({batch}) => each(batch, path => writeFile(`${path}.json`, ''))},
	{
		name: 'results not to be read',
		before: ({batch}) => each(batch, path => writeFile(`${path}.json`, '{}', {mode: 0})),
	},
	{name: 'results appear meanwhile', meanwhile: ({batch}) => each(batch, path => writeFile(`${path}.json`, '{}'))},
	{
		name: 'pictures vanish meanwhile',
		meanwhile: ({batch}) => each(batch, path => unlink(`${path}.jpg`).catch(() => {})),
	},
	...[0, 8, 24, 48, 72, 96, 128, 160, 224, 320].map(room => ({name: `${room} KB of room`, room})),
];

type Result = {readonly problem?: string; readonly sent: number};

async function run({name, room, before, meanwhile}: Fault, given: Given, round: number): Promise<Result> {
	const root = join(given.folder, `disk-${round}`);
	await chmod(given.folder, 0o711);
	const place = {batch: join(root, 'batch'), state: join(root, 'home', 'settings')};
	await mkdir(place.state, {recursive: true});
	await mkdir(place.batch);
	const mounted = room !== undefined;
	await fillFolder(place.batch, pictures);
	if (mounted) {
		const size = pictures * 16 + 8 + room;
		await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', place.batch]);
		await fillFolder(place.batch, pictures);
	}
	const service = await startService({latency: 40});
	try {
		const paths = [root, place.batch, join(root, 'home'), place.state];
		for (const name of await readdir(place.batch)) paths.push(join(place.batch, name));
		await before?.(place);
		for (const path of [...paths, ...(await readdir(place.batch)).map(one => join(place.batch, one))]) {
			if (isRoot) await chown(path, nobody, nobody).catch(() => {});
		}
		const read = async () => {
			const words = ['recognize', '--dir', place.batch, '--engine', 'xiangyun', '--concurrency', '3'];
			const child = spawn(process.execPath, [program, ...words], {
				cwd: '/',
				stdio: 'ignore',
				env: {PATH: process.env.PATH, LANG: 'C', ...accountOf(service, join(root, 'home'))},
				...(isRoot ? {uid: nobody, gid: nobody} : {}),
			});
			const ended = once(child, 'close');
			await Promise.race([ended, service.reached(service.calls.length + 3)]);
			if (child.exitCode === null) await meanwhile?.(place);
			const [code, signal] = await ended;
			return signal ?? code;
		};
		const ending = await read();
		await settled(service);
		await chmod(place.batch, 0o700);
		await chmod(place.state, 0o700);
		const sent = service.billed();
		const {read: kept, damaged} = await keptIn(place.batch);
		const stored = await keptIn(join(place.state, 'results')).catch(() => ({read: new Set<string>()}));
		const all = new Set([...kept, ...stored.read]);
		const isEmptied = name === 'places are empty';
		if (typeof ending !== 'number' || ending === 70) return {problem: `ended with ${ending}`, sent};
		if (all.size < sent) return {problem: `${sent - all.size} of ${sent} paid and not kept`, sent};
		const own = isEmptied || name.startsWith('places') || name.startsWith('results');
		return damaged.length > 0 && !own ? {problem: `${damaged.length} damaged`, sent} : {sent};
	} finally {
		await service.close();
		if (mounted) await promisify(execFile)('umount', [place.batch]);
	}
}

async function disk(given: Given): Promise<Row> {
	const canMount = isRoot && process.platform === 'linux';
	const possible = faults.filter(({room}) => room === undefined || canMount);
	const cases = casesOf(possible.length, given);
	// Spread over all kinds where not all are run.
	const chosen = possible.filter(
		(_, index) => Math.floor((index * cases) / possible.length) !== Math.floor(((index - 1) * cases) / possible.length),
	);
	const problems: string[] = [];
	let sent = 0;
	for (const [round, fault] of chosen.entries()) {
		const result = await run(fault, given, round);
		sent += result.sent;
		if (result.problem !== undefined) problems.push(`${fault.name}: ${result.problem}`);
	}
	return {
		test: 'faults of the disk',
		cases: chosen.length,
		result: `${sent} paid, ${problems.length === 0 ? 'all kept, all end' : problems.join('; ')}`,
		goal: 'nothing paid and not kept, every run ends with a stated code',
		isMet: problems.length === 0,
	};
}

const part: Part = {
	what: 'folders that cannot be written, disks that fill up, permissions that are lost',
	run: async given => [await disk(given)],
};

export default part;
