import stringWidth from 'string-width';

/**
 * What a line may end after: a word with its spaces, or one Chinese character. Closing marks stay with what they close,
 * opening ones with what follows.
 */
const pieces =
	/\s*[（“《]*(?:\p{Script=Han}|[^\s\p{Script=Han}，。、；：？！）”》（“《]+)[，。、；：？！）”》…]*|\s*[^\s\p{Script=Han}]+/gu;

/**
 * A text as lines of at most `width` cells; a Chinese character takes two. A word that is longer has a line to itself.
 *
 * @param later Cells of the lines after the first, where they are fewer.
 */
export function wrapped(text: string, width: number, later = width): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const [piece] of text.matchAll(pieces)) {
		const limit = lines.length === 0 ? width : later;
		if (line !== '' && stringWidth(line + piece) > limit) {
			lines.push(line);
			line = piece.trimStart();
		} else line = line === '' ? piece.trimStart() : line + piece;
	}
	return line === '' && lines.length > 0 ? lines : [...lines, line];
}
