import {Box} from 'ink';
import type {ReactElement} from 'react';

/** Empty rows. */
export const Blank = ({rows = 1}: {readonly rows?: number}): ReactElement => <Box height={rows} flexShrink={0} />;
