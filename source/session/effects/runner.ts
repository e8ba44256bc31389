import type {Engine} from '../../core/engines/engine.ts';
import type {EngineId} from '../../core/engines/registry.ts';
import type {DocumentClass} from '../../core/passport/model/document.ts';
import type {CalendarDay} from '../../core/passport/model/passport.ts';
import type {AccountPlace} from '../../core/settings/account.ts';
import type {Effect} from '../effect.ts';
import type {AppEvent} from '../event.ts';
import type {AppState} from '../state.ts';

export type RunnerOptions = AccountPlace & {
	readonly send: (event: AppEvent) => void;
	readonly quit: (code: number) => void;
	readonly today: CalendarDay;
	readonly now: () => Date;
	readonly createEngine: (id: EngineId, mrzAlone?: boolean, documents?: readonly DocumentClass[]) => Promise<Engine>;
	/** Puts a text on the person's clipboard. */
	readonly copy?: (text: string) => void;
	/** Where an unreadable settings file was put, if that was found out before. */
	readonly brokenFile?: string | undefined;
};

export type Runner = {
	readonly run: (effect: Effect) => void;
	/** Ctrl-C. True when answers are waited for that may have been charged: it leaves, with this code, when they are there. */
	readonly interrupt: (code: number) => boolean;
	/** Called with every state, before the effects of what made it. */
	readonly follow: (state: AppState) => void;
	/** Answers that are waited for and may have been charged. */
	readonly owed: () => number;
	/**
	 * Ends what is running; resolves when everything that was decided is on disk, and the answers that are owed.
	 *
	 * @param isUrgent Waits for no answer: the user has asked twice to leave.
	 */
	readonly close: (isUrgent?: boolean) => Promise<void>;
};
