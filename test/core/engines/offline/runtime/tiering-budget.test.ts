import {Script} from 'node:vm';
import {expect, it} from 'vitest';
import {raiseTieringBudget} from '../../../../../source/core/engines/offline/runtime/tiering-budget.ts';

it('code that was compiled before the budget was raised is used again when it is restored', () => {
	const code = new Script('1 + 10').createCachedData();
	// Another text of the same length each time: V8 finds one again that it has compiled.
	let number = 10;
	const isTaken = () => new Script(`1 + ${++number}`, {cachedData: code}).cachedDataRejected === false;
	expect(isTaken()).toBe(true);
	const restore = raiseTieringBudget();
	expect(isTaken()).toBe(false);
	restore();
	expect(isTaken()).toBe(true);
	restore();
	expect(isTaken()).toBe(true);
});
