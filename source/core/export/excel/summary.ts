import {type Cell, numberCell, textCell} from '../cell.ts';
import {type Column, handOf, type RowSource} from '../columns.ts';
import type {ExportWords} from '../words.ts';

/** What is counted of each row, by the key of the column that shows it. */
export const counted: Readonly<Record<string, (source: RowSource) => string>> = {
	status: ({record, words}) => words.status[record.passport.status],
	review: ({record, words}) => words.review[handOf(record.review)],
	validity: ({validity, words}) => words.validity[validity],
	holder_country_code: ({legacy}) => legacy.holder_country_code ?? '',
	/** By month. */
	expiry_date: ({legacy}) => (legacy.expiry_date ?? '').slice(0, 7),
};

/** The words of a column in the order in which they are listed; what has none is in the order of its text. */
const orderOf = (words: ExportWords): Readonly<Record<string, readonly string[]>> => ({
	status: Object.values(words.status),
	review: Object.values(words.review),
	validity: Object.values(words.validity),
});

/** How many rows say what, by the key of the column that shows it. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What was counted of some rows. */
export type Tally = {readonly all: number; readonly counts: Counts};

export type ListSummary = {
	/** `said`: what the row says in a column that is counted. */
	readonly add: (said: (key: string) => string) => void;
	readonly tally: () => Tally;
	/** Adds what was counted elsewhere. */
	readonly addTally: (tally: Tally) => void;
	/** What, value, number of rows. */
	readonly rows: () => readonly (readonly Cell[])[];
};

type Counted = {readonly columns: readonly Pick<Column, 'key'>[]; readonly heads: readonly string[]};

/** Counts rows by what their columns say; nothing is said of a column that the list does not have. */
export function listSummary({columns, heads}: Counted, words: ExportWords): ListSummary {
	const places = columns.map(({key}, place) => ({key, head: heads[place]!}));
	const shown = Object.keys(counted).flatMap(key => places.find(place => place.key === key) ?? []);
	const counts = new Map(shown.map(({key}) => [key, new Map<string, number>()]));
	let all = 0;
	return {
		add(said) {
			all++;
			for (const [key, known] of counts) {
				const value = said(key);
				known.set(value, (known.get(value) ?? 0) + 1);
			}
		},
		tally: () => ({all, counts}),
		addTally(more) {
			all += more.all;
			for (const [key, known] of counts) {
				for (const [value, count] of more.counts.get(key) ?? []) known.set(value, (known.get(value) ?? 0) + count);
			}
		},
		rows() {
			const order = orderOf(words);
			const rows = shown.flatMap(({key, head}) => {
				const known = counts.get(key)!;
				const values = order[key] ?? [...known.keys()].sort();
				return values.flatMap(value => {
					const count = known.get(value);
					return count === undefined ? [] : [[textCell(head), textCell(value), numberCell(count)]];
				});
			});
			return [[textCell(words.sheets.passports), textCell(''), numberCell(all)], ...rows];
		},
	};
}
