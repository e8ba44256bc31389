import {type ColumnSet, type Preset, setNamed} from '../../core/export/column-sets.ts';
import type {ExportWords} from '../../core/export/words.ts';
import {type Language, messages} from '../../text/index.ts';
import type {ExportState} from './state.ts';

/** The columns of the chosen set, and the language of their heads where it has one of its own. */
export function columnsOf({set, savedSets}: Pick<ExportState, 'set' | 'savedSets'>): {
	readonly columns: Preset | ColumnSet;
	readonly headWords?: readonly ExportWords[];
} {
	const columns = setNamed(set, savedSets) ?? 'default';
	const header = savedSets[set]?.header;
	if (header === undefined) return {columns};
	const languages: readonly Language[] = header === 'both' ? ['en', 'zh'] : [header];
	return {columns, headWords: languages.map(language => messages(language).exported)};
}
