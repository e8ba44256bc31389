import {Box, Text} from 'ink';
import {type ReactElement, useSyncExternalStore} from 'react';
import {messages} from '../text/index.ts';
import {AsciiOnly} from './components/ascii.ts';
import {isTooSmall, smallest} from './layout.ts';
import {BatchList} from './screens/batch-list.tsx';
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
import type {Screen} from './state.ts';
import {questionText} from './status.ts';
import type {Store} from './store.ts';
import {width} from './width.ts';

const screens: Readonly<Record<Screen, (props: ScreenProps) => ReactElement>> = {
	welcome: Welcome,
	engine: EngineChoice,
	credentials: Credentials,
	picker: Picker,
	reading: Reading,
	review: Review,
	list: BatchList,
	export: Export,
	done: Done,
};

export function App({store}: {readonly store: Store}): ReactElement {
	const state = useSyncExternalStore(store.subscribe, store.state);
	const Screen = isTooSmall(state.size) ? TooSmall : state.help ? Help : screens[state.screen];
	return (
		<AsciiOnly value={state.ascii}>
			<Screen state={state} send={store.send} />
		</AsciiOnly>
	);
}

function TooSmall({state}: ScreenProps): ReactElement {
	const {columns, rows} = state.size;
	const leaving = state.question?.kind === 'leaving' ? [questionText(state)] : undefined;
	const sayings = leaving ?? messages(state.language).app.tooSmall(smallest.columns, smallest.rows);
	return (
		<Box width={columns} height={rows}>
			<Text wrap="truncate">{sayings.find(said => width(said) <= columns) ?? sayings.at(-1)}</Text>
		</Box>
	);
}
