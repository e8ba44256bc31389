import type {EngineChoice} from './core/engines/choice.ts';
import type {Trip} from './core/passport/judge/trip.ts';
import type {DocumentClass} from './core/passport/model/document.ts';
import type {OwnKeys} from './core/settings/own-keys.ts';
import type {Language} from './text/index.ts';

/** The guided session as the command line asks for it: commands cannot open it themselves, they know no screen. */
export type SessionRequest = {
	readonly paths: readonly string[];
	readonly engine?: EngineChoice | undefined;
	readonly language: Language;
	readonly demo?: boolean | undefined;
	readonly configDir?: string | undefined;
	/** A custom server. */
	readonly endpoint?: string | undefined;
	/** Resumes the batch that was worked on last. */
	readonly resume?: boolean | undefined;
	/** Reads also what comes into the folders. */
	readonly watch?: boolean | undefined;
	/** How long what was read is kept, as `--keep` has it. */
	readonly keep?: string | undefined;
	/** As lines instead of a screen. */
	readonly plain?: boolean | undefined;
	/** Read the MRZ alone, without the printed text above it. */
	readonly mrzAlone?: boolean | undefined;
	/** What is read; passports alone by default. */
	readonly documents?: readonly DocumentClass[] | undefined;
	/** What the passports must be valid for. */
	readonly trip?: Trip | undefined;
	/** Keys of the person's own. */
	readonly keys?: OwnKeys | undefined;
	/** Where the settings file was put that could not be read. */
	readonly brokenFile?: string | undefined;
};
