import {Box, Text} from 'ink';
import SelectInput from 'ink-select-input';
import type {ReactElement} from 'react';
import type {MenuItem} from '../../session/event.ts';
import {firstPlace} from '../../session/neighbour.ts';
import type {ScreenProps} from '../features/props.ts';
import {span} from '../layout/spans.ts';
import {signs} from '../theme.ts';
import {useDrawable} from './ascii.ts';
import {useManner} from './colours.ts';

export type Choice = {readonly value: MenuItem; readonly label: string};

type Props = ScreenProps & {
	readonly choices: readonly Choice[];
	/** Under the cursor at first; else the first one. */
	readonly first?: MenuItem | undefined;
};

/** A short menu: arrows or `j k`, enter, or the number of the item. While a question or the help is up, it does not listen. */
export function Menu({state, send, choices, first}: Props): ReactElement {
	return (
		<Box flexShrink={0} flexDirection="column" height={choices.length}>
			<SelectInput
				items={choices.map(choice => ({...choice, key: choice.value}))}
				isFocused={!state.question && !state.help}
				initialIndex={firstPlace(choices, ({value}) => value === first)}
				indicatorComponent={Indicator}
				itemComponent={Item}
				onSelect={item => send({type: 'chosen', item: item.value})}
			/>
		</Box>
	);
}

function Indicator({isSelected = false}: {isSelected?: boolean}): ReactElement {
	const drawable = useDrawable();
	const written = useManner();
	return <Text>{isSelected ? written(span(`  ${drawable(signs.cursor)} `, {color: 'accent'})) : '    '}</Text>;
}

function Item({isSelected = false, label}: {isSelected?: boolean; label: string}): ReactElement {
	return (
		<Text bold={isSelected} wrap="truncate">
			{label}
		</Text>
	);
}
