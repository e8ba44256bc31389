import {expect, it} from 'vitest';
import {keptFloats, lentFloats} from '../../source/core/scratch.ts';

it('room that was given once is given again, as long as it is asked for', () => {
	const room = keptFloats();
	const first = room(8);
	const second = room(4);
	expect([first.length, second.length]).toEqual([8, 4]);
	expect(second.buffer).toBe(first.buffer);
	const larger = room(9);
	expect(larger).toHaveLength(9);
	expect(room(8).buffer).toBe(larger.buffer);
});

it('two that use lent room at the same time do not share it', async () => {
	const lend = lentFloats();
	const rooms: Float32Array[] = [];
	const use = async (value: number) =>
		lend(2, async room => {
			rooms.push(room);
			room.fill(value);
			await Promise.resolve();
			return [...room];
		});
	expect(await Promise.all([use(1), use(2)])).toEqual([
		[1, 1],
		[2, 2],
	]);
	await use(3);
	expect([rooms[0]!.buffer, rooms[1]!.buffer]).toContain(rooms[2]!.buffer);
});

it('lent room comes back from what fails, and the largest is kept', async () => {
	const made: number[] = [];
	const lend = lentFloats(length => {
		made.push(length);
		return new Float32Array(length);
	});
	await expect(
		lend(5, async () => {
			throw new Error('unread');
		}),
	).rejects.toThrow('unread');
	const larger = async () => lend(7, async () => lend(2, async room => room.length));
	expect(await larger()).toBe(2);
	await lend(7, async () => undefined);
	expect(made).toEqual([5, 7]);
});
