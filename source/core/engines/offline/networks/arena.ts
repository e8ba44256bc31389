import {inSixteens} from './place.ts';

/** Room in the kernel's memory, in bytes, for what lives only a while. */
export class Arena {
	readonly #start: number;
	/** Free parts in order of their places; behind the last one everything is free. */
	#free: {at: number; size: number}[] = [];
	#end: number;

	/** @param start The first byte that may be used */
	constructor(start: number) {
		this.#start = start;
		this.#end = start;
	}

	/** The first byte that was never used. */
	get end(): number {
		return this.#end;
	}

	take(bytes: number): number {
		const size = inSixteens(bytes);
		const place = this.#free.findIndex(part => part.size >= size);
		if (place < 0) {
			this.#end += size;
			return this.#end - size;
		}

		const part = this.#free[place]!;
		const {at} = part;
		part.at += size;
		part.size -= size;
		if (part.size === 0) this.#free.splice(place, 1);
		return at;
	}

	give(at: number, bytes: number): void {
		const size = inSixteens(bytes);
		const parts = [...this.#free, {at, size}].sort((a, b) => a.at - b.at);
		this.#free = [];
		for (const part of parts) {
			const before = this.#free.at(-1);
			if (before && before.at + before.size === part.at) before.size += part.size;
			else this.#free.push(part);
		}
	}

	/** Everything is free again. */
	clear(): void {
		this.#free = [];
		this.#end = this.#start;
	}
}
