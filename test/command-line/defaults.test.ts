import {expect, test} from 'vitest';
import {withDefaults} from '../../source/command-line/defaults.ts';
import {parse, text} from '../../source/command-line/parse.ts';

const args = (...words: readonly string[]) => parse(words, () => false);
const defaults = {engine: 'offline', dates: 'slash', 'valid-for': '6m'};

test('what is stored holds where a command has the option and it was not given', () => {
	const recognize = withDefaults(args('recognize', 'a.jpg'), {defaults});
	expect([text(recognize, 'engine'), text(recognize, 'valid-for')]).toEqual(['offline', '6m']);
	expect(recognize.values.has('dates')).toBe(false);
	expect(text(withDefaults(args('recognize', 'a.jpg', '--engine', 'both'), {defaults}), 'engine')).toBe('both');
	expect(withDefaults(args('purge'), {defaults}).values.size).toBe(0);
	expect(withDefaults(args('export', '-o', 'x'), {}).values.size).toBe(1);
});

test('a stored engine never agrees to sending pictures, and what is not known is passed over', () => {
	const wrong = {engine: 'xiangyun', dates: 'stardate', 'valid-for': 'soon', later: 'x'};
	expect(withDefaults(args('recognize', 'a.jpg'), {defaults: wrong}).values.size).toBe(0);
	expect(withDefaults(args('export', '-o', 'x'), {defaults: wrong}).values.size).toBe(1);
});
