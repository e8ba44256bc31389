import type {ReactElement} from 'react';
import {cleanText} from '../../../core/clean-text.ts';
import {askedValues, formValues, valueHere} from '../../../session/export/form.ts';
import {listWindow} from '../../../session/picker/window.ts';
import {shownPath} from '../../../text/format.ts';
import {messages} from '../../../text/index.ts';
import {completedPlace, completedSpans} from '../../components/completed-line.ts';
import {Frame} from '../../components/frame.tsx';
import {HiddenRows} from '../../components/hidden-rows.tsx';
import {Line} from '../../components/line.tsx';
import {keyNames} from '../../keys/key-names.ts';
import {bodyRows, type TextPlace} from '../../layout/layout.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {cut, pad, width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {statusSpans} from '../../status.ts';
import {signs} from '../../theme.ts';
import type {ScreenProps} from '../props.ts';

/** The template of a form, and below it what it asks for that is not in a passport. */
export function Form({state}: ScreenProps): ReactElement {
	const text = messages(state.language).app;
	const {form} = state.exporting;
	const rows = [fileRow(state), ...valueRows(state)];
	const wide = Math.min(24, Math.max(...rows.map(({label}) => width(label))));
	const {first, listed, below} = listWindow(form.cursor, rows.length, bodyRows(state.size));
	return (
		<Frame
			state={state}
			title={text.titles.form}
			subject={formTitle(state)}
			status={typedSpans(state) ?? statusSpans(state, text.export.formHint(keyNames(state.language)))}
		>
			{rows.slice(first, first + listed).map(({label, spans}, index) => {
				const here = first + index === form.cursor;
				const head: Spans = [
					span(here ? ` ${signs.cursor} ` : '   ', {color: 'accent', bold: true}),
					span(pad(cut(label, wide), wide + 2), {bold: here}),
				];
				return <Line key={label} spans={[...head, ...spans]} />;
			})}
			<HiddenRows state={state} first={first} below={below} />
		</Frame>
	);
}

type FormRow = {readonly label: string; readonly spans: Spans};

/** The name of a form as a person calls it, or its file. */
export function formName({language, home}: ShownState, name: string): string {
	const {forms} = messages(language).app.export;
	return Object.hasOwn(forms, name) ? forms[name as keyof typeof forms] : cleanText(shownPath(name, home));
}

/** What the form of the chosen template is called. */
function formTitle(state: ShownState): string {
	const {name, loaded} = state.exporting.form;
	const title = cleanText(loaded?.template.title ?? '');
	return Object.hasOwn(messages(state.language).app.export.forms, name) ? formName(state, name) : title;
}

const fileRow = (state: ShownState): FormRow => ({
	label: messages(state.language).app.export.formFile,
	spans: [span(formName(state, state.exporting.form.name))],
});

function valueRows(state: ShownState): readonly FormRow[] {
	const text = messages(state.language).app.export;
	const {form} = state.exporting;
	const values = formValues(form);
	return askedValues(form).map(({name, kind, isOptional}) => {
		const value = values[name];
		if (value !== undefined) {
			return {label: name, spans: [span(cleanText(kind === 'table' ? shownPath(value, state.home) : value))]};
		}
		const needed = isOptional
			? span(text.formOptional, {dim: true})
			: span(`${signs.look} ${text.formNeeded}`, {color: 'look'});
		return {label: name, spans: [needed, span(`   ${text.formKinds[kind]}`, {dim: true})]};
	});
}

const typedLabel = ({exporting, language}: ShownState): string => {
	const {export: text} = messages(language).app;
	return text.formTyped(valueHere(exporting)?.name ?? text.formFile);
};

/** Where a value is typed: for the drawing and for the real cursor. */
export const formTextPlace = (state: ShownState): TextPlace => completedPlace(state.size, typedLabel(state));

const typedSpans = (state: ShownState): Spans | undefined => {
	const {typing} = state.exporting.form;
	if (!typing || state.notice || state.question) return undefined;
	return completedSpans(state.size, typedLabel(state), typing.edit, typing.matches);
};
