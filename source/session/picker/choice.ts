import {numberedPage} from '../../core/picture-address.ts';

/**
 * Files that are chosen. A large choice is a set that is never copied again: what is added to it and taken from it
 * since is beside it, so that one picture more among 100,000 costs what one picture costs.
 */
export type Choice = {
	readonly base: ReadonlySet<string>;
	readonly added: ReadonlySet<string>;
	readonly removed: ReadonlySet<string>;
	/** Of chosen files: which of their pages, where it is not all of them. */
	readonly pages: ReadonlyMap<string, ReadonlySet<number>>;
};

const none: ReadonlySet<string> = new Set();

/** Beyond it the two small sets are laid into the large one. */
const most = 500;

export const noChoice: Choice = {base: none, added: none, removed: none, pages: new Map()};

export const chosenCount = ({base, added, removed}: Choice): number => base.size + added.size - removed.size;

export const isChosen = ({base, added, removed}: Choice, path: string): boolean =>
	added.has(path) || (base.has(path) && !removed.has(path));

export const isPageChosen = (choice: Choice, file: string, page: number): boolean =>
	isChosen(choice, file) && (choice.pages.get(file)?.has(page) ?? true);

/** Every chosen file, in no order that means anything. */
export const chosenPaths = ({base, added, removed}: Choice): readonly string[] => [
	...(removed.size === 0 ? base : [...base].filter(path => !removed.has(path))),
	...added,
];

/** What is chosen, as addresses to read: a file for all of its pages, or some pages by their numbers. */
export const chosenAddresses = (choice: Choice): readonly string[] =>
	chosenPaths(choice).flatMap(file => {
		const pages = choice.pages.get(file);
		return pages ? [...pages].sort((a, b) => a - b).map(page => numberedPage(file, page)) : [file];
	});

/** The choice with files taken into it, whole, and others out of it. */
export function withPaths(choice: Choice, take: Iterable<string>, leave: Iterable<string> = []): Choice {
	const {base} = choice;
	const added = new Set(choice.added);
	const removed = new Set(choice.removed);
	const pages = new Map(choice.pages);
	for (const path of take) {
		pages.delete(path);
		removed.delete(path);
		if (!base.has(path)) added.add(path);
	}
	for (const path of leave) {
		pages.delete(path);
		added.delete(path);
		if (base.has(path)) removed.add(path);
	}
	if (added.size + removed.size <= most) return {base, added, removed, pages};
	return {base: new Set(chosenPaths({...choice, added, removed})), added: none, removed: none, pages};
}

/** The choice with one page of a file more or less. The last page that goes takes the file with it. */
export const withPage = (choice: Choice, file: string, page: number, count: number): Choice =>
	withPagesWhere(choice, file, count, one => isPageChosen(choice, file, one) !== (one === page));

/** The choice with those pages of a file that it did not have. */
export const withOtherPages = (choice: Choice, file: string, count: number): Choice =>
	withPagesWhere(choice, file, count, one => !isPageChosen(choice, file, one));

function withPagesWhere(choice: Choice, file: string, count: number, has: (page: number) => boolean): Choice {
	const pages = new Set<number>();
	for (let one = 1; one <= count; one++) if (has(one)) pages.add(one);
	if (pages.size === 0) return withPaths(choice, [], [file]);
	const whole = withPaths(choice, [file]);
	return pages.size === count ? whole : {...whole, pages: new Map(whole.pages).set(file, pages)};
}
