import {parse as theirParse} from 'mrz';
import {load} from '../bundle.mjs';
import {median, table} from '../measure.mjs';

export const what = 'single misreadings that pass unnoticed, and the judge against npm mrz';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const signs = {9: digits, '@': letters, '#': letters.replace(/[IO]/g, ''), '*': letters + digits};
signs['&'] = `CFGHJKLMNPRTVWXYZ${digits}`;

/** The same numbers in every run (mulberry32). */
const generator = seed => () => {
	seed = (seed + 0x6d2b79f5) | 0;
	let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
	t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
	return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const today = {year: 2026, month: 11, day: 22};
const letterAgainstDigit = {
	O: '0',
	0: 'O',
	I: '1',
	1: 'I',
	B: '8',
	8: 'B',
	S: '5',
	5: 'S',
	Z: '2',
	2: 'Z',
	G: '6',
	6: 'G',
};

const lines = ({checkDigit}, {issuer, number, names = 'ERIKSSON<<ANNA<MARIA', birth = '740812', expiry = '310415'}) => {
	const digit = text => checkDigit(text);
	const one = number.padEnd(9, '<') + digit(number.padEnd(9, '<'));
	const two = birth + digit(birth);
	const three = expiry + digit(expiry);
	const rest = '<<<<<<<<<<<<<<0';
	return [
		`P<${issuer.padEnd(3, '<')}${names}`.padEnd(44, '<'),
		`${one}${issuer.padEnd(3, '<')}${two}F${three}${rest}${digit(one + two + three + rest)}`,
	];
};

const percent = (count, all) => `${((100 * count) / all).toFixed(2)} %`;

/** What becomes of a number of which one character was read as another, in a reading without margins. */
const judgeMisread = (modules, issuer, number, read) => {
	const {checkDigit} = modules.digits;
	const [first, second] = lines({checkDigit}, {issuer, number});
	const text = read.padEnd(9, '<') + second.slice(9);
	const reading = {engine: 'xiangyun', shape: 'TD3', lines: [{text: first}, {text}]};
	const field = modules.judge.judge(reading, {today}).fields.find(one => one.key === 'passport_number');
	const accepted = field.evidence.level === 'verified' || field.evidence.level === 'supported';
	return {accepted, right: field.value === number};
};

const passes = ({checkDigit}, number, read) =>
	checkDigit(number.padEnd(9, '<')) === checkDigit(read.padEnd(9, '<')) ? 1 : 0;

function misreadings(modules) {
	const random = generator(1);
	const pick = text => text[Math.floor(random() * text.length)];
	const fill = form => [...form].map(sign => pick(signs[sign] ?? sign)).join('');
	const forms = Object.entries(modules.issuers.issuers).flatMap(([issuer, {forms}]) =>
		forms.map(({form}) => ({issuer, form})),
	);
	const all = character => modules.alike.lookAlikes(character);
	const six = character => letterAgainstDigit[character] ?? '';
	const samples = [
		['2 letters + 7 digits, six pairs of letter and digit', six, () => ({issuer: 'POL', form: '@@9999999'})],
		['any known form, six pairs of letter and digit', six, () => forms[Math.floor(random() * forms.length)]],
		['any known form, every look-alike', all, () => forms[Math.floor(random() * forms.length)]],
	];
	const rows = [
		['one character of a number misread, 20,000 each', 'digit alone', 'form unknown', 'form known', 'repaired right'],
	];
	for (const [label, twins, choose] of samples) {
		const count = {all: 0, digit: 0, unknown: 0, known: 0, repaired: 0};
		while (count.all < 20_000) {
			const {issuer, form} = choose();
			const number = fill(form);
			const at = Math.floor(random() * number.length);
			const others = twins(number[at]);
			if (others.length === 0) continue;
			const read = number.slice(0, at) + pick(others) + number.slice(at + 1);
			count.all++;
			count.digit += passes(modules.digits, number, read);
			const unknown = judgeMisread(modules, 'UTO', number, read);
			const known = judgeMisread(modules, issuer, number, read);
			if (unknown.accepted && !unknown.right) count.unknown++;
			if (known.accepted && !known.right) count.known++;
			if (known.accepted && known.right) count.repaired++;
		}
		rows.push([label, ...['digit', 'unknown', 'known', 'repaired'].map(key => percent(count[key], count.all))]);
	}
	return table(rows);
}

function speed(modules) {
	const random = generator(2);
	const pick = text => text[Math.floor(random() * text.length)];
	const zones = Array.from({length: 500}, () => {
		const number = [...'@@9999999'].map(sign => pick(signs[sign])).join('');
		const name = () => Array.from({length: 3 + Math.floor(random() * 6)}, () => pick(letters)).join('');
		return lines(modules.digits, {issuer: 'POL', number, names: `${name()}<<${name()}<${name()}`});
	});
	const texts = zones.map(zone => zone.join('\n'));
	const ours = () => {
		for (const text of texts) modules.judge.judge(modules.parse.parseMrz(text).reading, {today});
	};
	const theirs = () => {
		for (const zone of zones) theirParse(zone);
	};
	const times = {ours: [], theirs: []};
	const measure = (name, task) => {
		// Processor time: what else the machine does is no part of it.
		const start = process.cpuUsage();
		task();
		const {user, system} = process.cpuUsage(start);
		times[name].push((user + system) / zones.length);
	};
	// Turn by turn, so that both see the same machine; the first rounds warm up.
	for (let round = 0; round < 40; round++) {
		measure('ours', ours);
		measure('theirs', theirs);
	}
	const [a, b] = [median(times.ours.slice(10)), median(times.theirs.slice(10))];
	return [
		`a passport: parse and judge ${a.toFixed(0)} µs, npm mrz parse alone ${b.toFixed(0)} µs: ${(a / b).toFixed(2)} of its time`,
	];
}

/** Texts that are made to be slow: nothing matches, everything is tried. */
const nasty = {
	'every place of every line tried': Array(30).fill('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<').join('\n'),
	'every digit wrong': 'P<CHNERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n68B8SO2C18CHNO409122F12O3I59ZE184226B<<<<<10',
	'all look-alikes': `P<CHN${'8'.repeat(39)}\n${'SB'.repeat(22)}`,
	'a megabyte of one letter': 'K'.repeat(1_000_000),
	'open escape sequences': '\u001b]'.repeat(100_000),
	'Cyrillic letters': 'АВ'.repeat(100_000),
	'spaces between letters': ' A'.repeat(100_000),
};

function longest(modules) {
	const times = Object.fromEntries(Object.keys(nasty).map(name => [name, []]));
	for (let round = 0; round < 9; round++) {
		for (const [name, text] of Object.entries(nasty)) {
			const start = performance.now();
			const {reading} = modules.parse.parseMrz(text);
			if (reading) modules.judge.judge(reading, {today});
			times[name].push(performance.now() - start);
		}
	}
	const worst = Object.entries(times)
		.map(([name, all]) => [name, median(all.slice(2))])
		.sort((a, b) => b[1] - a[1])[0];
	return [
		`the slowest of ${Object.keys(nasty).length} inputs made to be slow (${worst[0]}): ${worst[1].toFixed(2)} ms`,
	];
}

export const run = async () => {
	const {modules, remove} = await load({
		judge: 'core/passport/judge/judge.ts',
		parse: 'core/passport/mrz/parse.ts',
		digits: 'core/passport/mrz/check-digits.ts',
		issuers: 'core/passport/tables/issuers.ts',
		alike: 'core/passport/tables/look-alikes.ts',
	});
	try {
		return [...misreadings(modules), ...speed(modules), ...longest(modules)];
	} finally {
		await remove();
	}
};
