/** Bytes; a part of a file and its last row. */
const usualRoom = 1 << 19;

/**
 * Text that is written as UTF-8 piece by piece. Of many short pieces a string is slow to make: it holds each of them until
 * it is asked for its bytes.
 */
export class ByteText {
	#bytes: Buffer;
	#length = 0;

	constructor(room = usualRoom) {
		this.#bytes = Buffer.allocUnsafe(room);
	}

	/** Number of bytes. */
	get length(): number {
		return this.#length;
	}

	add(text: string): void {
		// No character takes more than three bytes for each of its units.
		if (this.#length + 3 * text.length > this.#bytes.length) this.#grow(3 * text.length);
		const bytes = this.#bytes;
		let at = this.#length;
		for (let index = 0; index < text.length; index++) {
			const code = text.charCodeAt(index);
			if (code > 0x7f) {
				this.#length = at + bytes.write(text.slice(index), at);
				return;
			}
			bytes[at++] = code;
		}
		this.#length = at;
	}

	/** Returns what was written, and begins again. */
	take(): Buffer {
		const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
		this.#length = 0;
		return taken;
	}

	#grow(room: number): void {
		const larger = Buffer.allocUnsafe(2 * this.#bytes.length + room);
		this.#bytes.copy(larger, 0, 0, this.#length);
		this.#bytes = larger;
	}
}
