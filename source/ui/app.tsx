import {Box, Text} from 'ink';
import {type ReactElement, useSyncExternalStore} from 'react';
import {messages} from '../text/index.ts';
import {isTooSmall, smallest} from './layout.ts';
import {Credentials} from './screens/credentials.tsx';
import {Done} from './screens/done.tsx';
import {EngineChoice} from './screens/engine.tsx';
import {Export} from './screens/export.tsx';
import {Help} from './screens/help.tsx';
import {Picker} from './screens/picker.tsx';
import type {ScreenProps} from './screens/props.ts';
import {Reading} from './screens/reading.tsx';
import {Review} from './screens/review.tsx';
import {Welcome} from './screens/welcome.tsx';
import type {AppState, Screen} from './state.ts';
import type {Store} from './store.ts';

const screens: Readonly<Record<Screen, (props: ScreenProps) => ReactElement>> = {
	welcome: Welcome,
	engine: EngineChoice,
	credentials: Credentials,
	picker: Picker,
	reading: Reading,
	review: Review,
	export: Export,
	done: Done,
};

export function App({store}: {readonly store: Store}): ReactElement {
	const state = useSyncExternalStore(store.subscribe, store.state);
	if (isTooSmall(state.size)) return <TooSmall state={state} />;
	if (state.help) return <Help state={state} />;
	const Screen = screens[state.screen];
	return <Screen state={state} send={store.send} />;
}

function TooSmall({state}: {readonly state: AppState}): ReactElement {
	const {columns, rows} = state.size;
	return (
		<Box width={columns} height={rows}>
			<Text wrap="truncate">{messages(state.language).app.tooSmall(smallest.columns, smallest.rows)}</Text>
		</Box>
	);
}
