// The figures of README: `npm run bench -- --readme` measures them again, keeps them in figures.json and writes the table.
import {readFileSync, writeFileSync} from 'node:fs';

const file = new URL('figures.json', import.meta.url);
const readme = new URL('../../README.md', import.meta.url);

/** The table of README is between these. */
export const between = /(?<=<!-- figures -->\n\n)[\s\S]*?(?=\n\n<!-- \/figures -->)/;

/** Columns of a measured table that are shown, with what is said after their values. */
const shown = {
	packages: ' packages',
	MB: ' MB',
	'median a page': '',
	ratio: ' of the time',
	'times as fast': ' times as fast',
	'a program a core': ' for a program on each core',
};

export const readFigures = () => JSON.parse(readFileSync(file, 'utf8'));

/** Figures as a table of Markdown, with the machine and the command of each. */
export function figureTable({machine, figures}) {
	const rows = figures.map(figure => {
		const values = Object.entries(shown).flatMap(([column, after]) => (figure[column] ? [figure[column] + after] : []));
		const command = `npm run bench -- ${[figure.part, figure.option].filter(Boolean).join(' ')}`;
		return `| ${figure.what} | ${values.join(', ')} | ${figure.against} | \`${command}\` |`;
	});
	return ['| | measured | against, in the same run | |', '|---|---|---|---|', ...rows, '', `On ${machine}.`].join('\n');
}

/**
 * Puts what was measured in place of the figures that are kept, and the table into README.
 *
 * @param measured `{part, option, tables}` of each part; a table is its rows, the first of which is its head.
 */
export function keepFigures(measured, machine) {
	const {figures} = readFigures();
	const next = figures.map(figure => {
		const part = measured.find(one => one.part === figure.part && one.option === figure.option);
		for (const [head, ...rows] of part?.tables ?? []) {
			const row = rows.find(([name]) => name === figure.row);
			if (!row) continue;
			const values = head.flatMap((column, at) => (column in figure ? [[column, row[at]]] : []));
			return {...figure, ...Object.fromEntries(values)};
		}
		return figure;
	});
	const kept = {machine, figures: next};
	writeFileSync(file, `${JSON.stringify(kept, undefined, '\t')}\n`);
	writeFileSync(
		readme,
		readFileSync(readme, 'utf8').replace(between, () => figureTable(kept)),
	);
}
