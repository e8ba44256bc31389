import type {Layout, Slot} from '../model/layouts.ts';
import type {LineReading} from '../model/reading.ts';

/** The line that a document number is in, and its place there. */
export type NumberPlace = {readonly line: LineReading | undefined; readonly slot: Slot};

/** Returns a long number, which is printed in two pieces, as one line: its check digit follows it as it follows any. */
export function numberPlace({fields, numberRest}: Layout, lines: readonly LineReading[]): NumberPlace {
	const slot = fields.passport_number!;
	const [row, from, to] = slot;
	const first = lines[row];
	if (!numberRest || !first) return {line: first, slot};
	const [restRow, restFrom, digitAt] = numberRest;
	const rest = lines[restRow]!;
	const [begun, ended] = [first.characters?.slice(from, to), rest.characters?.slice(restFrom, digitAt + 1)];
	return {
		line: {
			text: first.text.slice(from, to) + rest.text.slice(restFrom, digitAt + 1),
			...(begun && ended ? {characters: [...begun, ...ended]} : {}),
		},
		slot: [row, 0, to - from + digitAt - restFrom],
	};
}
