/** What is asked before a list is written. */
export const writing = {
	/** `told`: how many there are of each kind. */
	rest: (told: string) => `${told}. Which are written?`,
	all: (count: number) => (count === 1 ? 'write it' : `write all ${count}`),
	chosen: (count: number) => `only the ${count} accepted`,
	/** `columns`: key columns that the settings of last time leave out. */
	columns: (columns: string) => `As last time, the list is written without: ${columns}. Write it so?`,
	without: (columns: string) => `Without: ${columns}.`,
	plainRest: (told: string, all: number, chosen: number) =>
		`${told}. Empty: write all ${all}.${chosen > 0 ? ` o: only the ${chosen} accepted.` : ''} n: write none.`,
	plainWritten: (written: string, left: string) =>
		`In the list: ${written}.${left === '' ? '' : ` Left out: ${left}.`}`,
};
