import {syncBuiltinESMExports} from 'node:module';
import util from 'node:util';
import {expect, it} from 'vitest';

const lines: string[] = [];

// Node reads NODE_DEBUG once, at its start: one more of the module is loaded over this channel.
const {debuglog} = util;
util.debuglog = () => Object.assign((...words: unknown[]) => void lines.push(util.format(...words)), {enabled: true});
syncBuiltinESMExports();
const another = '../../source/core/debug.ts?another';
const {debug, debugError, pictureLabel}: typeof import('../../source/core/debug.ts') = await import(another);
util.debuglog = debuglog;
syncBuiltinESMExports();

const said = (work: () => void): string => {
	lines.length = 0;
	work();
	return lines.join('\n');
};

it('a line has its facts behind it, whole numbers, and leaves out what is not known', () => {
	const line = said(() => debug('xiangyun: try 1', {milliseconds: 12.4, again: false, bytes: undefined}));
	expect(line).toBe('xiangyun: try 1 milliseconds=12 again=false');
});

it('a sign of formatting is only text', () => {
	expect(said(() => debug('100 %s'))).toBe('100 %s');
});

it('a picture is named by its content, never by its file, which may bear a person’s name', () => {
	const picture = {sha256: '0123456789abcdef', path: 'Anna Eriksson.jpg'};
	expect(pictureLabel(picture)).toBe('picture 01234567');
});

it('an error names its kind and place, and not its message, which may quote what was read', () => {
	const line = said(() => debugError(new SyntaxError('Unexpected token E in "ERIKSSON\nL898902C3"')));
	expect(line).toMatch(/^SyntaxError\n\s+at /);
	expect(line).not.toMatch(/ERIKSSON|L898902C3|Unexpected/);
});
