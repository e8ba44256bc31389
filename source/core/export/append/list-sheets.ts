import {recordMembers, sourceImage} from '../../records/legacy/keys.ts';
import type {Row} from '../rows.ts';
import {compareWith} from './compare/compare.ts';
import type {KnownList} from './known-list.ts';
import type {OpenList, SheetName} from './open-list.ts';

/** The sheet of a list in a workbook where others have its heads as well, or where it is hidden. */
export type ListSheets = {
	readonly sheet?: SheetName & {readonly others: readonly SheetName[]};
	/** Added passports that another sheet has already. */
	readonly elsewhere?: readonly {readonly name: string; readonly sheet: string}[];
};

/** Returns the sheet that is the list, and who of those who were added is on another one, too. */
export function sheetsOf(
	{on, otherSheets = []}: OpenList,
	added: readonly Row[],
	known: (heads: readonly string[]) => KnownList | undefined,
): ListSheets {
	if (!on || (otherSheets.length === 0 && !on.isHidden)) return {};
	const elsewhere = otherSheets.flatMap(other => {
		const list = known(other.heads);
		if (!list) return [];
		const notThere = new Set(compareWith(other, list, added).added);
		// Of a person with another passport there it is not this one.
		const there = added.filter(row => !notThere.has(row) && compareWith(other, list, [row]).listed > 0);
		return there.map(row => ({name: nameOf(row), sheet: other.name}));
	});
	const others = otherSheets.map(({name, isHidden}) => ({name, isHidden}));
	return {sheet: {...on, others}, ...(elsewhere.length > 0 ? {elsewhere} : {})};
}

function nameOf({source}: Row): string {
	if (!source) return '';
	const {surname_english: surname = '', given_name_english: given = ''} = recordMembers(source.record);
	return [surname, given].filter(part => part !== '').join(' ') || sourceImage(source.record.path);
}
