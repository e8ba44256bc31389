import {existsSync} from 'node:fs';
import {AppError} from '../../../core/errors.ts';
import {type Problem, problemOf} from '../../problem.ts';

/**
 * The folder that a ZIP was unpacked into, where it holds pictures, the first of what was wrong, and the files of it that
 * were not opened although pictures may be in them. Never throws.
 */
export async function unpackedAt(
	path: string,
	signal: AbortSignal,
): Promise<{
	readonly folder: string | undefined;
	readonly problem: Problem | undefined;
	readonly passedOver: readonly string[];
}> {
	const problems: unknown[] = [];
	const passedOver: string[] = [];
	let folder: string | undefined;
	try {
		const {unpackZip} = await import('../../../core/pictures/files/unzip.ts');
		folder = await unpackZip(path, {
			signal,
			onProblem: problem => problems.push(problem),
			onPassedOver: one => passedOver.push(one),
		});
		if (!existsSync(folder)) {
			folder = undefined;
			problems.push(new AppError('NO_PICTURES', {path}));
		}
	} catch (thrown) {
		problems.push(thrown);
	}
	return {folder, problem: problems.length > 0 ? problemOf(problems[0]) : undefined, passedOver};
}
