import type {EngineChoice} from './core/engines/choice.ts';
import type {Trip} from './core/passport/judge/trip.ts';
import type {DocumentClass} from './core/passport/model/document.ts';
import type {OwnKeys} from './core/settings/own-keys.ts';
import type {Language} from './text/index.ts';

/** The guided session as the command line asks for it: commands cannot open it themselves, they know no screen. */
export type SessionRequest = {
	readonly paths: readonly string[];
	readonly engine?: EngineChoice;
	readonly language: Language;
	readonly demo?: boolean;
	readonly configDir?: string;
	/** A custom server. */
	readonly endpoint?: string;
	/** Resumes the batch that was worked on last. */
	readonly resume?: boolean;
	/** Reads also what comes into the folders. */
	readonly watch?: boolean;
	/** How long what was read is kept, as `--keep` has it. */
	readonly keep?: string;
	/** As lines instead of a screen. */
	readonly plain?: boolean;
	/** Read the MRZ alone, without the printed text above it. */
	readonly mrzAlone?: boolean;
	/** What is read; passports alone by default. */
	readonly documents?: readonly DocumentClass[];
	/** What the passports must be valid for. */
	readonly trip?: Trip;
	/** Keys of the person's own. */
	readonly keys?: OwnKeys;
	/** Where the settings file was put that could not be read. */
	readonly brokenFile?: string;
};
