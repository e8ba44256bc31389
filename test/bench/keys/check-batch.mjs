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

/**
 * A person who knows what is printed, looks only where the program asks for it, and does what it proposes next: first
 * what is to be checked, then all that is proven with one key. Uses the app's own keys and state.
 *
 * @param batch The pages, each with its record and what is printed on it.
 */
const checkAsProposed = (batch, {initial, update, review, doubts, selectors, key, keys: {keyEvents}}, today) => {
	const opening = {
		language: 'en',
		ascii: false,
		size: {columns: 80, rows: 24},
		today,
		home: '/',
		folder: '/',
		paths: [],
	};
	let state = {...initial.initialState(opening), screen: 'review'};
	for (const {record} of batch) {
		state = {...state, review: review.update(state.review, {type: 'addRecord', record})};
	}
	state = {...state, review: review.update(state.review, {type: 'enter'})};
	const byPath = new Map(batch.map(page => [page.record.path, {...page, keys: 0, kinds: new Set()}]));
	let shared = 0;
	let pressed = 0;
	const press = (...ids) => {
		for (const id of ids) {
			const name = id.split('+').at(-1);
			const one = id.length === 1 ? key.textKey(id) : key.namedKey(name, '', {ctrl: id.startsWith('ctrl+')});
			for (const event of keyEvents(state, one, at)) state = update.update(state, event).state;
			pressed++;
		}
		return ids.length;
	};
	const counts = () => selectors.reviewCounts(state.review);
	const here = () => state.review.records[state.review.current];
	while (counts().left > 0 && pressed < 1000) {
		if (counts().check === 0) {
			shared += press('A', 'y');
			continue;
		}
		const record = here();
		const page = byPath.get(record.path);
		const field = record.passport.fields.find(one => one.key === state.review.field);
		const wanted = page.truth[field.key] ?? field.value;
		const other = field.alternatives.findIndex(({value}) => value === wanted);
		if (!doubts.doubts(record).includes(field.key) || field.value === wanted) {
			page.kinds.add('doubtful, right');
			page.keys += press('enter');
		} else if (other >= 0 && other < 9) {
			page.kinds.add('another reading');
			page.keys += press(String(other + 1));
			// Where something contradicts the value taken the cursor stays and asks; else it is at the next doubt already.
			const isStill = here().path === record.path && state.review.field === field.key && doubts.isOpen(here());
			if (isStill) page.keys += press('enter');
		} else {
			page.kinds.add('typed');
			page.keys += press('e');
			page.keys += press(...typing(state.editing.edit, wanted), 'enter');
		}
	}
	const checked = [...byPath.values()].map(page => {
		const {fields} = state.review.records.find(({path}) => path === page.record.path).passport;
		const isWrong = ({key: name, value}) => page.truth[name] !== undefined && value !== page.truth[name];
		const kind = ['typed', 'another reading', 'doubtful, right'].find(one => page.kinds.has(one));
		return {...page, kind: kind ?? 'proven', wrong: fields.filter(isWrong).map(one => one.key)};
	});
	return {checked, shared, keys: pressed};
};

const truthOf = ({passport}) => Object.fromEntries(passport.fields.map(({key, value}) => [key, value]));

/** A page of another person, read badly in one place: weakly, wrongly, or wrongly where the printed text is right. */
const spoiltPage = (pages, judged, {digits}, index, how) => {
	const right = renamed(pages[index % pages.length].reading, 700 + index, digits.checkDigit);
	const truth = truthOf(judged(right));
	const letter = right.lines[0].text[8] === 'Q' ? 'O' : 'Q';
	if (how === 'right') return {name: 'well read', reading: right, truth};
	if (how === 'weak') return {name: 'one letter read weakly', reading: spoilt(right, 8), truth};
	if (how === 'wrong') return {name: 'one letter wrong', reading: spoilt(right, 8, letter), truth};
	const printed = [{field: 'surname_english', text: truth.surname_english, zone: 'printed'}];
	return {name: 'one letter wrong, printed right', reading: {...spoilt(right, 8, letter), printed}, truth};
};

/** The keys for a batch: lines to print. */
const report = (title, batch, modules, today) => {
	const {checked, shared, keys} = checkAsProposed(batch, modules, today);
	const kinds = ['proven', 'doubtful, right', 'another reading', 'typed'].map(kind => {
		const of = checked.filter(one => one.kind === kind);
		const each = kind === 'proven' ? shared : of.reduce((sum, one) => sum + one.keys, 0);
		return [kind, String(of.length), String(each), of.length > 0 ? (each / of.length).toFixed(1) : ''];
	});
	const wrong = checked.filter(one => one.wrong.length > 0);
	return [
		title,
		...table([
			['', 'passports', 'keys', 'keys each'],
			...kinds,
			['together', String(checked.length), String(keys), (keys / checked.length).toFixed(2)],
		]),
		...wrong.map(({name, wrong: fields}) => `wrong in the end, and not asked about: ${name}: ${fields.join(', ')}`),
	];
};

/** The keys for two batches of thirty pages, checked as the app proposes: lines to print. */
export const checkBatch = (seen, modules, today) => {
	const judged = reading => ({passport: modules.judge.judge(reading, {today})});
	let count = 0;
	const withRecord = page => ({
		...page,
		record: {
			path: `page ${++count}.jpg`,
			sha256: String(count).padStart(64, '0'),
			engine: 'offline',
			engineVersion: 'bench',
			recognizedAt: at,
			...judged(page.reading),
			review: {state: 'unreviewed', edits: {}, confirmed: []},
		},
	});
	const pages = seen.filter(({reading}) => reading && judged(reading).passport.status !== 'refused');
	const page = (index, how) => spoiltPage(pages, judged, modules, index, how);
	const bad = [...Array(4).fill('weak'), ...Array(3).fill('wrong'), ...Array(3).fill('printed')];
	const asRead = [
		...pages.map(({file, reading, label}) => ({name: file, reading, truth: label.fields ?? {}})),
		...bad.map((how, index) => page(index, how)),
	].map(withRecord);
	const clean = pages.filter(({reading}) => judged(reading).passport.status === 'clean');
	const five = ['weak', 'weak', 'printed', 'wrong', 'wrong'];
	const thirty = Array.from({length: 30}, (_, index) =>
		spoiltPage(clean, judged, modules, 100 + index, index % 6 === 3 ? five[(index - 3) / 6] : 'right'),
	).map(withRecord);
	return [
		...report(
			`${seen.length + 10} pages: ${seen.length} as they were read, ${seen.length - pages.length} of them no passport; 10 with other names, read badly in one place`,
			asRead,
			modules,
			today,
		),
		'',
		...report('30 passports, 5 of them doubtful; goal: at most 30 keys', thirty, modules, today),
	];
};
