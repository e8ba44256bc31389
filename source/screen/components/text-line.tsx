import {Box} from 'ink';
import TextInput from 'ink-text-input';
import type {ReactElement} from 'react';
import type {TextEdit} from '../../session/typing/text-edit.ts';
import {textWindow} from '../layout/text-window.ts';
import {useDrawable} from './ascii.ts';

type Props = {
	readonly line: TextEdit;
	readonly columns: number;
	readonly focus: boolean;
	/** Drawn in place of each character. */
	readonly mask?: string | undefined;
	readonly onChange: (value: string) => void;
};

/**
 * One line of text by ink-text-input. The widget would wrap what is long: it gets as much room as it wants, and the box
 * shows the part around the cursor. It only gets the keys that `takesKey` leaves to it.
 */
export function TextLine({line, columns, focus, mask, onChange}: Props): ReactElement {
	const drawable = useDrawable();
	const {from, wide} = textWindow(line, columns, mask !== undefined);
	return (
		<Box width={columns} height={1} flexShrink={0} overflow="hidden">
			<Box width={Math.max(columns, wide)} marginLeft={-from} flexShrink={0}>
				<TextInput
					value={line.text}
					focus={focus}
					showCursor={focus}
					onChange={onChange}
					{...(mask === undefined ? {} : {mask: drawable(mask)})}
				/>
			</Box>
		</Box>
	);
}
