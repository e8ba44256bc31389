import {expect, it} from 'vitest';
import {collectGarbage} from '../../source/core/collect-garbage.ts';

it('frees what nothing names any more, and leaves no function for it', async () => {
	const lost = (() => new WeakRef(new Uint8Array(100_000)))();
	// An object that a reference was just made of lives until the turn ends.
	await new Promise(resolve => setImmediate(resolve));
	collectGarbage();
	expect(lost.deref()).toBeUndefined();
	expect('gc' in globalThis).toBe(false);
});
