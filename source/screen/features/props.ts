import type {AppEvent} from '../../session/event.ts';
import type {AppState} from '../../session/state.ts';

/** What a screen gets: the state it draws, and the way its widgets report. */
export type ScreenProps = {readonly state: AppState; readonly send: (event: AppEvent) => void};
