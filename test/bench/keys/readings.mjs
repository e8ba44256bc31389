import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {root} from '../bundle.mjs';

/** What the engine of this computer sees on the specimens that ship: [{file, label, path, reading?}], none where no passport is. */
export const readSpecimens = async ({offline, open}) => {
	const folder = join(root, 'source/specimens');
	const labels = JSON.parse(await readFile(join(folder, 'labels.json'), 'utf8'));
	const engine = await offline.createOfflineEngine();
	const seen = [];
	for (const label of labels) {
		const path = join(folder, label.file);
		const [reading] = await engine.read(await open.openPicture(path)).catch(() => []);
		seen.push({file: label.file, label, path, reading: reading?.shape === 'TD3' ? reading : undefined});
	}
	await engine.close();
	return seen;
};

const surnames = [
	'ABENDROT',
	'BRIGHTWATER',
	'CASTELLAN',
	'DUNMORE',
	'EVERGREEN',
	'FALKENRATH',
	'GOLDCREST',
	'HOLLOWAY',
];
const given = ['INA', 'JORUN', 'KASPAR', 'LIOBA', 'MIRO', 'NELE', 'OTIS', 'PIA'];

/** Line 1 of another invented person of the same issuer. */
const otherName = (line, index) => {
	const names = `${surnames[index % 8]}<<${given[(index >> 3) % 8]}<${given[(index >> 6) % 8]}`;
	return (line.slice(0, 5) + names).padEnd(44, '<').slice(0, 44);
};

/** Line 2 with another number, and the check digits over it as right or wrong as they were. */
const otherNumber = (line, index, digit) => {
	const rest = [...String(index).padStart(5, '0')];
	const number = [...line.slice(0, 9)].reverse();
	for (const [at, sign] of number.entries()) if (/\d/.test(sign) && rest.length > 0) number[at] = rest.pop();
	const text = number.reverse().join('');
	const wasRight = digit(line.slice(0, 9)) === line[9];
	const right = digit(text);
	const printed = wasRight ? right : String((Number(right) + 1) % 10);
	const most = text + printed + line.slice(10, 43);
	return most + digit(most.slice(0, 10) + most.slice(13, 20) + most.slice(21, 43));
};

/** The same page for another person: other lines in the same places, read as clearly, without the printed text. */
export const renamed = (reading, index, digit) => {
	const {printed: _, ...rest} = reading;
	const [one, two] = reading.lines;
	const texts = [otherName(one.text, index), otherNumber(two.text, index, digit)];
	return {
		...rest,
		lines: reading.lines.map((line, row) => ({
			...line,
			text: texts[row],
			...(line.characters
				? {
						characters: line.characters.map((one, at) => ({
							...one,
							seen: texts[row][at],
							margin: 12,
							second: 12,
							alternatives: [],
						})),
					}
				: {}),
			runnerUp: 20,
		})),
	};
};

/** One character of line 1 not clearly read, or read as something else. */
export const spoilt = (reading, at, sign) => ({
	...reading,
	lines: reading.lines.map((line, row) => {
		if (row !== 0) return line;
		const text = sign === undefined ? line.text : line.text.slice(0, at) + sign + line.text.slice(at + 1);
		const characters = line.characters?.map((one, place) =>
			place === at ? {...one, seen: text[at], margin: 0.5, second: 0.5, alternatives: []} : one,
		);
		return {...line, text, ...(characters ? {characters} : {})};
	}),
});
