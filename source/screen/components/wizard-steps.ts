import type {AppState} from '../../session/state.ts';
import {messages} from '../../text/index.ts';
import {type Spans, span} from '../layout/spans.ts';
import {markColours, signs} from '../theme.ts';

const steps = ['language', 'engine', 'credentials', 'pictures'] as const;

/** On a first start: what has been settled, what is asked now, and what comes. Undefined later on. */
export function wizardSteps({language, engine}: AppState, now: (typeof steps)[number]): Spans | undefined {
	if (engine !== undefined) return undefined;
	const {wizard} = messages(language).app;
	return steps.flatMap((step, index) => {
		const done = index < steps.indexOf(now);
		const here = step === now;
		return [
			span(`${index === 0 ? '  ' : '    '}${index + 1} `, here ? {color: 'accent', bold: true} : {dim: true}),
			span(wizard[step], here ? {bold: true, underline: true} : {dim: true}),
			span(done ? ` ${signs.good}` : '', {color: markColours.good}),
		];
	});
}
