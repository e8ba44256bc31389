import {type CellSize, cellSize} from './cell-size.ts';

/** What tmux says of the one terminal that shows this pane. */
export type Tmux = {
	/** Another one is another terminal: what was asked of the one before does not hold. */
	readonly client: string;
	/** What is passed on reaches it. */
	readonly passes: boolean;
	/** What it answers reaches this pane: it is typed into the one that has the keyboard. */
	readonly answers: boolean;
	/** It draws pictures in sixels; tmux itself says so of every terminal where it was built for them. */
	readonly sixel: boolean;
	readonly cell?: CellSize | undefined;
};

const asked = [
	'client_pid',
	'session_attached',
	'window_active_clients',
	'window_active',
	'pane_active',
	'allow-passthrough',
	'client_cell_width',
	'client_cell_height',
	'client_termname',
	'client_termfeatures',
] as const;

/**
 * Asks tmux about the terminal behind it.
 *
 * @returns undefined where it does not answer, or no terminal, or several show this pane
 */
export async function askTmux(pane: string | undefined): Promise<Tmux | undefined> {
	// What starts programs is loaded where there is one to start: the first frame does not wait for it.
	const {runTmux} = await import('./run-tmux.ts');
	const target = pane === undefined ? [] : ['-t', pane];
	const format = asked.map(name => `#{${name}}`).join('\t');
	const line = await runTmux(['display-message', '-p', ...target, format]);
	return line === undefined ? undefined : readTmux(line);
}

/** Reads a line of tmux's answers, in the order of `asked`. */
export function readTmux(line: string): Tmux | undefined {
	const values = line.replace(/\r?\n$/, '').split('\t');
	const [client = '', attached, watching, window, pane, passthrough, width, height, name = '', features = ''] = values;
	if (values.length !== asked.length || client === '' || attached !== '1' || watching !== '1') return undefined;
	const has = features.split(',');
	// The number of a picture is a colour, which tmux changes where it knows of fewer.
	const isColourful = has.includes('256') || has.includes('RGB') || /256color|kitty|ghostty|direct/.test(name);
	// 3.3 says 1; later ones on, and all for panes that are not seen.
	const isAllowed = passthrough === 'all' || (window === '1' && /^(?:1|on)$/.test(passthrough!));
	return {
		client,
		passes: isAllowed && isColourful,
		answers: window === '1' && pane === '1',
		sixel: has.includes('sixel'),
		cell: cellSize(Number(width), Number(height)),
	};
}

/** What tmux passes on to its terminal unread (tmux, "allow-passthrough"). */
export const throughTmux = (sequence: string): string => `\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
