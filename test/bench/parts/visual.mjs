import {load} from '../bundle.mjs';
import {labelled} from '../labels.mjs';
import {median, milliseconds, table, timed} from '../measure.mjs';
import {fieldOf, givenOf, isRight} from '../printed/values.mjs';

export const what = 'what is printed above the zone, field by field, and what it costs beside the zone alone';

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
