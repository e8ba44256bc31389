import type {ReactElement} from 'react';
import type {ListWindow} from '../../session/picker/window.ts';
import {type Language, messages} from '../../text/index.ts';
import {type Spans, span} from '../layout/spans.ts';
import type {ShownState} from '../shown-state.ts';
import {signs} from '../theme.ts';
import {Line} from './line.tsx';

/** How many rows of a list are hidden on each side; nothing where all are seen. */
export function scrollSpans(language: Language, above: number, below: number): Spans {
	const {more} = messages(language).app.picker;
	const said = [above > 0 ? `${signs.up} ${more(above)}` : '', below > 0 ? `${signs.down} ${more(below)}` : ''];
	const shown = said.filter(part => part !== '').join('   ');
	return shown === '' ? [] : [span(`   ${shown}`, {dim: true})];
}

/** The sign in front of a row of a list that has no row to spare: whether there is more above or below it, else a blank. */
export function edgeSign(first: number, count: number, row: number, rows: number): string {
	if (row === rows - 1 && first + rows < count) return signs.down;
	return row === 0 && first > 0 ? signs.up : ' ';
}

type Props = {readonly state: ShownState; readonly first: ListWindow['first']; readonly below: ListWindow['below']};

/** The row below a list that does not fit: how many rows are hidden on each side. */
export function HiddenRows({state: {language}, first, below}: Props): ReactElement | null {
	return first + below > 0 ? <Line spans={scrollSpans(language, first, below)} /> : null;
}
