import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {createServer} from 'node:net';
import {join} from 'node:path';
import process from 'node:process';
import {downloadPicture} from '../../../source/core/pictures/files/download.ts';
import {program} from '../../support/cli.ts';
import {notPublic} from '../../support/not-public.ts';
import {fillFolder} from '../batch-folder.ts';
import type {Given, Part, Row} from '../part.ts';

async function targets(): Promise<Row> {
	let reached = 0;
	const server = createServer(socket => {
		reached++;
		socket.destroy();
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const {port} = server.address() as AddressInfo;
	const wrong: string[] = [];
	for (const host of notPublic) {
		const error = await downloadPicture(`http://${host}:${port}/a.jpg`, {timeout: 3000}).catch(thrown => thrown);
		if (error?.details?.reason !== 'address-not-allowed') wrong.push(host);
	}
	server.close();
	return {
		test: 'URLs of addresses that are not public',
		cases: notPublic.length,
		result: `${reached} connections, ${wrong.length} not refused${wrong.length > 0 ? `: ${wrong.slice(0, 5).join(', ')}` : ''}`,
		goal: '0 reached, all refused',
		isMet: reached === 0 && wrong.length === 0,
	};
}

const hasStrace = (): boolean => {
	try {
		execFileSync('strace', ['-V'], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
};

async function offline({folder}: Given): Promise<Row> {
	const test = 'system calls of the network while this computer reads';
	if (!hasStrace()) return {test, cases: 0, result: 'not tried: strace is not installed', goal: '0', isMet: true};
	const pictures = join(folder, 'offline');
	await fillFolder(pictures, 3);
	const trace = join(folder, 'trace');
	const words = ['-ff', '-qq', '-e', 'trace=socket,connect,sendto,sendmsg,bind', '-o', trace];
	const command = [process.execPath, program, 'recognize', '--dir', pictures, '--engine', 'offline', '--visual'];
	try {
		execFileSync('strace', [...words, ...command], {stdio: 'ignore', env: {...process.env, HOME: folder}});
	} catch {
		// No passport is in these pictures.
	}
	const calls = readdirSync(folder)
		.filter(name => name.startsWith('trace'))
		.flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))
		.filter(line => /AF_INET6?|AF_NETLINK/.test(line));
	return {
		test,
		cases: 1,
		result: `${calls.length}${calls.length > 0 ? `: ${calls[0]}` : ''}`,
		goal: '0',
		isMet: calls.length === 0,
	};
}

const network: Part = {
	what: 'addresses that must not be reached, and a computer that reads alone',
	run: async given => [await targets(), await offline(given)],
};

export default network;
