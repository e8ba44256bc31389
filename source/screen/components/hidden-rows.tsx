import type {ReactElement} from 'react';
import type {ListWindow} from '../../session/picker/window.ts';
import type {ShownState} from '../shown-state.ts';
import {Line} from './line.tsx';
import {scrollSpans} from './scroll-marks.ts';

type Props = {readonly state: ShownState; readonly first: ListWindow['first']; readonly below: ListWindow['below']};

/** The row below a list that does not fit: how many rows are hidden on each side. */
export function HiddenRows({state: {language}, first, below}: Props): ReactElement | null {
	return first + below > 0 ? <Line spans={scrollSpans(language, first, below)} /> : null;
}
