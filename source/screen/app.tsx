import {Box, Text} from 'ink';
import {type ReactElement, useMemo, useSyncExternalStore} from 'react';
import type {Screen} from '../session/state.ts';
import type {Store} from '../session/store.ts';
import {messages} from '../text/index.ts';
import {AsciiOnly} from './components/ascii.ts';
import {Colours} from './components/colours.ts';
import {BatchList} from './features/batch-list.tsx';
import {Credentials} from './features/credentials.tsx';
import {Details} from './features/details.tsx';
import {Done} from './features/done.tsx';
import {EngineChoice} from './features/engine.tsx';
import {Columns} from './features/export/columns.tsx';
import {Export} from './features/export/export.tsx';
import {Form} from './features/export/form.tsx';
import {Help} from './features/help/help.tsx';
import {Picker} from './features/picker/picker.tsx';
import type {ScreenProps} from './features/props.ts';
import {Reading} from './features/reading/reading.tsx';
import {Review} from './features/review/review.tsx';
import {Settings} from './features/settings.tsx';
import {Welcome} from './features/welcome.tsx';
import {keyNames} from './keys/key-names.ts';
import {isTooSmall, smallest} from './layout/layout.ts';
import {width} from './layout/width.ts';
import {paletteOf} from './palette.ts';
import type {ShownState} from './shown-state.ts';
import {questionText} from './status.ts';

const screens: Readonly<Record<Screen, (props: ScreenProps) => ReactElement>> = {
	welcome: Welcome,
	engine: EngineChoice,
	credentials: Credentials,
	picker: Picker,
	reading: Reading,
	review: Review,
	list: BatchList,
	settings: Settings,
	details: Details,
	export: Export,
	columns: Columns,
	form: Form,
	done: Done,
};

export function App({store}: {readonly store: Store<ShownState>}): ReactElement {
	const state = useSyncExternalStore(store.subscribe, store.state);
	const Screen = isTooSmall(state.size) ? TooSmall : state.help ? Help : screens[state.screen];
	const {theme, colours, background, colors: depth = 'none'} = state;
	const palette = useMemo(() => paletteOf({theme, colours, background, depth}), [theme, colours, background, depth]);
	return (
		<AsciiOnly value={state.ascii}>
			<Colours value={palette}>
				<Screen state={state} send={store.send} />
			</Colours>
		</AsciiOnly>
	);
}

function TooSmall({state}: ScreenProps): ReactElement {
	const {columns, rows} = state.size;
	const leaving = state.question?.kind === 'leaving' ? [questionText(state)] : undefined;
	const sayings =
		leaving ?? messages(state.language).app.tooSmall(smallest.columns, smallest.rows, keyNames(state.language));
	return (
		<Box width={columns} height={rows}>
			<Text wrap="truncate">{sayings.find(said => width(said) <= columns) ?? sayings.at(-1)}</Text>
		</Box>
	);
}
