/** Bytes; a part of a file and its last row. */
const usualRoom = 1 << 19;

const beyondAscii = /[^\0-\x7f]/;

/** A text as UTF-8 in a string, a character for each byte: what is ASCII stays itself. */
export const utf8Of = (text: string): string => (beyondAscii.test(text) ? Buffer.from(text).toString('latin1') : text);

/** Bytes that are written piece by piece, and taken as parts of a file. */
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

	/** @param utf8 As `utf8Of` has it. A call takes as long as some dozen characters: a row at once is fast. */
	add(utf8: string): void {
		if (this.#length + utf8.length > this.#bytes.length) this.#grow(utf8.length);
		this.#length += this.#bytes.write(utf8, this.#length, 'latin1');
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
