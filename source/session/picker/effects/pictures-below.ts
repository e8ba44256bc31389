import {resolve} from 'node:path';
import type {AppError} from '../../../core/errors.ts';
import {inNaturalOrder} from '../../../core/natural-order.ts';

/**
 * Files as they are; of folders the pictures below them, in the order in which people count. Of several roots one that
 * is not there becomes a path too: its item says so, beside the others.
 */
export async function picturesBelow(
	roots: readonly string[],
	signal: AbortSignal,
	tell: (problem: AppError) => void = () => {},
	onPassedOver: (path: string) => void = () => {},
): Promise<readonly string[]> {
	const {findPictures} = await import('../../../core/pictures/files/find.ts');
	const paths: string[] = [];
	const missing = new Set<string>();
	const onProblem = (problem: AppError) => {
		const {code, details} = problem;
		if (code === 'FILE_NOT_FOUND' && typeof details.path === 'string') missing.add(details.path);
		tell(problem);
	};
	for (const root of roots) {
		const below: string[] = [];
		const wish = {recursive: true, signal, onProblem, onPassedOver};
		for await (const {path} of findPictures([root], wish)) below.push(resolve(path));
		if (missing.has(root) && roots.length > 1) below.push(resolve(root));
		paths.push(...inNaturalOrder(below));
	}
	return [...new Set(paths)];
}
