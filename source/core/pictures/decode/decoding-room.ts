import {setTimeout as sleep} from 'node:timers/promises';

/** Million pixels that all threads may decode at the same time. */
const most = 60;

/** Million pixels under which a picture needs no room: as phones take them. */
const small = 16;

/** Milliseconds between two looks, and until a picture is decoded in any case: a thread may have died with its room. */
const look = 25;
const longest = 60_000;

/** Million pixels that are being decoded; of this thread alone until it is given one that others share. */
let room: Int32Array = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

export const decodingRoom = (): Int32Array => room;

/** Decodes from now on in a room that other threads share. */
export function shareRoom(other: Int32Array): void {
	room = other;
}

function take(need: number): boolean {
	const used = Atomics.load(room, 0);
	return used + need <= most && Atomics.compareExchange(room, 0, used, used + need) === used;
}

/** Decodes when there is room: large pictures wait for one another, whichever threads they are in. */
export async function inRoom<Result>(pixels: number, decode: () => Promise<Result>): Promise<Result> {
	const need = Math.min(most, Math.ceil(pixels / 1e6));
	if (need < small) return await decode();
	let isIn = take(need);
	for (let waited = 0; !isIn && waited < longest; waited += look) {
		await sleep(look);
		isIn = take(need);
	}
	try {
		return await decode();
	} finally {
		if (isIn) Atomics.sub(room, 0, need);
	}
}
