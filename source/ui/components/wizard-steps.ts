import {messages} from '../../text/index.ts';
import {type Pieces, piece} from '../pieces.ts';
import type {AppState} from '../state.ts';
import {markColours, signs} from '../theme.ts';

const steps = ['language', 'engine', 'credentials', 'pictures'] as const;

/** On a first start: what has been settled, what is asked now, and what comes. Undefined later on. */
export function wizardSteps({language, engine}: AppState, now: (typeof steps)[number]): Pieces | undefined {
	if (engine !== undefined) return undefined;
	const {wizard} = messages(language).app;
	return steps.flatMap((step, index) => {
		const done = index < steps.indexOf(now);
		const here = step === now;
		return [
			piece(`${index === 0 ? '  ' : '    '}${index + 1} `, here ? {color: 'cyan', bold: true} : {dim: true}),
			piece(wizard[step], here ? {bold: true, underline: true} : {dim: true}),
			piece(done ? ` ${signs.good}` : '', {color: markColours.good}),
		];
	});
}
