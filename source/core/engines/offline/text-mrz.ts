import type {CharacterReading, LineReading, PageReading, Reading} from '../../passport/model/reading.ts';
import type {TextMrz} from '../../pictures/formats/pdf-text.ts';
import type {GreyImage} from '../../pictures/picture.ts';

/** Nats: a character that is stored as such is not in doubt. */
const certain = 30;

/** Of 44 characters, those that two lines of the same passport share at least, however badly one was read. */
const shared = 30;

const characters = (text: string): readonly CharacterReading[] =>
	[...text].map(seen => ({seen, margin: certain, alternatives: []}));

const alike = (one: string, other: string): boolean =>
	[...one].filter((character, index) => character === other[index]).length >= shared;

/**
 * Returns the readings of a page with the MRZs that a PDF holds as text: instead of what was read of the same lines in
 * the drawn page, in their places; else as further readings.
 *
 * @param readings None where the drawn page shows no passport.
 */
export function withTexts({texts = []}: GreyImage, readings: PageReading | undefined): PageReading | undefined {
	const all: Reading[] = [...(readings ?? [])];
	for (const text of texts) {
		const at = all.findIndex(({lines}) => lines.every((line, index) => alike(line.text, text[index] ?? '')));
		const read = all[at];
		if (read) all[at] = {...read, shape: 'TD3', lines: linesOf(text, read.lines)};
		else all.push({engine: 'offline', shape: 'TD3', lines: linesOf(text)});
	}
	const [first, ...others] = all;
	return first && [first, ...others];
}

/** Lines of a text, in the places of lines that were read. */
const linesOf = (texts: TextMrz, read: readonly LineReading[] = []): readonly LineReading[] =>
	texts.map((text, index) => {
		const {runnerUp: _, runnerUpText: __, ...place} = read[index] ?? {};
		return {...place, text, characters: characters(text)};
	});
