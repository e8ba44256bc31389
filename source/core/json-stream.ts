import {AppError} from './errors.ts';

/** Characters that are looked through at once. */
const partLength = 1 << 20;

/** A text of JSON that is no string, in one piece: a number, a word, or what is none. */
const bare = /[^\s"[\]{},]+/y;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Files that were put together have a mark at the begin of each. */
const byteOrderMark = 0xfeff;

/**
 * Yields the values of a stream of JSON: one value, several after each other (NDJSON among them), and the items of
 * lists in place of the lists. No more than one item and one part of the stream are held.
 *
 * @param path The name in messages.
 * @param longest Characters of an item.
 * @throws SyntaxError where something else follows, after what came before it; AppError TOO_LARGE {path, bytes, limit}
 */
export async function* jsonValues(
	parts: AsyncIterable<string>,
	{path, longest}: {readonly path: string; readonly longest: number},
): AsyncGenerator<unknown, void> {
	const splitter = new JsonSplitter();
	let waiting: string[] = [];
	let length = 0;
	for await (const part of parts) {
		waiting.push(part);
		length += part.length;
		if (length < partLength) continue;
		yield* splitter.add(waiting.join(''));
		if (splitter.held > longest) throw new AppError('TOO_LARGE', {path, bytes: splitter.held, limit: longest});
		[waiting, length] = [[], 0];
	}
	yield* splitter.add(waiting.join(''));
	yield* splitter.end();
}

/** Where items of a list may follow: at its begin, after a comma, or after an item. */
type Place = 'outside' | 'first' | 'item' | 'comma';

class JsonSplitter {
	#text = '';
	/** Of the item that has begun. */
	#begin = 0;
	#at = 0;
	#depth = 0;
	#place: Place = 'outside';
	/** The last part was given. */
	#isWhole = false;

	/** Characters of an item whose end was not found yet. */
	get held(): number {
		return this.#text.length;
	}

	*add(text: string): Generator<unknown, void> {
		this.#text += text;
		yield* this.#values();
		// What is left begins with the item that has not ended.
		this.#text = this.#text.slice(this.#begin);
		this.#at -= this.#begin;
		this.#begin = 0;
	}

	*end(): Generator<unknown, void> {
		this.#isWhole = true;
		yield* this.#values();
		if (this.#depth > 0 || this.#place !== 'outside' || this.#begin < this.#text.length) throw new SyntaxError();
	}

	*#values(): Generator<unknown, void> {
		while (this.#at < this.#text.length) {
			if (this.#depth === 0 && this.#skip()) continue;
			const line = this.#depth === 0 ? this.#line() : undefined;
			if (line) yield line.value;
			else if (this.#toEnd()) yield JSON.parse(this.#text.slice(this.#begin, this.#at));
			else return;
			this.#begin = this.#at;
			this.#depth = 0;
			if (this.#place !== 'outside') this.#place = 'item';
		}
	}

	/** Goes past what is between items; false at the begin of one. */
	#skip(): boolean {
		const code = this.#text.charCodeAt(this.#at);
		const letter = this.#text[this.#at];
		if (!isSpace(code) && code !== byteOrderMark) {
			if (letter === '[' && this.#place === 'outside') this.#place = 'first';
			else if (letter === ']' && (this.#place === 'first' || this.#place === 'item')) this.#place = 'outside';
			else if (letter === ',' && this.#place === 'item') this.#place = 'comma';
			else if (letter === ',' || letter === ']' || letter === '}' || this.#place === 'item') throw new SyntaxError();
			else return false;
		}
		this.#begin = ++this.#at;
		return true;
	}

	/** An object that is a line, as in NDJSON: found without a look at each of its parts. */
	#line(): {readonly value: unknown} | undefined {
		if (this.#place !== 'outside' || this.#begin !== this.#at || this.#text[this.#at] !== '{') return undefined;
		const end = this.#text.indexOf('\n', this.#at);
		if (end < 0) return undefined;
		try {
			const value: unknown = JSON.parse(this.#text.slice(this.#at, end));
			this.#at = end;
			return {value};
		} catch {
			return undefined;
		}
	}

	/** Goes to the end of the item; false where more text must come first. */
	#toEnd(): boolean {
		const text = this.#text;
		while (this.#at < text.length) {
			const letter = text[this.#at]!;
			if (letter === '"') {
				const end = endOfString(text, this.#at);
				if (end < 0) return false;
				this.#at = end;
			} else if (letter === '{' || letter === '[') {
				this.#depth++;
				this.#at++;
			} else if (letter === '}' || letter === ']') {
				this.#depth--;
				this.#at++;
			} else if (letter === ',' || letter === ':' || isSpace(text.charCodeAt(this.#at))) {
				this.#at++;
			} else {
				bare.lastIndex = this.#at;
				const end = bare.exec(text) ? bare.lastIndex : this.#at + 1;
				if (end === text.length && !this.#isWhole) return false;
				this.#at = end;
			}
			if (this.#depth === 0) return true;
		}
		return false;
	}
}

/** The place after a string of JSON; -1 where it does not end. */
function endOfString(text: string, begin: number): number {
	let end = begin;
	do {
		end = text.indexOf('"', end + 1);
		if (end < 0) return -1;
	} while (isEscaped(text, end));
	return end + 1;
}

/** An odd number of backslashes is before the place. */
function isEscaped(text: string, place: number): boolean {
	let before = place;
	while (text[before - 1] === '\\') before--;
	return (place - before) % 2 === 1;
}
