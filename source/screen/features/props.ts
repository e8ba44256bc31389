import type {AppEvent} from '../../session/event.ts';
import type {ShownState} from '../shown-state.ts';

/** What a screen gets: the state it draws, and the way its widgets report. */
export type ScreenProps = {readonly state: ShownState; readonly send: (event: AppEvent) => void};
