import {describe, expect, it} from 'vitest';
import {createOrderedSemaphore} from '../../../source/core/batch/ordered-semaphore.ts';

const nobody = new AbortController().signal;

/** Lets everything happen that does not wait for a turn. */
const settled = () => new Promise(setImmediate);

/** The turns inside, in the order in which they came in. */
const visitors = (gate: ReturnType<typeof createOrderedSemaphore>) => {
	const inside: string[] = [];
	const away: string[] = [];
	const come = (name: string, signal = nobody, first = false) => {
		const turn = gate.turn(signal, first);
		return {
			...turn,
			enter: () =>
				void turn.enter().then(
					() => inside.push(name),
					error => away.push(`${name} ${error.code}`),
				),
		};
	};
	return {inside, away, come};
};

describe('the line for an engine', () => {
	it('lets in as many as there is room for, and the next when one leaves', async () => {
		const gate = createOrderedSemaphore(2);
		const {inside, come} = visitors(gate);
		const turns = ['a', 'b', 'c'].map(name => come(name));
		for (const turn of turns) turn.enter();
		await settled();
		expect(inside).toEqual(['a', 'b']);
		turns[0]!.leave();
		turns[0]!.leave();
		await settled();
		expect(inside).toEqual(['a', 'b', 'c']);
	});

	it('keeps the order of the places, whichever is ready first, but not for those that leave', async () => {
		const gate = createOrderedSemaphore(1);
		const {inside, come} = visitors(gate);
		const [a, b, c] = [come('a'), come('b'), come('c')];
		c!.enter();
		await settled();
		expect(inside).toEqual([]);
		a!.leave();
		b!.enter();
		await settled();
		expect(inside).toEqual(['b']);
		b!.leave();
		await settled();
		expect(inside).toEqual(['b', 'c']);
	});

	it('lets those in first who come first, also where there is room for all that were ready sooner', async () => {
		const gate = createOrderedSemaphore(2);
		const {inside, come} = visitors(gate);
		const [a, b] = [come('a'), come('b')];
		b!.enter();
		await settled();
		expect(inside).toEqual([]);
		a!.enter();
		await settled();
		expect(inside).toEqual(['a', 'b']);
	});

	it('lets an urgent turn in before the others', async () => {
		const gate = createOrderedSemaphore(1);
		const {inside, come} = visitors(gate);
		const a = come('a');
		a.enter();
		come('b').enter();
		come('c', nobody, true).enter();
		a.leave();
		await settled();
		expect(inside).toEqual(['a', 'c']);
	});

	it('waits while it is held, and continues', async () => {
		const gate = createOrderedSemaphore(1);
		const {inside, come} = visitors(gate);
		gate.hold();
		come('a').enter();
		await settled();
		expect(inside).toEqual([]);
		gate.open();
		await settled();
		expect(inside).toEqual(['a']);
	});

	it('rejects all turns when it is closed, those that wait and those that come', async () => {
		const gate = createOrderedSemaphore(1);
		const {inside, away, come} = visitors(gate);
		come('a').enter();
		const [b, c] = [come('b'), come('c')];
		b!.enter();
		gate.close();
		c!.enter();
		await settled();
		expect([inside, away.sort()]).toEqual([['a'], ['b CANCELLED', 'c CANCELLED']]);
		gate.open();
		come('d').enter();
		gate.setLimit(2);
		await settled();
		expect(inside).toEqual(['a', 'd']);
	});

	it('is begun again after it was rejected: a turn that was not ready then is behind one that was retried', async () => {
		const gate = createOrderedSemaphore(1);
		const {inside, come} = visitors(gate);
		const slow = come('slow');
		gate.close();
		gate.open();
		come('back').enter();
		await settled();
		slow.enter();
		await settled();
		expect(inside).toEqual(['back']);
	});

	it('lets a turn that gives up go, and the next move up', async () => {
		const gate = createOrderedSemaphore(1);
		const {inside, away, come} = visitors(gate);
		const a = come('a');
		a.enter();
		const controller = new AbortController();
		come('b', controller.signal).enter();
		come('c').enter();
		controller.abort();
		a.leave();
		await settled();
		expect([inside, away]).toEqual([['a', 'c'], ['b CANCELLED']]);
	});

	it('has room again after a turn that gives up in the moment in which it comes in', async () => {
		const gate = createOrderedSemaphore(1);
		const {inside, come} = visitors(gate);
		const controller = new AbortController();
		const a = come('a', controller.signal);
		a.enter();
		controller.abort();
		a.leave();
		come('b').enter();
		await settled();
		expect(inside).toContain('b');
	});

	it('takes who stepped out of the line back at its end', async () => {
		const gate = createOrderedSemaphore(1);
		const {inside, come} = visitors(gate);
		const [a, b] = [come('a'), come('b')];
		a!.leave();
		b!.enter();
		a!.enter();
		await settled();
		expect(inside).toEqual(['b']);
		b!.leave();
		await settled();
		expect(inside).toEqual(['b', 'a']);
	});
});
