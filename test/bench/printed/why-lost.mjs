import {bare} from './values.mjs';

/** Letters that have to be changed to turn one text into the other. */
const distance = (a, b) => {
	let last = Array.from({length: b.length + 1}, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++)
			row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
		last = row;
	}
	return last[b.length];
};

/** Shares of a value's letters: so many wrong ones are a misread value, not another text. */
const [misread, misreadWithin] = [0.4, 0.25];

/** A day is recognised by its year, its day and its month. */
const isNearDay = (text, [year, month, day]) =>
	(text.includes(year) ? 2 : text.includes(year.slice(2)) ? 1 : 0) +
		(text.includes(day) ? 1 : 0) +
		(text.includes(month) ? 0.5 : 0) >=
	2;

/**
 * Why a value that is known was not given: its text was read and is another field's or none ("not assigned"), is taken
 * for a label, is in two entries ("split") or in one with something else ("joined"), was misread, or was not read at all.
 *
 * @param entries Texts that were read on the page, each {text, isLabel}
 * @param dayIn The day that a text prints, as ISO 8601
 */
export function whyLost(field, wanted, entries, dayIn) {
	if (field.endsWith('_date')) {
		if (entries.some(({text}) => dayIn(text) === wanted)) return 'not assigned';
		return entries.some(({text}) => isNearDay(text, wanted.split('-'))) ? 'misread' : 'not read';
	}

	const letters = bare(wanted);
	const whole = entries.find(({text}) => bare(text) === letters);
	if (whole) return whole.isLabel ? 'taken for a label' : 'not assigned';
	const parts = entries.map(({text}) => bare(text)).filter(text => text.length > 1 && letters.includes(text));
	if (parts.some(one => parts.some(other => one + other === letters))) return 'split';
	const texts = entries.map(({text}) => bare(text));
	const word = wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	const isWord = new RegExp(`(?:^|[^\\p{L}])${word}(?:$|[^\\p{L}])`, 'u');
	if (letters.length < 3) return entries.some(({text}) => isWord.test(text)) ? 'joined' : 'not read';
	if (texts.some(text => text.includes(letters))) return 'joined';
	if (texts.some(text => distance(text, letters) <= misread * letters.length)) return 'misread';
	const within = text =>
		Array.from({length: Math.max(0, text.length - letters.length + 1)}, (_, at) => text.slice(at, at + letters.length));
	return texts.some(text => within(text).some(part => distance(part, letters) <= misreadWithin * letters.length))
		? 'joined and misread'
		: 'not read';
}
