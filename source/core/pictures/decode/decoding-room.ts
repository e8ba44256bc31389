import {setTimeout as sleep} from 'node:timers/promises';
import {isMainThread, workerData} from 'node:worker_threads';

/** Million pixels that all threads may decode at the same time. */
const most = 60;

/** Million pixels under which a picture needs no room: as phones take them. */
const small = 16;

/** Milliseconds between two looks, and until a picture is decoded in any case: a thread may have died with its room. */
const look = 25;
const longest = 60_000;

/** What a thread that decodes is given as its `workerData`, so that all threads share one room. */
export type WithRoom = {readonly decodingRoom: Int32Array};

const given = isMainThread ? undefined : (workerData as Partial<WithRoom> | null)?.decodingRoom;

/** Million pixels that are being decoded; of this thread alone where it was given none. */
export const decodingRoom: Int32Array = given ?? new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

function take(need: number): boolean {
	const used = Atomics.load(decodingRoom, 0);
	return used + need <= most && Atomics.compareExchange(decodingRoom, 0, used, used + need) === used;
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
		if (isIn) Atomics.sub(decodingRoom, 0, need);
	}
}
