import {join} from 'node:path';
import {accountOf, fillFolder, keptIn, settled, startQuiet, startService} from '../batch-folder.ts';
import {casesOf, type Given, type Part, type Row} from '../part.ts';

const pictures = 40;
const concurrency = 4;

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

const kills: Part = {
	what: 'programs that are killed while they pay, read and write',
	run: async given => [await cloud(given)],
};

export default kills;
