import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {help} from '../../source/command-line/help.ts';
import {commandNames} from '../../source/command-line/options.ts';
import {wrapped} from '../../source/command-line/wrap.ts';
import {languages, messages} from '../../source/text/index.ts';

test('lines end between words, and Chinese ones before any character that does not close', () => {
	expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
	expect(wrapped('护照号码，姓名', 9)).toEqual(['护照号', '码，姓名']);
	expect(wrapped('用 json（默认）或 table', 15)).toEqual(['用 json（默认）', '或 table']);
	expect(wrapped('', 10)).toEqual(['']);
	expect(wrapped('incomprehensibilities are one', 10)).toEqual(['incomprehensibilities', 'are one']);
});

test('no line is too wide unless it is one word, and nothing is lost', () => {
	const word = fc.stringMatching(/^[a-z护照，。（）“”]{1,12}$/u);
	fc.assert(
		fc.property(fc.array(word, {minLength: 1}), fc.integer({min: 8, max: 60}), (words, width) => {
			const text = words.join(' ');
			const lines = wrapped(text, width);
			expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
			for (const line of lines) if (/^[a-z]+ [a-z ]+$/.test(line)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
		}),
	);
});

test.each(languages)('help in %s fits the window, and its examples can be copied from any', language => {
	for (const width of [40, 50, 80, 120]) {
		for (const name of ['', ...commandNames] as const) {
			const text = help(name, messages(language), width);
			for (const line of text.split('\n')) {
				const isOneWord = !line.trim().includes(' ');
				if (!isOneWord) expect(stringWidth(line), `${name} ${width}: ${line}`).toBeLessThanOrEqual(width);
			}
			const whole = text.replaceAll(/ \\\n +/g, ' ');
			for (const [command] of messages(language).commands.examples[name] ?? []) expect(whole).toContain(command);
		}
	}
});
