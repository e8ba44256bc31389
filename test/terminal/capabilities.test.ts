import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {applyNoColor, detectCapabilities} from '../../source/terminal/graphics/capabilities.ts';
import {bundleProgram} from '../support/terminal-program.ts';

const terminal = {stdin: {isTTY: true}, stdout: {isTTY: true}};
const xterm = {TERM: 'xterm-256color', LANG: 'en_US.UTF-8'};

function detect(env: Record<string, string>, streams = terminal, platform: NodeJS.Platform = 'linux') {
	return detectCapabilities(streams, env, platform);
}

test('a terminal at both ends can be painted on', () => {
	expect(detect(xterm)).toEqual({colors: '256', unicode: true, graphics: 'blocks'});
});

test('without a terminal at both ends there are no pictures', () => {
	expect(detect(xterm, {...terminal, stdin: {isTTY: false}})).toMatchObject({graphics: 'none'});
	expect(detect(xterm, {...terminal, stdout: {isTTY: false}})).toMatchObject({graphics: 'none', colors: 'none'});
});

test('a dumb terminal cannot be painted on', () => {
	expect(detect({...xterm, TERM: 'dumb'})).toMatchObject({graphics: 'none', colors: 'none'});
});

test.each([
	[{COLORTERM: 'truecolor'}, 'truecolor'],
	[{COLORTERM: 'truecolor', TMUX: '/tmp/tmux'}, 'truecolor'],
	[{TERM: 'vt100'}, '16'],
	[{NO_COLOR: '1', COLORTERM: 'truecolor'}, 'none'],
	[{NO_COLOR: '1', FORCE_COLOR: '3'}, 'none'],
	[{NO_COLOR: ''}, '256'],
	[{FORCE_COLOR: '0'}, 'none'],
	[{FORCE_COLOR: 'false'}, 'none'],
	[{FORCE_COLOR: '3'}, 'truecolor'],
	[{FORCE_COLOR: 'true', TERM: 'dumb'}, '16'],
])('%o gives the colours %s', (env, colors) => {
	expect(detect({...xterm, ...env}).colors).toBe(colors);
});

test('FORCE_COLOR gives colours to a pipe', () => {
	expect(detect({...xterm, FORCE_COLOR: '1'}, {...terminal, stdout: {isTTY: false}}).colors).not.toBe('none');
});

test.each([
	[{LANG: 'C'}, false],
	[{LANG: 'POSIX'}, false],
	[{LANG: 'C.UTF-8'}, true],
	[{LANG: 'zh_CN.utf8'}, true],
	[{LANG: 'de_DE.ISO-8859-1'}, false],
	[{LANG: 'en_US.UTF-8', LC_ALL: 'C'}, false],
	[{LANG: 'C', LC_CTYPE: 'en_US.UTF-8'}, true],
	[{}, true],
	[{LANG: 'en_US.UTF-8', TERM: 'linux'}, false],
])('%o has signs beyond ASCII: %s', (env, unicode) => {
	expect(detect(env).unicode).toBe(unicode);
});

test('an old Windows console gets ASCII, Windows Terminal does not', () => {
	expect(detect({}, terminal, 'win32').unicode).toBe(false);
	expect(detect({WT_SESSION: 'x'}, terminal, 'win32')).toMatchObject({unicode: true, colors: 'truecolor'});
});

test('NO_COLOR becomes what chalk understands, and Node has nothing to warn of', () => {
	const env: Record<string, string> = {NO_COLOR: '1', FORCE_COLOR: '2', TERM: 'xterm'};
	applyNoColor(env);
	expect(env).toEqual({FORCE_COLOR: '0', TERM: 'xterm'});
});

test('an empty NO_COLOR changes nothing', () => {
	const env = {NO_COLOR: ''};
	applyNoColor(env);
	expect(env).toEqual({NO_COLOR: ''});
});

test('Ink draws without colours under NO_COLOR, even against FORCE_COLOR, and Node warns of nothing', async () => {
	const program = await bundleProgram(fileURLToPath(new URL('fixtures/colours.tsx', import.meta.url)));
	const run = (env: Record<string, string>) => {
		const {NO_COLOR: _no, FORCE_COLOR: _force, ...rest} = process.env;
		return spawnSync(process.execPath, [program.file], {env: {...rest, ...env}, encoding: 'utf8'});
	};
	try {
		expect(run({FORCE_COLOR: '3'}).stdout).toBe('\x1b[31mred\x1b[39m');
		expect(run({NO_COLOR: '1', FORCE_COLOR: '3'})).toMatchObject({stdout: 'red', stderr: ''});
	} finally {
		program.remove();
	}
});

test.each([
	[{COLORTERM: 'truecolor'}, 'blocks'],
	// A name promises nothing: whether it shows real pictures, the terminal itself is asked.
	[{TERM: 'xterm-kitty', COLORTERM: 'truecolor', KITTY_WINDOW_ID: '1'}, 'blocks'],
	[{NO_COLOR: '1'}, 'blocks'],
	[{NO_COLOR: '1', LANG: 'C'}, 'none'],
	[{TERM: 'dumb'}, 'none'],
	[{LANG: 'C'}, 'none'],
] as const)('shows pictures with %j: %s', (env, graphics) => {
	expect(detect({...xterm, ...env}).graphics).toBe(graphics);
});
