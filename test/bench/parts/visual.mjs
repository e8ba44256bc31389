import {load} from '../bundle.mjs';
import {labelled} from '../labels.mjs';
import {median, milliseconds, table, timed} from '../measure.mjs';

export const what = 'what is printed above the zone, field by field, and what it costs beside the zone alone';

/** Where each labelled field stands in a reading. */
const values = {
	surname: ({members}) => members?.surname_english_visual,
	given_names: ({members}) => members?.given_name_english_visual,
	name: ({members}) => members?.name,
	passport_number: ({stated}) => stated?.find(({field}) => field === 'passport_number')?.text,
	nationality: ({members}) => members?.nationality,
	birth_date: ({members}) => members?.birth_date_ocr,
	sex: ({members}) => members?.sex_ocr,
	issue_date: ({members}) => members?.issue_date,
	expiry_date: ({members}) => members?.expiry_date_ocr,
	birth_place: ({members}) => [members?.birth_place, members?.birth_place_pinyin].filter(Boolean).join('/'),
	authority: ({members}) => members?.issuing_authority_ocr,
};

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
	});
	const zone = await modules.engine.createOfflineEngine();
	const visual = await modules.engine.createOfflineEngine({visual: true});
	const score = new Map();
	const wrong = [];
	let given = 0;
	const times = {zone: [], visual: []};
	try {
		const first = await modules.open.openPicture(pages[0].path);
		await timed(() => zone.read(first));
		await timed(() => visual.read(first));
		// Turn by turn, so that what else the machine does falls on both.
		for (const {path, printed} of pages) {
			const picture = await modules.open.openPicture(path);
			times.zone.push((await timed(() => zone.read(picture))).milliseconds);
			const {result, milliseconds: taken} = await timed(() => visual.read(picture));
			times.visual.push(taken);
			for (const [field, wanted] of Object.entries(printed)) {
				if (!(field in values) || wanted === '') continue;
				const read = result && values[field](result);
				if (read) given++;
				const counts = score.get(field) ?? {right: 0, all: 0};
				counts.all++;
				if (isRight(field, read, wanted)) counts.right++;
				else wrong.push(`${path}: ${field} is ${JSON.stringify(wanted)}, read ${JSON.stringify(read ?? '')}`);
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
		`given: ${given}, of these wrong: ${given - sum.right}`,
		`a page, zone alone: ${milliseconds(median(times.zone))}; with what is printed: ${milliseconds(median(times.visual))} (medians)`,
		...wrong,
	];
};
