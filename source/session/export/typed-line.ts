import {isLineName} from '../../core/export/airline/docs-passenger.ts';

/** The line of the export screen that is typed into, where the cursor is on one. */
export const typedLine = ({focus}: {readonly focus: string}): 'file' | 'singleName' | undefined =>
	focus === 'file' || focus === 'singleName' ? focus : undefined;

/** What airline lines have as the given name of a person with one name; undefined where that was not said. */
export function singleNameOf({singleName}: {readonly singleName: {readonly text: string}}): string | undefined {
	const text = singleName.text.trim();
	return isLineName(text) ? text.toUpperCase() : undefined;
}
