import {Box} from 'ink';
import type {ReactElement} from 'react';
import {account} from '../../core/engines/choice.ts';
import {cloudName} from '../../session/account/engine-name.ts';
import {accountTyped} from '../../session/account/typed-account.ts';
import {shownPath} from '../../text/format.ts';
import {messages} from '../../text/index.ts';
import {Frame} from '../components/frame.tsx';
import {Blank, Line} from '../components/line.tsx';
import {TextLine} from '../components/text-line.tsx';
import {wizardSteps} from '../components/wizard-steps.ts';
import {keyNames} from '../keys/key-names.ts';
import {bodyRows, type TextPlace} from '../layout/layout.ts';
import {span} from '../layout/spans.ts';
import {cutStart, pad, width} from '../layout/width.ts';
import {statusSpans} from '../status.ts';
import {markColours, signs} from '../theme.ts';
import type {ScreenProps} from './props.ts';

export function Credentials({state, send}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const {focus, shown} = state.credentials;
	const roomy = bodyRows(state.size) >= 14;
	const typed = accountTyped(state);
	const [hint] = typed ? account.hints(typed) : [];
	const place = credentialsPlace(state);
	const steps = roomy ? wizardSteps(state, 'credentials') : undefined;
	const lines = [
		['key', text.credentials.key],
		['secret', text.credentials.secret],
	] as const;
	return (
		<Frame
			state={state}
			title={text.titles.credentials}
			status={statusSpans(state, text.credentials.skip(keyNames(state.language)))}
		>
			{roomy && <Blank />}
			{steps && <Line spans={steps} />}
			{steps && <Blank />}
			<Line spans={[span(`  ${text.credentials.explain}`)]} />
			<Line
				spans={[
					span(
						`  ${state.accountInKeychain ? text.credentials.storedInKeychain : text.credentials.stored(storedIn(state))}`,
					),
				]}
			/>
			<Blank />
			{lines.map(([field, label]) => {
				const line = state.credentials[field];
				const masked = field === 'secret' && !shown;
				const count = line.text === '' ? '' : text.credentials.characters(line.text.length);
				return (
					<Box key={field} width={columns} height={2} flexDirection="column" flexShrink={0}>
						<Box width={columns} height={1} flexShrink={0}>
							<Line
								columns={place.x}
								spans={[
									span(focus === field ? ` ${signs.cursor} ` : '   ', {color: 'accent'}),
									span(pad(label, place.x - 3), {bold: focus === field}),
								]}
							/>
							<TextLine
								line={line}
								columns={place.columns}
								focus={focus === field && !state.question && !state.help}
								mask={masked ? signs.mask : undefined}
								onChange={value => send({type: 'reported', field, value})}
							/>
							<Line columns={columns - place.x - place.columns} spans={[span(` ${count}`, {dim: true})]} />
						</Box>
						<Line spans={[span(' '.repeat(place.x)), span(signs.rule.repeat(place.columns), {dim: focus !== field})]} />
					</Box>
				);
			})}
			<Blank />
			{hint === undefined ? (
				<Line spans={[span(`  ${text.credentials.paste}`, {dim: true})]} />
			) : (
				<Line spans={[span(`  ${text.credentials.hints[hint]}`, {color: markColours.look})]} />
			)}
			<Line spans={[span(`  ${text.credentials.where}`, {dim: true})]} />
			{roomy && <Line spans={[span(`  ${text.credentials.service(cloudName(state))}`, {dim: true})]} />}
			{state.accountFromEnvironment ? (
				<Line spans={[span(`  ${text.credentials.environmentWins}`, {color: markColours.look})]} />
			) : (
				roomy && <Line spans={[span(`  ${text.credentials.environment}`, {dim: true})]} />
			)}
		</Frame>
	);
}

/** Where they will be stored: the end of the path says more than its start. */
function storedIn({settingsFile, home, size, language}: ScreenProps['state']): string {
	const {stored} = messages(language).app.credentials;
	return cutStart(shownPath(settingsFile, home), size.columns - 4 - width(stored('')));
}

/** Where the two text lines are: for the drawing and for the real cursor. */
export function credentialsPlace(state: ScreenProps['state']): TextPlace {
	const text = messages(state.language).app.credentials;
	const x = 3 + Math.max(width(text.key), width(text.secret)) + 3;
	const roomy = bodyRows(state.size) >= 14;
	const top = 2 + (roomy ? 1 : 0) + (roomy && wizardSteps(state, 'credentials') ? 2 : 0) + 3;
	const y = top + (state.credentials.focus === 'secret' ? 2 : 0);
	return {x, y, columns: Math.min(44, state.size.columns - x - 17)};
}
