import {Box, Text} from 'ink';
import {memo, type ReactElement} from 'react';
import {cutSpans, type Spans, sameSpans} from '../layout/spans.ts';
import {useDrawable} from './ascii.ts';
import {useColour} from './colours.ts';

type LineProps = {readonly spans: Spans; readonly columns: number};

/**
 * One row of the screen. A single text node: the cost of a frame grows with the number of nodes, not of letters. Most rows
 * are as they were before a key, and are left alone then.
 */
export const Line = memo(
	DrawnLine,
	(before, after) => before.columns === after.columns && sameSpans(before.spans, after.spans),
);

function DrawnLine({spans, columns}: LineProps): ReactElement {
	const drawable = useDrawable();
	const colourOf = useColour();
	return (
		<Box width={columns} height={1} flexShrink={0}>
			<Text wrap="truncate">
				{cutSpans(spans, columns).map(({text, color, bold, dim, inverse, underline}, index) => (
					<Text
						// biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
						key={index}
						bold={bold ?? false}
						inverse={inverse ?? false}
						underline={underline ?? false}
						{...colourOf(color, dim)}
					>
						{drawable(text)}
					</Text>
				))}
			</Text>
		</Box>
	);
}

/** Rows below each other. */
export function Lines({rows, columns}: {readonly rows: readonly Spans[]; readonly columns: number}): ReactElement {
	return (
		<Box width={columns} height={rows.length} flexDirection="column" flexShrink={0}>
			{rows.map((spans, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
				<Line key={index} columns={columns} spans={spans} />
			))}
		</Box>
	);
}
