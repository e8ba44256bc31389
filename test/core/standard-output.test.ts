// A standard stream that is a file: each byte is written, or it fails.
import {closeSync, openSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Writable} from 'node:stream';
import {expect, test} from 'vitest';
import {checkWrites, written} from '../../source/core/standard-output.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const failure = (code: string) => Object.assign(new Error(code), {code});

/** A stream as Node makes it of a file: without the check it would lose what a call does not take. */
function streamOf(fd: number, isTTY: boolean): Writable & {readonly fd: number; isTTY: boolean} {
	return Object.assign(new Writable({write: (_, __, done) => done()}), {fd, isTTY});
}

function onFile(take: (chunk: Uint8Array) => number, isTTY = false) {
	const path = join(temporaryFolder(), 'out.txt');
	const fd = openSync(path, 'w');
	const stream = streamOf(fd, isTTY);
	const errors: string[] = [];
	stream.on('error', (error: NodeJS.ErrnoException) => errors.push(error.code ?? ''));
	checkWrites(stream, take);
	return {stream, errors, close: () => closeSync(fd), path};
}

test('what a call leaves over is written by the next ones', async () => {
	const taken: number[] = [];
	const {stream, errors, close} = onFile(chunk => {
		const part = chunk.subarray(0, 3);
		taken.push(...part);
		return part.length;
	});
	stream.write('passport 护照');
	stream.write(Buffer.from(' end'));
	await written(stream);
	close();
	expect(Buffer.from(taken).toString()).toBe('passport 护照 end');
	expect(errors).toEqual([]);
});

test('a device that is busy is asked again', async () => {
	const answers = ['EAGAIN', 'EINTR', 'EAGAIN'];
	let text = '';
	const {stream, errors, close} = onFile(chunk => {
		const code = answers.shift();
		if (code) throw failure(code);
		text += Buffer.from(chunk).toString();
		return chunk.length;
	});
	stream.write('all of it');
	await written(stream);
	close();
	expect({text, errors}).toEqual({text: 'all of it', errors: []});
});

test('a disk that takes a part and no more is an error, which is known when the stream is waited for', async () => {
	let calls = 0;
	const {stream, errors, close} = onFile(chunk => {
		if (calls++ > 0) throw failure('ENOSPC');
		return Math.min(4, chunk.length);
	});
	stream.write('more than four');
	await written(stream);
	close();
	expect(errors).toEqual(['ENOSPC']);
});

test('a terminal writes as it did', async () => {
	const {stream, errors, close, path} = onFile(() => {
		throw failure('ENOSPC');
	}, true);
	stream.write('shown');
	await written(stream);
	close();
	expect(errors).toEqual([]);
	expect(readFileSync(path, 'utf8')).toBe('');
});
