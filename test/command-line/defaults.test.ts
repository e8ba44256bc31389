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

test('a trip in the command replaces the stored one, and a switch that is off changes nothing', () => {
	const stored = {'valid-for': '6m', schengen: 'on', 'no-printed': 'on'};
	const of = (words: readonly string[], defaults: Record<string, string> = stored) => [
		...withDefaults(args('recognize', 'a.jpg', ...words), {defaults}).values.keys(),
	];
	expect(of([])).toEqual(['valid-for', 'schengen', 'no-printed']);
	expect(of(['--valid-for', '90d'])).toEqual(['valid-for', 'no-printed']);
	expect(of(['--schengen'])).toEqual(['schengen', 'no-printed']);
	expect(of(['--visual'])).toEqual(['visual', 'valid-for', 'schengen']);
	expect(of([], {schengen: 'off', 'no-printed': 'off'})).toEqual([]);
});
