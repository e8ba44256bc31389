import {type Language, messages} from '../../text/index.ts';
import {type Spans, span} from '../layout/spans.ts';
import {signs} from '../theme.ts';

/** How many rows of a list are hidden on each side; nothing where all are seen. */
export function scrollSpans(language: Language, above: number, below: number): Spans {
	const {more} = messages(language).app.picker;
	const said = [above > 0 ? `${signs.up} ${more(above)}` : '', below > 0 ? `${signs.down} ${more(below)}` : ''];
	const shown = said.filter(part => part !== '').join('   ');
	return shown === '' ? [] : [span(`   ${shown}`, {dim: true})];
}
