import {load} from '../bundle.mjs';
import {labelled} from '../labels.mjs';
import {median, milliseconds, table, timed} from '../measure.mjs';

export const what = 'what is printed above the zone, field by field, and what it costs beside the zone alone';

/** The field that holds each labelled value. */
const fieldOf = {
	surname: 'surname_english',
	given_names: 'given_name_english',
	name: 'name',
	passport_number: 'passport_number',
	nationality: 'holder_country_code',
	birth_date: 'birth_date',
	sex: 'sex',
	issue_date: 'issue_date',
	expiry_date: 'expiry_date',
	birth_place: 'birth_place',
	authority: 'issuing_authority',
};

/** Levels at which a value that only the page prints is given as right; at others it is given to be checked. */
const supported = new Set(['verified', 'supported']);

/** Of what the zone has, too, the page's word counts. One that is none is shown beside the value, to be checked. */
function givenOf(reading, passport, name) {
	const key = fieldOf[name];
	const field = passport.fields.find(one => one.key === key);
	const printed = reading.printed?.find(one => one.field === key && one.zone === 'printed');
	if (field && ['name', 'issue_date', 'birth_place', 'issuing_authority'].includes(key)) {
		return {text: field.value, isSupported: supported.has(field.evidence.level)};
	}
	return {text: printed?.text, isSupported: printed !== undefined && !printed.aside};
}

/** Case, spaces, marks and punctuation do not count. */
const bare = text =>
	(text ?? '')
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toUpperCase()
		.replace(/[ÆØÞÐŁ]/g, one => ({Æ: 'AE', Ø: 'O', Þ: 'TH', Ð: 'D', Ł: 'L'})[one])
		.replace(/[^\p{L}\p{N}]/gu, '');

/** `K/F` says F. */
const isRight = (field, read, wanted) =>
	field === 'sex'
		? (read ?? '')
				.toUpperCase()
				.split(/[^\p{L}]+/u)
				.some(word => word === wanted || {男: 'M', 女: 'F'}[word] === wanted)
		: bare(read) === bare(wanted);

export const run = async options => {
	const pages = (await labelled(options)).filter(({readable, printed}) => readable && printed);
	const {modules, remove} = await load({
		engine: 'core/engines/offline/engine.ts',
		open: 'core/pictures/open.ts',
		judge: 'core/passport/judge/judge.ts',
	});
	const zone = await modules.engine.createOfflineEngine({mrzAlone: true});
	const visual = await modules.engine.createOfflineEngine();
	const score = new Map();
	const wrong = [];
	const given = {supported: 0, wrong: 0, toCheck: 0, toCheckWrong: 0};
	const now = new Date();
	const today = {year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate()};
	const times = {zone: [], visual: []};
	try {
		const first = await modules.open.openPicture(pages[0].path);
		await timed(() => zone.read(first));
		await timed(() => visual.read(first));
		// Turn by turn, so that what else the machine does falls on both.
		for (const {path, printed} of pages) {
			const picture = await modules.open.openPicture(path);
			times.zone.push((await timed(() => zone.read(picture))).milliseconds);
			const {result: readings, milliseconds: taken} = await timed(() => visual.read(picture));
			const [result] = readings ?? [];
			times.visual.push(taken);
			const passport = modules.judge.judge(result, {today});
			for (const [field, wanted] of Object.entries(printed)) {
				if (!(field in fieldOf) || wanted === '') continue;
				const {text: read, isSupported} = givenOf(result, passport, field);
				const right = isRight(field, read, wanted);
				if (read) given[isSupported ? 'supported' : 'toCheck']++;
				if (read && !right) given[isSupported ? 'wrong' : 'toCheckWrong']++;
				const counts = score.get(field) ?? {right: 0, all: 0};
				counts.all++;
				if (right) counts.right++;
				else {
					const how = read && !isSupported ? ', to check' : '';
					wrong.push(`${path}: ${field} is ${JSON.stringify(wanted)}, read ${JSON.stringify(read ?? '')}${how}`);
				}
				score.set(field, counts);
			}
		}
	} finally {
		await Promise.all([zone.close(), visual.close()]);
		await remove();
	}

	const sum = [...score.values()].reduce((a, b) => ({right: a.right + b.right, all: a.all + b.all}), {
		right: 0,
		all: 0,
	});
	const share = ({right, all}) => [`${right} of ${all}`, `${((right / all) * 100).toFixed(0)} %`];
	return [
		`${pages.length} passports whose printed values are known`,
		...table([
			['field', 'right', ''],
			...[...score].map(([field, counts]) => [field, ...share(counts)]),
			['all', ...share(sum)],
		]),
		`given as right: ${given.supported}, of these wrong: ${given.wrong}`,
		`given to check: ${given.toCheck}, of these wrong: ${given.toCheckWrong}`,
		`a page, zone alone: ${milliseconds(median(times.zone))}; with what is printed: ${milliseconds(median(times.visual))} (medians)`,
		...wrong,
	];
};
