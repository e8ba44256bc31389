import type {ReactElement} from 'react';
import {messages} from '../../text/index.ts';
import {Blank} from '../components/blank.tsx';
import {Frame} from '../components/frame.tsx';
import {Line} from '../components/line.tsx';
import {type Choice, Menu} from '../components/menu.tsx';
import {wizardSteps} from '../components/wizard-steps.ts';
import {bodyRows} from '../layout/layout.ts';
import {span} from '../layout/spans.ts';
import {pad, width} from '../layout/width.ts';
import {cloudName, statusSpans} from '../status.ts';
import type {ScreenProps} from './props.ts';

export function EngineChoice({state, send}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const rows = bodyRows(state.size);
	const roomy = rows >= 17;
	const wide = Math.max(...[text.engine.offline, text.engine.xiangyun, text.engine.offlineVisual].map(width)) + 3;
	const xiangyunState = state.accountStored ? text.engine.xiangyunKept : text.engine.xiangyunState;
	const steps = wizardSteps(state, 'engine');
	const choices: readonly Choice[] = [
		{value: 'offline', label: pad(text.engine.offline, wide) + text.engine.offlineState},
		{value: 'xiangyun', label: pad(text.engine.xiangyun, wide) + xiangyunState},
		{value: 'offlineVisual', label: pad(text.engine.offlineVisual, wide) + text.engine.offlineVisualState},
	];
	const about = [
		[text.engine.offline, rows < 12 ? text.engine.offlineMore.slice(0, 2) : text.engine.offlineMore],
		[text.engine.xiangyun, text.engine.xiangyunMore(cloudName(state))],
	] as const;
	return (
		<Frame state={state} title={text.titles.engine} status={statusSpans(state, text.engine.hint)}>
			{roomy && <Blank />}
			{roomy && steps && <Line columns={columns} spans={steps} />}
			{roomy && steps && <Blank />}
			<Line columns={columns} spans={[span(`  ${text.engine.question}`, {bold: true})]} />
			{roomy && <Blank />}
			<Menu
				choices={choices}
				first={state.engine === 'offline' && state.visual ? 'offlineVisual' : state.engine}
				listens={!state.question && !state.help}
				onChoose={item => send({type: 'chosen', item})}
			/>
			{about.map(([name, lines], index) => [
				(roomy || index === 0) && <Blank key={name} rows={roomy && !steps ? 2 : 1} />,
				<Line key={`${name}:`} columns={columns} spans={[span(`  ${name}`, {color: 'cyan'})]} />,
				...lines.map(line => <Line key={line} columns={columns} spans={[span(`    ${line}`)]} />),
			])}
		</Frame>
	);
}
