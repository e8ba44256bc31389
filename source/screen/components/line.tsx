import {Box, Text} from 'ink';
import {createContext, memo, type ReactElement, useContext} from 'react';
import {cutSpans, type Spans, sameSpans} from '../layout/spans.ts';
import {useDrawable} from './ascii.ts';
import {useManner} from './colours.ts';

/** The columns of the screen. */
export const ScreenColumns = createContext(0);

/** `columns`: where it is not as wide as the screen. */
type LineProps = {readonly spans: Spans; readonly columns?: number};

/**
 * One row of the screen. A single text node: the cost of a frame grows with the number of nodes, not of letters. Most rows
 * are as they were before a key, and are left alone then.
 */
export const Line = memo(
	DrawnLine,
	(before, after) => before.columns === after.columns && sameSpans(before.spans, after.spans),
);

function DrawnLine({spans, ...given}: LineProps): ReactElement {
	const all = useContext(ScreenColumns);
	const columns = given.columns ?? all;
	const drawable = useDrawable();
	const written = useManner();
	const pieces = cutSpans(spans, columns).map(piece => written({...piece, text: drawable(piece.text)}));
	return (
		<Box width={columns} height={1} flexShrink={0}>
			<Text wrap="truncate">{pieces.join('')}</Text>
		</Box>
	);
}

/** Rows below each other. */
export function Lines({rows}: {readonly rows: readonly Spans[]}): ReactElement {
	return (
		<Box height={rows.length} flexDirection="column" flexShrink={0}>
			{rows.map((spans, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
				<Line key={index} spans={spans} />
			))}
		</Box>
	);
}

/** Empty rows. */
export const Blank = ({rows = 1}: {readonly rows?: number}): ReactElement => <Box height={rows} flexShrink={0} />;
