import type {ReactElement} from 'react';
import {
	type EngineChoice as Choosable,
	engineIds,
	isTwoEngines,
	traitsOf,
	usesAccount,
} from '../../core/engines/choice.ts';
import {cloudName} from '../../session/account/engine-name.ts';
import type {EngineItem} from '../../session/event.ts';
import {documentsText} from '../../session/welcome/documents.ts';
import {engineWords} from '../../text/engine-words.ts';
import {messages} from '../../text/index.ts';
import {Frame} from '../components/frame.tsx';
import {Blank, Line} from '../components/line.tsx';
import {Menu} from '../components/menu.tsx';
import {wizardSteps} from '../components/wizard-steps.ts';
import {bodyRows} from '../layout/layout.ts';
import {span} from '../layout/spans.ts';
import {pad, width} from '../layout/width.ts';
import {statusSpans} from '../status.ts';
import type {ScreenProps} from './props.ts';

const items: readonly EngineItem[] = [
	...engineIds,
	...engineIds.filter(id => traitsOf(id).asksForPrinted).map(id => `${id}+mrz` as const),
	'auto',
	'both',
];

/** Columns before and behind a choice of a menu. */
const menuEdge = 5;

export function EngineChoice({state, send}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const words = messages(state.language);
	const text = words.app;
	const rows = bodyRows(state.size);
	const roomy = rows >= 17;
	const steps = wizardSteps(state, 'engine');
	const wordsOf = (item: EngineItem) => (item.endsWith('+mrz') ? text.engine.mrzAlone : engineWords(words, item));
	const wide = Math.max(...items.map(item => width(wordsOf(item).name))) + 3;
	const stateOf = (item: EngineItem) => {
		const {state: long, shortState = long, stored} = wordsOf(item);
		const now = wide + width(long) + menuEdge > columns ? shortState : long;
		if (stored === undefined) return now;
		return usesAccount(item) && state.accountStored ? stored : now;
	};
	const choices = items.map(value => ({value, label: pad(wordsOf(value).name, wide) + stateOf(value)}));
	const about = items.flatMap(item => {
		const {name, more} = wordsOf(item);
		return more ? [[name, more(cloudName(state)).slice(0, rows < 12 ? 1 : rows < 20 ? 2 : 3)] as const] : [];
	});
	const others = state.documents.some(one => one !== 'passport');
	const used = 1 + choices.length + about.reduce((sum, [, lines]) => sum + 1 + lines.length, 0);
	const chosen = state.engine;
	return (
		<Frame
			state={state}
			title={text.titles.engine}
			right={[span(documentsText(state), others ? {color: 'accent'} : {dim: true})]}
			status={statusSpans(state, others ? text.engine.cloudHint : text.engine.hint)}
		>
			{roomy && <Blank />}
			{roomy && steps && <Line spans={steps} />}
			{roomy && steps && <Blank />}
			<Line spans={[span(`  ${text.engine.question}`, {bold: true})]} />
			{roomy && <Blank />}
			<Menu
				state={state}
				send={send}
				choices={choices}
				first={chosen && state.mrzAlone && traitsOf(chosen).asksForPrinted ? mrzAloneOf(chosen) : chosen}
			/>
			{about.map(([name, lines], index) => [
				(roomy || (index === 0 && used < rows)) && <Blank key={name} rows={roomy && !steps ? 2 : 1} />,
				<Line key={`${name}:`} spans={[span(`  ${name}`, {color: 'accent'})]} />,
				...lines
					.slice(0, rows < 12 ? 1 : rows < 14 ? 2 : 3)
					.map(line => <Line key={line} spans={[span(`    ${line}`)]} />),
			])}
		</Frame>
	);
}

const mrzAloneOf = (choice: Choosable): EngineItem => (isTwoEngines(choice) ? choice : `${choice}+mrz`);
