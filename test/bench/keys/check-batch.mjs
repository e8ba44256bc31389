import {table} from '../measure.mjs';
import {renamed, spoilt} from './readings.mjs';

const at = '2026-11-22T18:00:00+00:00';
const arrows = count => Array(Math.abs(count)).fill(count < 0 ? 'left' : 'right');

/** The fewest keys that make `wanted` of a line with the cursor in it: around what differs, or all of it again. */
const typing = ({text, cursor}, wanted) => {
	let same = 0;
	while (same < Math.min(text.length, wanted.length) && text[same] === wanted[same]) same++;
	let end = 0;
	while (end < Math.min(text.length, wanted.length) - same && text.at(-1 - end) === wanted.at(-1 - end)) end++;
	const wrong = text.length - same - end;
	const letters = [...wanted.slice(same, wanted.length - end)];
	const inPlace = [...arrows(same + wrong - cursor), ...Array(wrong).fill('backspace'), ...letters];
	const anew = ['end', 'ctrl+u', ...wanted];
	return inPlace.length <= anew.length ? inPlace : anew;
};

/** A person who knows what is printed and looks only where the program asks for it, with the app's own keys and state. */
const checkOne = (record, truth, {initial, update, review, doubts, key, keys: {keyEvents}}, today) => {
	const opening = {
		language: 'en',
		ascii: false,
		size: {columns: 80, rows: 24},
		today,
		home: '/',
		folder: '/',
		paths: [],
	};
	const first = initial.initialState(opening);
	const records = [record, {...record, path: 'next.jpg', sha256: 'f'.repeat(64)}];
	let state = {...first, screen: 'review'};
	for (const one of records) state = {...state, review: review.update(state.review, {type: 'addRecord', record: one})};
	let keys = 0;
	const kinds = new Set();
	const press = (...ids) => {
		for (const id of ids) {
			const name = id.split('+').at(-1);
			const pressed = id.length === 1 ? key.textKey(id) : key.namedKey(name, '', {ctrl: id.startsWith('ctrl+')});
			for (const event of keyEvents(state, pressed, at)) state = update.update(state, event).state;
			keys++;
		}
	};
	const here = () => state.review.records[0];
	while (doubts.isOpen(here()) && keys < 200) {
		const field = here().passport.fields.find(one => one.key === state.review.field);
		const wanted = truth[field.key] ?? field.value;
		const other = field.alternatives.findIndex(({value}) => value === wanted);
		if (!doubts.doubts(here()).includes(field.key) || field.value === wanted) {
			if (doubts.doubts(here()).length > 0) kinds.add('doubtful, right');
			press('enter');
		} else if (other >= 0 && other < 9) {
			kinds.add('another reading');
			press(String(other + 1));
			// Where something contradicts the value taken the cursor stays and asks; else it is at the next doubt already.
			if (here() && state.review.field === field.key && doubts.isOpen(here())) press('enter');
		} else {
			kinds.add('typed');
			press('e');
			press(...typing(state.editing.edit, wanted), 'enter');
		}
	}
	const fields = here().passport.fields;
	const wrong = fields
		.filter(({key: name, value}) => truth[name] !== undefined && value !== truth[name])
		.map(one => one.key);
	return {keys, kind: ['typed', 'another reading', 'doubtful, right'].find(one => kinds.has(one)) ?? 'clean', wrong};
};

const truthOf = ({passport}) => Object.fromEntries(passport.fields.map(({key, value}) => [key, value]));

/** Ten more pages: the specimens with other names, some read badly in one place. */
const spoiltPages = (pages, judged, {digits}) =>
	Array.from({length: 10}, (_, index) => {
		const right = renamed(pages[index % pages.length].reading, 700 + index, digits.checkDigit);
		const truth = truthOf(judged(right));
		const letter = right.lines[0].text[8] === 'Q' ? 'O' : 'Q';
		if (index < 4) return {name: 'one letter read weakly', reading: spoilt(right, 8), truth};
		if (index < 7) return {name: 'one letter wrong', reading: spoilt(right, 8, letter), truth};
		const printed = [{field: 'surname_english', text: truth.surname_english, zone: 'printed'}];
		return {name: 'one letter wrong, printed right', reading: {...spoilt(right, 8, letter), printed}, truth};
	});

/** The keys for a batch of thirty pages: lines to print. */
export const checkBatch = (seen, modules, today) => {
	const judged = reading => ({passport: modules.judge.judge(reading, {today})});
	const recordOf = reading => ({
		path: 'page.jpg',
		sha256: 'a'.repeat(64),
		engine: 'offline',
		engineVersion: 'bench',
		recognizedAt: at,
		...judged(reading),
		review: {state: 'unreviewed', edits: {}, confirmed: []},
	});
	const pages = seen.filter(({reading}) => reading && judged(reading).passport.status !== 'refused');
	const batch = [
		...pages.map(({file, reading, label}) => ({name: file, reading, truth: label.fields ?? {}})),
		...spoiltPages(pages, judged, modules),
	];
	const done = batch.map(page => ({...page, ...checkOne(recordOf(page.reading), page.truth, modules, today)}));
	const all = done.reduce((sum, {keys}) => sum + keys, 0);
	const kinds = ['clean', 'doubtful, right', 'another reading', 'typed'].map(kind => {
		const of = done.filter(one => one.kind === kind);
		const keys = of.reduce((sum, one) => sum + one.keys, 0);
		return [kind, String(of.length), String(keys), of.length > 0 ? (keys / of.length).toFixed(1) : ''];
	});
	const wrong = done.filter(one => one.wrong.length > 0);
	return [
		`${seen.length + 10} pages: ${seen.length} as they were read, ${seen.length - pages.length} of them no passport; 10 with other names, read badly in one place`,
		...table([
			['', 'passports', 'keys', 'keys each'],
			...kinds,
			['together', String(done.length), String(all), (all / done.length).toFixed(2)],
		]),
		...wrong.map(({name, wrong: fields}) => `wrong in the end, and not asked about: ${name}: ${fields.join(', ')}`),
	];
};
