import type {Retained} from '../core/journal/retention.ts';
import type {Messages} from './index.ts';

/** An age in words; `30d` is `30 days`. */
export const ageText = (age: string, {commands}: Messages): string =>
	commands.keep.age(Number(age.slice(0, -1)), age.at(-1) as Parameters<typeof commands.keep.age>[1]);

/**
 * What was deleted because of its age, and what stays; nothing where there was neither.
 *
 * @param age As the option has it: `30d`.
 * @param command Deletes what stays.
 */
export function retentionText(
	{deleted, paid, journals, withPicture}: Retained,
	age: string,
	command: string,
	messages: Messages,
): readonly string[] {
	const keep = messages.commands.keep;
	return [
		...(deleted + journals > 0 ? [keep.deleted({results: deleted, paid, journals}, ageText(age, messages))] : []),
		...(withPicture > 0 ? [keep.withPicture(withPicture, command)] : []),
	];
}
