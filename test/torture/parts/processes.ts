import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {lookBeside} from '../../../source/core/records/sidecars/look-beside.ts';
import {keepRecord} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {accepted} from '../../../source/core/review/decide.ts';
import {accountOf, fillFolder, settled, startQuiet, startService} from '../batch-folder.ts';
import {casesOf, type Given, type Part, type Row} from '../part.ts';

const pictures = 12;
const today = {year: 2026, month: 11, day: 22};
const cloud = ['recognize', '--dir', '.', '--engine', 'xiangyun'];

/** What runs at once; `decides`: results of the service are accepted meanwhile, as a session does it. */
const kinds: readonly {readonly commands: readonly (readonly string[])[]; readonly decides?: true}[] = [
	{commands: [cloud, cloud]},
	{commands: [cloud, cloud, cloud]},
	{commands: [[...cloud, '--shard', '1/2'], [...cloud, '--shard', '2/2'], cloud]},
	{commands: [cloud, ['recognize', '--dir', '.', '--engine', 'offline']]},
	{commands: [cloud, ['export', '--from-dir', '.', '--output', 'list.csv', '--format', 'csv'], cloud], decides: true},
	{commands: [cloud, [...cloud, '--again']], decides: true},
	{commands: [cloud, cloud], decides: true},
];

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Accepts each result as soon as it is there, until all are; returns whose. */
async function decide(folder: string, isOver: () => boolean): Promise<ReadonlySet<string>> {
	const decided = new Set<string>();
	while (decided.size < pictures && !isOver()) {
		for (let index = 1; index <= pictures; index++) {
			const path = join(folder, `${index}.jpg`);
			if (decided.has(path)) continue;
			const text = await readFile(join(folder, `${index}.json`), 'utf8').catch(() => '');
			const sha256 = /"image_sha256": "([0-9a-f]{64})"/.exec(text)?.[1];
			const record = sha256 === undefined ? undefined : (await lookBeside({path, sha256}, today)).record;
			if (!record) continue;
			await keepRecord(accepted(record, new Date().toISOString()), {before: record});
			decided.add(path);
		}
		await wait(5);
	}
	return decided;
}

async function together(given: Given): Promise<Row> {
	const {random, folder} = given;
	const cases = Math.max(kinds.length, casesOf(20, given));
	let paidTwice = 0;
	let unread = 0;
	let undecided = 0;
	let left = 0;
	for (let round = 0; round < cases; round++) {
		const {commands, decides} = kinds[round % kinds.length]!;
		const service = await startService({latency: 20 + random() * 60});
		const [home, batch] = [join(folder, `home-${round}`), join(folder, `batch-${round}`)];
		await fillFolder(batch, pictures);
		const env = accountOf(service, home);
		let isOver = false;
		const decisions = decides ? decide(batch, () => isOver) : Promise.resolve(new Set<string>());
		const runs = commands.map(async words => {
			await wait(random() * 300);
			await startQuiet(words, batch, env).ended;
		});
		await Promise.all(runs);
		await settled(service);
		isOver = true;
		const decided = await decisions;
		// To read again is to pay again, on purpose.
		const isAgain = commands.some(words => words.includes('--again'));
		paidTwice += Math.max(0, service.billed() - pictures * (isAgain ? 2 : 1));
		for (let index = 1; index <= pictures; index++) {
			const json = JSON.parse(await readFile(join(batch, `${index}.json`), 'utf8').catch(() => '{}'));
			if (json.passport_ocr?.engine !== 'xiangyun') unread++;
			if (!decided.has(join(batch, `${index}.jpg`)) || isAgain) continue;
			if (json.passport_ocr?.review?.state !== 'accepted') undecided++;
		}
		if (isAgain) {
			// What was decided before a picture was read again is set aside.
			const asides = (await readdir(batch)).filter(name => name.endsWith('.json.old'));
			const states = await Promise.all(
				asides.map(async name => JSON.parse(await readFile(join(batch, name), 'utf8')).passport_ocr.review.state),
			);
			for (const path of decided) {
				const json = JSON.parse(await readFile(path.replace('.jpg', '.json'), 'utf8'));
				if (json.passport_ocr.review.state !== 'accepted' && !states.includes('accepted')) undecided++;
			}
		}
		left += (await readdir(batch)).filter(name => name.includes('.passport-ocr.')).length;
		await service.close();
	}
	return {
		test: 'two and three processes on one folder',
		cases,
		result: `${paidTwice} paid twice, ${unread} results lost, ${undecided} decisions lost, ${left} files left behind`,
		goal: '0, 0, 0, 0',
		isMet: paidTwice + unread + undecided + left === 0,
	};
}

const processes: Part = {
	what: 'commands, shards and decisions of a session on one folder at once',
	run: async given => [await together(given)],
};

export default processes;
