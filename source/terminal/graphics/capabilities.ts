import {WriteStream} from 'node:tty';

type Environment = Readonly<Record<string, string | undefined>>;

/** How many colours: none, the 16 named ones, 256, or 24 bits. */
export type ColorDepth = 'none' | '16' | '256' | 'truecolor';

export interface Capabilities {
	readonly colors: ColorDepth;
	/** Can signs beyond ASCII be shown? */
	readonly unicode: boolean;
	/** Whether pictures can be drawn as blocks, in colours where there are any; real ones only the terminal can promise. */
	readonly graphics: 'blocks' | 'none';
}

export interface Streams {
	readonly stdin: {readonly isTTY?: boolean};
	readonly stdout: {readonly isTTY?: boolean};
}

/** What this terminal can do, from the environment alone; nothing is asked of it. */
export function detectCapabilities(
	{stdin, stdout}: Streams,
	env: Environment = process.env,
	platform: NodeJS.Platform = process.platform,
): Capabilities {
	const unicode = hasUnicode(env, platform);
	return {
		colors: colorDepth(Boolean(stdout.isTTY), env),
		unicode,
		graphics: stdin.isTTY && stdout.isTTY && env.TERM !== 'dumb' && unicode ? 'blocks' : 'none',
	};
}

/**
 * Makes NO_COLOR hold for Ink. Call it before Ink is imported: chalk 5 does not know the variable and reads FORCE_COLOR
 * once, at its import; and with both set Node prints a warning into the screen.
 */
export function applyNoColor(env: Record<string, string | undefined> = process.env): void {
	if (!env.NO_COLOR) return;
	delete env.NO_COLOR;
	env.FORCE_COLOR = '0';
}

function colorDepth(isTTY: boolean, env: Environment): ColorDepth {
	if (env.NO_COLOR) return 'none';
	const forced = forcedColors(env.FORCE_COLOR);
	if (forced === 'none') return 'none';
	if (forced === undefined && (!isTTY || env.TERM === 'dumb')) return 'none';
	const own = terminalColors(env);
	return forced === undefined || depths.indexOf(own) > depths.indexOf(forced) ? own : forced;
}

const depths: readonly ColorDepth[] = ['none', '16', '256', 'truecolor'];

/** FORCE_COLOR as chalk reads it: a level from 0 to 3, `true`, `false`, or empty for "at least some". */
function forcedColors(value: string | undefined): ColorDepth | undefined {
	if (value === undefined) return undefined;
	if (value === 'false') return 'none';
	if (value === '' || value === 'true') return '16';
	return depths[Math.min(3, Number.parseInt(value, 10))] ?? '16';
}

function terminalColors(env: Environment): ColorDepth {
	// Before Node's own table, which takes tmux for 256 colours even where more were announced.
	if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit' || env.WT_SESSION) return 'truecolor';
	const {FORCE_COLOR: _force, NO_COLOR: _no, NODE_DISABLE_COLORS: _node, ...rest} = env;
	const bits = WriteStream.prototype.getColorDepth(rest);
	return bits >= 24 ? 'truecolor' : bits >= 8 ? '256' : bits >= 4 ? '16' : 'none';
}

function hasUnicode(env: Environment, platform: NodeJS.Platform): boolean {
	if (platform === 'win32') {
		return Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.ConEmuTask) || /xterm|alacritty/.test(env.TERM ?? '');
	}
	// The Linux console has box drawings at best: its fonts hold 512 signs.
	if (env.TERM === 'linux') return false;
	// POSIX order. No locale at all is most often a container or a service, seen through a terminal that has UTF-8.
	const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
	return !locale || /utf-?8/i.test(locale);
}
