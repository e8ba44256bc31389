import {join} from 'node:path';
import {load, root} from '../bundle.mjs';
import {labelled} from '../labels.mjs';
import {table} from '../measure.mjs';
import {fieldOf, givenOf, isRight} from '../printed/values.mjs';
import {whyLost} from '../printed/why-lost.mjs';

export const what = 'why printed values are lost, field by field: not read, misread, joined, split, not assigned';

const visual = 'core/engines/offline/visual';

export const run = async options => {
	const pages = (await labelled(options)).filter(({readable, printed}) => readable && printed);
	const stand = join(root, 'test/bench/printed/seen-fields.ts');
	const {modules, remove} = await load(
		{
			reader: 'core/engines/offline/page-reader.ts',
			visual: `${visual}/index.ts`,
			dates: `${visual}/fields/find-date.ts`,
			open: 'core/pictures/open.ts',
			decode: 'core/pictures/decode/decode.ts',
			judge: 'core/passport/judge/judge.ts',
			seen: '../test/bench/printed/seen-fields.ts',
		},
		{instead: {[`${visual}/fields/find-fields.ts`]: stand}},
	);
	const {seen} = modules.seen;
	const now = new Date();
	const today = {year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate()};
	const lost = new Map();
	const lines = [];
	let [right, all] = [0, 0];
	try {
		const reader = await modules.reader.createPageReader();
		const networks = await modules.visual.loadPageNetworks();
		for (const {path, printed} of pages) {
			const page = await modules.decode.decodeGrey(await modules.open.openPicture(path));
			const [mrz] = (await reader.read(page, path).catch(() => undefined)) ?? [];
			seen.page = undefined;
			const reading = mrz && (await modules.visual.readVisual(networks, page, mrz, today));
			const passport = reading && modules.judge.judge(reading, {today});
			for (const [field, wanted] of Object.entries(printed)) {
				if (!(field in fieldOf) || wanted === '') continue;
				const {text} = reading ? givenOf(reading, passport, field) : {};
				all++;
				if (isRight(field, text, wanted)) {
					right++;
					continue;
				}
				const dayIn = one => modules.dates.dateIn(one, field === 'birth_date' ? 'birth' : 'other', today)?.iso;
				const why = reading ? whyLost(field, wanted, seen.page?.entries ?? [], dayIn) : 'no MRZ';
				const counts = lost.get(why) ?? new Map();
				counts.set(field, (counts.get(field) ?? 0) + 1);
				lost.set(why, counts);
				lines.push(`${path}: ${field} is ${JSON.stringify(wanted)}, given ${JSON.stringify(text ?? '')}: ${why}`);
			}
		}
	} finally {
		await remove();
	}

	const sum = counts => [...counts.values()].reduce((a, b) => a + b, 0);
	const rows = [...lost].sort(([, a], [, b]) => sum(b) - sum(a));
	return [
		`${pages.length} passports: ${right} of ${all} values right`,
		...table([
			['why', 'values', 'fields'],
			...rows.map(([why, counts]) => [
				why,
				String(sum(counts)),
				[...counts].map(([field, count]) => `${field} ${count}`).join(', '),
			]),
		]),
		...lines,
	];
};
