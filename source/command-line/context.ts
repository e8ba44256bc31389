import type {Readable} from 'node:stream';
import type {Engine, EngineOptions} from '../core/engines/engine.ts';
import type {EngineId} from '../core/engines/registry.ts';
import type {OpenKeychain} from '../core/settings/keychain.ts';
import type {AppKeys} from '../core/settings/own-keys.ts';
import type {Language, Messages} from '../text/index.ts';
import type {Arguments} from './parse.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a command is given: everything outside of core, so that a test can hand it something else. */
export type Context = {
	readonly args: Arguments;
	readonly env: Environment;
	readonly language: Language;
	readonly messages: Messages;
	/** A person sits there who can be asked. */
	readonly interactive: boolean;
	/** What is said is read by others than the person who asked, such as an agent: numbers are masked in it. */
	readonly masksNumbers?: boolean;
	readonly stdin: Readable & {readonly isTTY?: boolean};
	/** Results only. */
	readonly out: (content: string | Uint8Array) => void;
	/** Progress and notes, a line at a time; silent with --quiet. */
	readonly say: (line: string) => void;
	/** Errors and questions, also with --quiet. */
	readonly warn: (line: string) => void;
	/** Aborted by Ctrl-C, SIGTERM or SIGHUP. */
	readonly signal: AbortSignal;
	/** The keychain of the system, where it is not the usual one. */
	readonly keychain?: OpenKeychain;
	readonly now: () => Date;
	/** The app's table of keys, loaded when it is asked for. */
	readonly appKeys: () => Promise<AppKeys>;
	/** `account` is for an engine that needs one; and what is to be read. */
	readonly createEngine: (id: EngineId, account?: EngineOptions) => Promise<Engine>;
};

/** Everything a command does; what it throws is said by the caller. Returns the exit code. */
export type Command = (context: Context) => Promise<number>;
