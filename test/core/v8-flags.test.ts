import {setFlagsFromString} from 'node:v8';
import {Script} from 'node:vm';
import {expect, test} from 'vitest';
import {collectGarbage} from '../../source/core/collect-garbage.ts';
import {createKernel} from '../../source/core/engines/offline/networks/kernel.ts';
import {keepMemorySmall} from '../../source/core/small-memory.ts';

// V8 refuses code that it compiled under other flags: what changes a flag restores it, else each run compiles again.
const code = new Script('1 + 10').createCachedData();
// Another text of the same length each time: V8 finds one again that it has compiled.
let number = 10;
const isTaken = () => new Script(`1 + ${++number}`, {cachedData: code}).cachedDataRejected === false;

test('code that was compiled before a flag was changed is refused, and used again when it is restored', () => {
	expect(isTaken()).toBe(true);
	setFlagsFromString('--stack-size=900');
	expect(isTaken()).toBe(false);
	setFlagsFromString('--stack-size=984');
	expect(isTaken()).toBe(true);
});

test('and after the kernel was compiled that the networks run in', async () => {
	await createKernel();
	expect(isTaken()).toBe(true);
});

test('and after garbage was collected', () => {
	collectGarbage();
	expect(isTaken()).toBe(true);
});

test('and after many pictures were read in little memory', () => {
	const memory = keepMemorySmall();
	for (let count = 0; count < 10; count++) memory.done();
	expect(isTaken()).toBe(false);
	memory.end();
	expect(isTaken()).toBe(true);
});
