import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {lookBeside} from '../../../source/core/records/sidecars/look-beside.ts';
import {keepRecord} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {accepted} from '../../../source/core/review/decide.ts';
import {accountOf, fillFolder, keptIn, settled, startQuiet, startService} from '../batch-folder.ts';
import {casesOf, type Given, type Part, type Row} from '../part.ts';

const pictures = 40;
const concurrency = 4;
const today = {year: 2026, month: 11, day: 22};
const cloudWords = ['recognize', '--engine', 'xiangyun'];

/** A cloud batch that is killed again and again until all is read. */
async function cloud(given: Given): Promise<Row> {
	const {random, folder} = given;
	const kills = casesOf(600, given);
	let done = 0;
	let lost = 0;
	let most = 0;
	let damaged = 0;
	let unread = 0;
	let paid = 0;
	let needed = 0;
	for (let round = 0; done < kills; round++) {
		const service = await startService({latency: 30});
		const [home, batch] = [join(folder, `home-${round}`), join(folder, `cloud-${round}`)];
		await fillFolder(batch, pictures);
		const env = accountOf(service, home);
		const words = ['recognize', '--dir', '.', '--engine', 'xiangyun', '--concurrency', String(concurrency)];
		let before = 0;
		while (done < kills && (await keptIn(batch)).read.size < pictures) {
			const {child, ended} = startQuiet(words, batch, env);
			const reached = service.reached(service.calls.length + 1 + Math.floor(random() * 6));
			await Promise.race([reached, ended]);
			await new Promise(resolve => setTimeout(resolve, random() * 40));
			child.kill('SIGKILL');
			await ended;
			await settled(service);
			const kept = await keptIn(batch);
			const gone = service.billed() - kept.read.size - before;
			before += gone;
			most = Math.max(most, gone);
			damaged += kept.damaged.length;
			done++;
		}
		const {ended} = startQuiet(words, batch, env);
		await ended;
		lost += before;
		paid += service.billed();
		needed += pictures + before;
		unread += pictures - (await keptIn(batch)).read.size;
		await service.close();
	}
	return {
		test: 'SIGKILL of a cloud batch',
		cases: done,
		result: `${unread} unread at the end, ${paid - needed} paid twice, at most ${most} in flight lost at a kill (${lost} in all), ${damaged} damaged files`,
		goal: `0 unread, 0 paid twice beyond the ${concurrency} in flight, 0 damaged`,
		isMet: unread === 0 && paid === needed && most <= concurrency && damaged === 0,
	};
}

/** Decides about each result in a folder as a session does, and says each path once its decision is kept. */
export async function decideAll(folder: string): Promise<void> {
	for (let index = 1; index <= pictures; index++) {
		const path = join(folder, `${index}.jpg`);
		const {passport_ocr: own} = JSON.parse(await readFile(join(folder, `${index}.json`), 'utf8'));
		const {record} = await lookBeside({path, sha256: own.image_sha256}, today);
		if (record?.review.state !== 'unreviewed') continue;
		await keepRecord(accepted(record, new Date().toISOString()), {before: record});
		process.stdout.write(`${index}\n`);
	}
}

/** Decisions, of which the process is killed again and again. */
async function decisions(given: Given): Promise<Row> {
	const {random, folder} = given;
	const kills = casesOf(200, given);
	const batch = join(folder, 'decisions');
	await fillFolder(batch, pictures);
	const service = await startService();
	await startQuiet([...cloudWords, '--dir', '.'], batch, accountOf(service, join(folder, 'home-decisions'))).ended;
	await service.close();
	const fresh = new Map<string, Buffer>();
	for (let index = 1; index <= pictures; index++) {
		fresh.set(`${index}.json`, await readFile(join(batch, `${index}.json`)));
	}
	let lost = 0;
	let damaged = 0;
	for (let done = 0; done < kills; done++) {
		for (const [name, bytes] of fresh) await writeFile(join(batch, name), bytes);
		const code = `import(${JSON.stringify(import.meta.url)}).then(part => part.decideAll(${JSON.stringify(batch)}))`;
		const child = spawn(process.execPath, ['--input-type=module', '-e', code], {stdio: ['ignore', 'pipe', 'ignore']});
		let said = '';
		child.stdout.on('data', chunk => {
			said += chunk;
			setTimeout(() => child.kill('SIGKILL'), random() * 60);
		});
		await once(child, 'close');
		for (const index of said.split('\n').filter(line => line !== '')) {
			const json = JSON.parse(await readFile(join(batch, `${index}.json`), 'utf8'));
			if (json.passport_ocr.review.state !== 'accepted') lost++;
		}
		damaged += (await keptIn(batch)).damaged.length;
	}
	return {
		test: 'SIGKILL while decisions are kept',
		cases: kills,
		result: `${lost} kept decisions lost, ${damaged} damaged files`,
		goal: '0, 0',
		isMet: lost + damaged === 0,
	};
}

/** A command that is killed again and again, and then runs to its end. */
async function repeated(
	given: Given,
	{
		test,
		all,
		words,
		isWhole,
	}: {test: string; all: number; words: readonly string[]; isWhole: (batch: string) => Promise<boolean>},
): Promise<Row> {
	const {random, folder} = given;
	const kills = casesOf(all, given);
	const batch = join(folder, words[0]!);
	const env = {HOME: folder, PASSPORT_OCR_CONFIG_DIR: join(folder, 'home-repeated')};
	await fillFolder(batch, pictures);
	const service = await startService();
	if (words[0] === 'export') await startQuiet([...cloudWords, '--dir', '.'], batch, accountOf(service, folder)).ended;
	await service.close();
	let damaged = 0;
	for (let done = 0; done < kills; done++) {
		const {child, ended} = startQuiet(words, batch, env);
		await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 150 + random() * 900))]);
		child.kill('SIGKILL');
		await ended;
		damaged += (await keptIn(batch)).damaged.length + ((await isWhole(batch)) ? 0 : 1);
	}
	await startQuiet(words, batch, env).ended;
	const isDone = await isWhole(batch);
	return {
		test,
		cases: kills,
		result: `${damaged} damaged files, ${isDone ? 'whole at the end' : 'NOT whole at the end'}`,
		goal: '0, whole at the end',
		isMet: damaged === 0 && isDone,
	};
}

/** A list is not there, or whole: a ZIP ends with its directory. */
async function isWorkbook(batch: string): Promise<boolean> {
	const bytes = await readFile(join(batch, 'list.xlsx')).catch(() => undefined);
	return bytes === undefined || bytes.includes(Buffer.from('PK\u0005\u0006', 'latin1'));
}

const kills: Part = {
	what: 'programs that are killed while they pay, read and write',
	run: async given => [
		await cloud(given),
		await decisions(given),
		await repeated(given, {
			test: 'SIGKILL of an offline batch',
			all: 100,
			words: ['recognize', '--dir', '.', '--engine', 'offline'],
			isWhole: async () => true,
		}),
		await repeated(given, {
			test: 'SIGKILL of an export',
			all: 100,
			words: ['export', '--from-dir', '.', '--output', 'list.xlsx'],
			isWhole: isWorkbook,
		}),
	],
};

export default kills;
