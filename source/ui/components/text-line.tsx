import {Box} from 'ink';
import TextInput from 'ink-text-input';
import type {ReactElement} from 'react';
import type {TextEdit} from '../../terminal/text-edit.ts';
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
 * One line of text by ink-text-input. The widget wraps what is long: the box shows its last row, where the typing is.
 * It only gets the keys that `takesKey` leaves to it.
 */
export function TextLine({line, columns, focus, mask, onChange}: Props): ReactElement {
	const drawable = useDrawable();
	return (
		<Box width={columns} height={1} flexShrink={0} flexDirection="column" justifyContent="flex-end" overflow="hidden">
			{/* Left to shrink, the text would be cut to its first row. */}
			<Box flexShrink={0}>
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
