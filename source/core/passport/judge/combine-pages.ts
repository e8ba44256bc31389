import {fieldInfo, mrzFields} from '../model/fields.ts';
import type {CalendarDay, Passport} from '../model/passport.ts';
import type {PageReading, Reading} from '../model/reading.ts';
import {judge} from './judge.ts';

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

/** Fields that decide and for which something speaks; a clean passport is above all others. */
const proof = ({status, fields}: Passport): number =>
	(status === 'clean' ? mrzFields.length : 0) +
	fields.filter(({key, evidence: {level}}) => fieldInfo(key).decides && (level === 'verified' || level === 'supported'))
		.length;

/**
 * Returns two engines' readings of one page as one: the better proven leads, and the other is weighed against it, field
 * by field. What was paid for is kept with either.
 *
 * @param free Leads where both are proven alike.
 * @param paid The reading whose answer was paid for.
 */
function combine(free: Reading, paid: Reading, today: CalendarDay): Reading {
	if (proof(judge(paid, {today})) > proof(judge(free, {today}))) return {...paid, also: [free]};
	const {answer, issues = []} = paid;
	return {...free, ...(answer ? {answer} : {}), issues: [...(free.issues ?? []), ...issues], also: [paid]};
}
