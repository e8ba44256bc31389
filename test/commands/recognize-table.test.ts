import {join} from 'node:path';
import {expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {AppError} from '../../source/core/errors.ts';
import {fakeEngine, readsAtOnce} from '../support/fake-engine.ts';
import {folderOf} from '../support/pictures.ts';
import {reading, zone} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';

test('a table shows one picture with its evidence, and masks the number as the original skill does', async () => {
	const folder = folderOf(['a.png']);
	const {out} = await runCommand(recognize, ['recognize', join(folder, 'a.png'), '--output-format', 'table'], {
		engine: readsAtOnce(),
	});
	expect(out).toContain('L8*****C3');
	expect(out).not.toContain('L898902C3');
	expect(out).toMatch(/Surname +ERIKSSON +\S+/);
	expect(out).toMatch(/check digit/);
});

test('a number that a table masks is not to be read in the reason beside it, nor in a line of progress', async () => {
	const folder = folderOf(['a.png']);
	const misread = [zone[0], zone[1].replace('L898902C3', 'L8989O2C3')];
	const {out, said} = await runCommand(recognize, ['recognize', join(folder, 'a.png'), '--output-format', 'table'], {
		engine: fakeEngine({answer: () => reading(misread)}),
	});
	expect(out).toContain('was read L8*****C3');
	expect(out + said.join('')).not.toMatch(/L8989[0O]2C3|ZE184226B/);
});

test('a table of several in Chinese keeps its columns straight', async () => {
	const folder = folderOf(['张三-护照.png', 'b.png']);
	const {out} = await runCommand(recognize, ['recognize', '--dir', folder, '--output-format', 'table'], {
		engine: readsAtOnce(),
		language: 'zh',
	});
	const lines = out.trimEnd().split('\n');
	const width = (line: string) =>
		[...line.slice(0, line.indexOf('L8'))].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
	expect(lines).toHaveLength(4);
	expect(width(lines[2]!)).toBe(width(lines[3]!));
});

test('lines of progress and what stands below a table are joined as Chinese is', async () => {
	const folder = folderOf(['a.png', 'b.png']);
	const engine = fakeEngine({
		answer({path}) {
			if (path.endsWith('b.png')) throw new AppError('NO_PASSPORT_FOUND');
			return reading(zone, [[0, 8]]);
		},
	});
	const command = ['recognize', '--dir', folder, '--output-format', 'table'];
	const {out, said} = await runCommand(recognize, command, {engine, language: 'zh'});
	const all = out + said.join('');
	expect(all).toMatch(/a\.png：请核对（英文姓：/);
	expect(all).toMatch(/失败：.*b\.png/);
	expect(all).not.toMatch(/\p{Script=Han}[:,] /u);
});

test('control characters of a file name reach neither the lines nor the table', async () => {
	const folder = folderOf(['a\u001b]0;x\u0007\u202e.png']);
	const {out, said} = await runCommand(recognize, ['recognize', '--dir', folder, '--output-format', 'table'], {
		engine: readsAtOnce(),
	});
	expect(said.join('') + out).not.toMatch(/[\u001b\u0007\u202e]/);
});
