/**
 * Paths that are chosen. A large choice is a set that is never copied again: what is added to it and taken from it
 * since is beside it, so that one picture more among 100,000 costs what one picture costs.
 */
export type Choice = {
	readonly base: ReadonlySet<string>;
	readonly added: ReadonlySet<string>;
	readonly removed: ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();

/** Beyond it the two small sets are laid into the large one. */
const most = 500;

export const noChoice: Choice = {base: none, added: none, removed: none};

export const chosenCount = ({base, added, removed}: Choice): number => base.size + added.size - removed.size;

export const isChosen = ({base, added, removed}: Choice, path: string): boolean =>
	added.has(path) || (base.has(path) && !removed.has(path));

/** Every chosen path, in no order that means anything. */
export const chosenPaths = ({base, added, removed}: Choice): readonly string[] => [
	...(removed.size === 0 ? base : [...base].filter(path => !removed.has(path))),
	...added,
];

/** The choice with paths taken into it, and others out of it. */
export function withPaths(choice: Choice, take: Iterable<string>, leave: Iterable<string> = []): Choice {
	const {base} = choice;
	const added = new Set(choice.added);
	const removed = new Set(choice.removed);
	for (const path of take) {
		removed.delete(path);
		if (!base.has(path)) added.add(path);
	}
	for (const path of leave) {
		added.delete(path);
		if (base.has(path)) removed.add(path);
	}
	if (added.size + removed.size <= most) return {base, added, removed};
	return {base: new Set(chosenPaths({base, added, removed})), added: none, removed: none};
}
