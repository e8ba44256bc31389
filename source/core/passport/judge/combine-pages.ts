import type {CalendarDay} from '../model/passport.ts';
import type {PageReading, Reading} from '../model/reading.ts';
import {combine} from './combine.ts';

/**
 * Combines two engines' readings of one page. A remote engine reads one passport of several: it is weighed against the
 * reading that it resembles most, and its issue about others is dropped where the local engine has read as many.
 */
export function combinePages(local: PageReading, remote: PageReading, today: CalendarDay): PageReading {
	const [far] = remote;
	const likeness = local.map(reading => equalCharacters(reading, far));
	const place = likeness.indexOf(Math.max(...likeness));
	const issues = far.issues?.filter(
		({code, params}) => code !== 'several-passports' || Number(params?.count ?? Infinity) > local.length,
	);
	const known = issues ? {...far, issues} : far;
	const [first, ...others] = local.map((reading, index) =>
		index === place ? withUnread(combine(reading, known, today), reading) : reading,
	);
	return [first!, ...others];
}

/** Whichever reading leads, a passport that was seen and not read is not forgotten. */
function withUnread(combined: Reading, {issues = []}: Reading): Reading {
	const unread = issues.filter(({code}) => code === 'passport-unread');
	const others = combined.issues?.filter(({code}) => code !== 'passport-unread') ?? [];
	return unread.length === 0 ? combined : {...combined, issues: [...others, ...unread]};
}

const equalCharacters = (a: Reading, b: Reading): number =>
	a.lines.reduce(
		(sum, {text}, line) => sum + [...text].filter((character, at) => character === b.lines[line]?.text[at]).length,
		0,
	);
