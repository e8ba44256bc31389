import {resolve} from 'node:path';
import type {AppError} from '../../../core/errors.ts';
import {inNaturalOrder} from '../../../core/natural-order.ts';
import {firstPlaces} from '../../../core/real-path.ts';

/** `passedOver`: files that were not opened although pictures may be in them. */
type PicturesBelow = {
	readonly paths: readonly string[];
	readonly problems: readonly AppError[];
	readonly passedOver: readonly string[];
};

/**
 * Files as they are; of folders the pictures below them, in the order in which people count. Of several roots one that
 * is not there becomes a path too: its item says so, beside the others. Each file comes once, by the first of its names.
 */
export async function picturesBelow(roots: readonly string[], signal: AbortSignal): Promise<PicturesBelow> {
	const {findPictures} = await import('../../../core/pictures/files/find.ts');
	const paths: string[] = [];
	const problems: AppError[] = [];
	const passedOver: string[] = [];
	const onProblem = (problem: AppError) => void problems.push(problem);
	const isMissing = (root: string) =>
		problems.some(({code, details}) => code === 'FILE_NOT_FOUND' && details.path === root);
	const placed = firstPlaces();
	for (const root of roots) {
		const {isNewRoot, isNew, isNewUnopened} = await placed(root);
		if (!isNewRoot) continue;
		const below: string[] = [];
		const onPassedOver = (path: string) => void (isNewUnopened(path) && passedOver.push(path));
		const wish = {recursive: true, signal, onProblem, onPassedOver};
		for await (const {path} of findPictures([root], wish)) below.push(resolve(path));
		if (roots.length > 1 && isMissing(root)) below.push(resolve(root));
		paths.push(...inNaturalOrder(below).filter(isNew));
	}
	return {paths, problems, passedOver};
}
