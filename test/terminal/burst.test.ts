import {EventEmitter} from 'node:events';
import {expect, test} from 'vitest';
import {InkInputQueue} from '../../source/terminal/keyboard/ink-input-queue.ts';
import {Keyboard} from '../../source/terminal/keyboard/keyboard.ts';

/** A keyboard whose keys a handler takes; `typing`: as if a line of text were open until enter. */
function openKeyboard({typing = false} = {}) {
	const stdin = Object.assign(new EventEmitter(), {resume() {}, pause() {}});
	const seen: string[] = [];
	let moment = 0;
	let isTyping = typing;
	const keyboard = new Keyboard(
		stdin,
		new InkInputQueue(),
		() => false,
		() => {},
		() => moment,
	);
	keyboard.setTyping(() => isTyping);
	keyboard.onKey(key => {
		if (key.id === 'enter') isTyping = false;
		seen.push(key.type === 'paste' ? `paste: ${key.text}` : key.id);
		return true;
	});
	keyboard.start();
	keyboard.open();
	return {
		send(...chunks: readonly (string | Buffer)[]) {
			for (const chunk of chunks) stdin.emit('data', chunk);
			return seen.splice(0);
		},
		wait(time: number) {
			moment += time;
		},
	};
}

test.each([
	'/home/anna/pictures/a.png',
	'ERIKSSON',
	'LIN\r',
	'LI JIE',
	'ANNA\r',
	'L898902C3',
	'a.png\rb.png\r',
	'王小明的护照',
	'axxxxy\t',
])('a row of different keys at once is a paste, and no key: %j', text => {
	const line = text.replace(/\r$/, '').replace(/[\r\t]/g, ' ');
	expect(openKeyboard().send(text)).toEqual([`paste: ${line}`]);
});

test.each([
	['ja', ['j', 'a']],
	['jja', ['j', 'j', 'a']],
	['axy', ['a', 'x', 'y']],
	['jjjjjjjjjjkkkkk', [...'jjjjjjjjjjkkkkk']],
	['aaaaaaaa\r', [...'aaaaaaaa', 'enter']],
	['\r\r\r\r', ['enter', 'enter', 'enter', 'enter']],
	['\t\r\t\r', ['tab', 'enter', 'tab', 'enter']],
	['张', ['张']],
	['\x1b[Ba\x1b[Bx\x1b[Bs\x1b[Bc', ['down', 'a', 'down', 'x', 'down', 's', 'down', 'c']],
	['\x1b[97u\x1b[98u\x1b[99u\x1b[100u', ['a', 'b', 'c', 'd']],
	['\x0ea\x04b\x15c\x06d', ['ctrl+n', 'a', 'ctrl+d', 'b', 'ctrl+u', 'c', 'ctrl+f', 'd']],
])('keys that a slow line holds back still act: %j', (bytes, ids) => {
	expect(openKeyboard().send(bytes)).toEqual(ids);
});

test('keys that come one by one are keys, however soon', () => {
	expect(openKeyboard().send(...'axyEcu')).toEqual([...'axyEcu']);
});

test('in a line of text every key is typed; what is behind an enter that closes it is a paste', () => {
	expect(openKeyboard({typing: true}).send('2033-01-14')).toEqual([...'2033-01-14']);
	expect(openKeyboard({typing: true}).send('王小明的护照')).toEqual([...'王小明的护照']);
	expect(openKeyboard({typing: true}).send('LIN\rA\ry')).toEqual(['L', 'I', 'N', 'enter', 'paste: A y']);
});

test('what comes at once behind a paste belongs to it, what comes later does not', () => {
	const keyboard = openKeyboard();
	expect(keyboard.send('/home/anna/', 'a\r', 'x')).toEqual(['paste: /home/anna/', 'paste: a', 'paste: x']);
	keyboard.wait(1000);
	expect(keyboard.send('x')).toEqual(['x']);
});

test('a text that is cut within a character loses none of it, and none is a key', () => {
	const bytes = Buffer.from('王小明的护照');
	expect(openKeyboard().send(bytes.subarray(0, 16), bytes.subarray(16))).toEqual(['paste: 王小明的护', 'paste: 照']);
});
