import {createKernel, type Kernel} from './kernel.ts';
import {number} from './place.ts';

/** Bytes of a page of WebAssembly's memory. */
const page = 65_536;

/** What comes before, at the kernel's address 0, is never used: 0 stands for nothing. */
const firstByte = 16;

/**
 * The memory of a kernel that networks share which never run at the same time: the weights of each, one behind the other,
 * and behind them all what one of them makes while it runs.
 */
export class Room {
	readonly kernel: Kernel;
	#end = firstByte;
	/** The first byte that nothing was written to: from there on all are zeros. */
	#fresh = firstByte;

	constructor(kernel: Kernel) {
		this.kernel = kernel;
	}

	/** The first byte behind all weights. Another network that is opened moves it. */
	get end(): number {
		return this.#end;
	}

	/** Makes room up to a byte, whatever was there before. */
	reserve(end: number): void {
		const {memory} = this.kernel;
		const missing = end - memory.buffer.byteLength;
		if (missing > 0) memory.grow(Math.ceil(missing / page));
		this.#fresh = Math.max(this.#fresh, end);
	}

	/**
	 * Keeps what is written behind all weights up to a byte.
	 *
	 * @param room Bytes behind it that are used while it is written; zeros, too
	 */
	keep(end: number, room: number): void {
		const used = Math.min(this.#fresh, end + room);
		this.reserve(end + room);
		new Float32Array(this.kernel.memory.buffer).fill(0, this.#end / number, used / number);
		this.#end = end;
	}
}

/** @param kernel By default the fastest that V8 understands */
export const createRoom = async (kernel?: Kernel): Promise<Room> => new Room(kernel ?? (await createKernel()));
