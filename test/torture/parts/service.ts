import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {runCli} from '../../support/cli.ts';
import {chinesePassport} from '../../support/invented-passport.ts';
import {answerJson, answerXml, itemsOf, type Refusal, success} from '../../support/xiangyun-answers.ts';
import type {Behaviour} from '../../support/xiangyun-server.ts';
import {accountOf, fillFolder, startService} from '../batch-folder.ts';
import {hasControls} from '../controls.ts';
import {casesOf, type Given, type Part, type Row} from '../part.ts';

const pictures = 6;

const json = answerJson(success(itemsOf(chinesePassport)), 'current');

const statuses = [
	...[204, 206, 300, 301, 302, 303, 304, 305, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411],
	...[412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504],
	...[505, 506, 507, 508, 510, 511, 520, 521, 522, 524, 599],
];

const refusals: readonly Refusal[] = [
	'authentication',
	'quota',
	'balance',
	'parameters',
	'image',
	'unreadable',
	'busy',
];

const bodies: Readonly<Record<string, string>> = {
	empty: '',
	blank: '   ',
	null: 'null',
	list: '[]',
	object: '{}',
	number: '13',
	text: '"13"',
	'cut JSON': json.slice(0, json.length / 2),
	'cut at the start': json.slice(0, 60),
	'a web page': '<!DOCTYPE html><html>登录</html>',
	'cut XML': answerXml(success(itemsOf(chinesePassport))).slice(0, 300),
	'XML of another kind': '<?xml version="1.0"?><a><b/></a>',
	'deep JSON': '['.repeat(100_000),
	'deep and closed': `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
	'no cards': '{"message":{"status":13,"value":"识别成功"},"cardsinfo":[]}',
	'cards of null': '{"message":{"status":13,"value":"识别成功"},"cardsinfo":null}',
	'a card of null': '{"message":{"status":13,"value":"识别成功"},"cardsinfo":[null]}',
	'items of numbers': '{"message":{"status":13},"cardsinfo":[{"type":"13","items":[1,2,3]}]}',
	'a huge status': '{"message":{"status":1e308,"value":"x"},"cardsinfo":[]}',
	'an unknown status': '{"message":{"status":-99,"value":"x"},"cardsinfo":[]}',
	'no message': '{"cardsinfo":[]}',
	'control characters': json.replace('识别成功', '\\u001b]0;owned\\u0007\\u202e'),
	'a prototype':
		'{"__proto__":{"message":1},"message":{"status":13},"cardsinfo":[{"type":"13","items":[{"desc":"__proto__","content":"x"}]}]}',
	'too long': 'x'.repeat(5 * 1024 * 1024),
};

type Raw = Omit<Extract<Behaviour, {kind: 'raw'}>, 'kind'>;

const raws: Readonly<Record<string, Raw>> = {
	'a card with 403': {status: 403, headers: {}, bytes: Buffer.from(json)},
	'a card with 500': {status: 500, headers: {}, bytes: Buffer.from(json)},
	gzip: {status: 200, headers: {'content-encoding': 'gzip'}, bytes: gzipSync(json)},
	'a bomb of gzip': {status: 200, headers: {'content-encoding': 'gzip'}, bytes: gzipSync(Buffer.alloc(1 << 27))},
	'gzip that is none': {status: 200, headers: {'content-encoding': 'gzip'}, bytes: Buffer.from('no')},
	'gzip that ends early': {
		status: 200,
		headers: {'content-encoding': 'gzip'},
		bytes: gzipSync(json).subarray(0, 200),
	},
	'an unknown coding': {status: 200, headers: {'content-encoding': 'zstd2'}, bytes: Buffer.from(json)},
	'an unknown charset': {
		status: 200,
		headers: {'content-type': 'application/json;charset=x'},
		bytes: Buffer.from(json),
	},
	'UTF-16': {
		status: 200,
		headers: {'content-type': 'application/json;charset=utf-16le'},
		bytes: Buffer.from(json, 'utf16le'),
	},
	rubbish: {status: 200, headers: {}, bytes: Buffer.from(Array.from({length: 4096}, (_, at) => (at * 73) % 256))},
	'retry after a day': {status: 503, headers: {'retry-after': '86400'}, bytes: Buffer.from('x')},
	'retry after nonsense': {status: 429, headers: {'retry-after': '-1e9'}, bytes: Buffer.from('x')},
};

type Case = {readonly name: string; readonly behaviour: Behaviour; readonly afterFirst?: true};

const every: readonly Case[] = [
	...statuses.map((status): Case => ({name: `HTTP ${status}`, behaviour: {kind: 'http', status}})),
	...refusals.map((refusal): Case => ({name: refusal, behaviour: {kind: 'refuse', refusal}})),
	...Object.entries(bodies).map(([name, text]): Case => ({name, behaviour: {kind: 'body', text}})),
	...Object.entries(raws).map(([name, raw]): Case => ({name, behaviour: {kind: 'raw', ...raw}})),
	...(['receiving', 'received', 'answering'] as const).map(
		(when): Case => ({name: `broken while ${when}`, behaviour: {kind: 'drop', when}}),
	),
	{name: 'another document', behaviour: {kind: 'otherDocument'}},
];

/** Each fault from the first call on, and the gravest after one good answer. */
const faults: readonly Case[] = [
	...every,
	...every
		.filter(({name}) => /^(?:HTTP (?:403|429|5\d\d)|quota|balance|authentication|broken|cut|empty)/.test(name))
		.map((one): Case => ({...one, name: `${one.name} after one answer`, afterFirst: true})),
];

/** Exit codes that state what happened. */
const stated: ReadonlySet<number | null> = new Set([0, 1, 3, 4, 65]);

/** Three may be repeated in a row; an answer, also to a request that was under way before, begins another row. */
const mostFor = (afterFirst: boolean | undefined): number => pictures + (afterFirst ? 6 : 3);

async function matrix(given: Given): Promise<Row> {
	const count = casesOf(faults.length, given);
	const chosen = Array.from({length: count}, (_, index) => faults[Math.floor((index * faults.length) / count)]!);
	const wrong: string[] = [];
	let most = 0;
	const folder = join(given.folder, 'pictures');
	await fillFolder(folder, pictures);
	for (const [index, {name, behaviour, afterFirst}] of chosen.entries()) {
		const service = await startService();
		if (afterFirst) service.next({kind: 'slow'});
		service.always(behaviour);
		const words = ['recognize', '--dir', folder, '--engine', 'xiangyun', '--no-save', '--output-format', 'ndjson'];
		const env = accountOf(service, join(given.folder, `home-${index}`));
		const {exitCode, out, stderr} = await runCli(words, {cwd: given.folder, env});
		const requests = service.calls.length;
		most = Math.max(most, requests);
		const results = out.trim().split('\n').filter(Boolean).length;
		if (!stated.has(exitCode)) wrong.push(`${name}: exit ${exitCode}`);
		if (out.includes('INTERNAL')) wrong.push(`${name}: internal error ${stderr.slice(0, 200)}`);
		if (hasControls(stderr + out)) wrong.push(`${name}: control characters`);
		if (results !== pictures) wrong.push(`${name}: ${results} results`);
		if (requests > mostFor(afterFirst)) wrong.push(`${name}: ${requests} requests`);
		await service.close();
	}
	return {
		test: 'faults of service and network',
		cases: chosen.length,
		result:
			wrong.length === 0
				? `all end in a stated state, at most ${most} requests for ${pictures} pictures`
				: `${wrong.length}: ${wrong.slice(0, 4).join('; ')}`,
		goal: `all stated, at most ${mostFor(false)} requests, ${mostFor(true)} with an answer`,
		isMet: wrong.length === 0,
	};
}

const service: Part = {
	what: 'a service and a network with every fault',
	run: async given => [await matrix(given)],
};

export default service;
