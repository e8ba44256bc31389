// Takes the pictures of README from the running app: the built program in a pseudo-terminal, on its sample passports.
// Needs `script` of util-linux. Run it with `npm run pictures`.
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import xterm from '@xterm/headless';
import {svgOf} from './svg.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const size = {cols: 104, rows: 34};

/** The background that the terminal answers when the app asks for it. */
const background = '#16181d';

/** What the screens of the way to the first passport that is to check show, and what the picture is called. */
const journey = {
	en: {
		start: 'Start the demo',
		read: '100 %',
		check: 'passport-ocr  Check',
		title: 'A passport to check: the field in question, cut out of the picture and enlarged',
	},
	zh: {
		start: '开始演示',
		read: '100 %',
		check: 'passport-ocr  核对',
		title: '待核对的护照：有疑问的字段从图片中截取并放大',
	},
};

const pictured = 'passport_osei_kwame.jpg  ';

function open(language, cwd) {
	const terminal = new xterm.Terminal({...size, allowProposedApi: true});
	const child = spawn(
		'script',
		['-qfec', `stty cols ${size.cols} rows ${size.rows}; exec node ${program} demo --lang ${language}`, '/dev/null'],
		{
			cwd,
			env: {
				PATH: process.env.PATH,
				HOME: cwd,
				LANG: 'C.UTF-8',
				TERM: 'xterm-256color',
				COLORTERM: 'truecolor',
				XDG_CONFIG_HOME: join(cwd, 'config'),
				XDG_STATE_HOME: join(cwd, 'state'),
				XDG_CACHE_HOME: join(cwd, 'cache'),
			},
		},
	);
	const say = text => child.stdin.write(text);
	terminal.onData(say);
	// xterm without a window has no colours of its own to name.
	terminal.parser.registerOscHandler(11, asked => {
		if (asked !== '?') return false;
		const [, red, green, blue] = /#(..)(..)(..)/.exec(background);
		say(`\x1b]11;rgb:${red}${red}/${green}${green}/${blue}${blue}\x1b\\`);
		return true;
	});
	child.stdout.on('data', data => terminal.write(data));
	const screen = () =>
		Array.from({length: size.rows}, (_, y) => terminal.buffer.active.getLine(y).translateToString(true)).join('\n');
	const shows = text =>
		until(
			() => screen().includes(text),
			() => `"${text}" is not shown:\n${screen()}`,
		);
	return {
		terminal,
		shows,
		has: text => screen().includes(text),
		async press(key, after) {
			await shows(after);
			say(key);
		},
		async settled() {
			let last = '';
			let same = 0;
			await until(
				() => {
					same = screen() === last ? same + 1 : 0;
					last = screen();
					return same > 15;
				},
				() => 'the screen does not come to rest',
			);
		},
		close() {
			say('\x03');
			child.stdin.end();
		},
		ended: new Promise(resolve => child.on('close', resolve)),
	};
}

async function until(isTrue, problem) {
	for (let tries = 0; tries < 1200; tries++) {
		if (isTrue()) return;
		await new Promise(resolve => setTimeout(resolve, 100));
	}
	throw new Error(problem());
}

// The second language finds what the first has read.
const cwd = mkdtempSync(join(tmpdir(), 'readme-'));
try {
	for (const [language, words] of Object.entries(journey)) {
		const app = open(language, cwd);
		await app.press('\r', words.start);
		await app.press('\t', words.read);
		await app.shows(words.check);
		await app.settled();
		// The other one to check has more fields than a picture needs.
		for (let tries = 0; tries < 5 && !app.has(pictured); tries++) {
			await app.press('n', words.check);
			await app.settled();
		}
		await app.shows(pictured);
		writeFileSync(
			join(here, `check-${language}.svg`),
			svgOf(app.terminal, words.title, {foreground: '#d7dae0', background}),
		);
		app.close();
		await app.ended;
	}
} finally {
	rmSync(cwd, {recursive: true, force: true});
}
