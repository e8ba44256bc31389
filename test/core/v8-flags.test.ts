import {Script} from 'node:vm';
import {expect, test} from 'vitest';
import {collectGarbage} from '../../source/core/collect-garbage.ts';
import {createKernel} from '../../source/core/engines/offline/networks/kernel.ts';
import {raiseTieringBudget} from '../../source/core/engines/offline/runtime/tiering-budget.ts';

// V8 refuses code that it compiled under other flags: what changes a flag restores it, else each run compiles again.
const code = new Script('1 + 10').createCachedData();
// Another text of the same length each time: V8 finds one again that it has compiled.
let number = 10;
const isTaken = () => new Script(`1 + ${++number}`, {cachedData: code}).cachedDataRejected === false;

test('code that was compiled before the budget was raised is used again when it is restored', () => {
	expect(isTaken()).toBe(true);
	const restore = raiseTieringBudget();
	expect(isTaken()).toBe(false);
	restore();
	expect(isTaken()).toBe(true);
	restore();
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
