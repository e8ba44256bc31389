import {shippedTemplates} from '../core/export/template/load-template.ts';
import {askedValues, fitsValue, formValues} from '../session/export/form.ts';
import {problemLines} from '../session/problem.ts';
import {messages} from '../text/index.ts';
import type {Line} from './line.ts';

/** Asks which form is filled in, and for what it needs that is not in a passport. False when the person stopped. */
export async function askForm(line: Line): Promise<boolean> {
	for (;;) {
		const name = await askName(line);
		if (name === undefined) return false;
		const filled = await askValues(line, name);
		if (filled !== 'again') return filled === 'filled';
	}
}

async function askName({talk, language, state}: Line): Promise<string | undefined> {
	const {name} = state().exporting.form;
	const answer = await talk.ask(messages(language).plain.form(name, shippedTemplates), {isPath});
	return answer === undefined ? undefined : answer === '' ? name : answer;
}

async function askValues(
	{talk, language, state, send, until}: Line,
	name: string,
): Promise<'filled' | 'stopped' | 'again'> {
	const {plain, app} = messages(language);
	// A new object, so that the file is read again: it may have changed.
	send({type: 'formChosen', name, values: {...state().exporting.form.values[name]}});
	if (!(await until(({exporting: {form}}) => form.loaded !== undefined || form.problem !== undefined)))
		return 'stopped';
	const {form} = state().exporting;
	if (!form.loaded) {
		for (const said of problemLines(form.problem!, messages(language))) talk.say(said);
		return 'again';
	}
	const values: Record<string, string> = {...formValues(form)};
	for (const asked of askedValues(form)) {
		for (;;) {
			const before = values[asked.name];
			const kind = app.export.formKinds[asked.kind];
			const answer = await talk.ask(plain.formValue(asked.name, kind, before, asked.isOptional), {isPath});
			if (answer === undefined) return 'stopped';
			if (answer === '' && (before !== undefined || asked.isOptional)) break;
			if (fitsValue(asked, answer)) {
				values[asked.name] = answer;
				break;
			}
			talk.say(answer === '' ? app.export.formNeeds([asked.name]) : app.notices.formDate({text: answer}));
		}
	}
	send({type: 'formChosen', name, values});
	return 'filled';
}

/** Every answer may be a path. */
const isPath = (): boolean => true;
