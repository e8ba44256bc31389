import {byRealPath} from '../../core/real-path.ts';

/** `late`: found now, but not when a person was asked about them. `gone`: the other way round. */
type Since = {readonly late: readonly string[]; readonly gone: readonly string[]};

/** Compares the pictures that are found with those that a person agreed to send. */
export async function sinceAgreed(found: readonly string[], agreed: readonly string[] | undefined): Promise<Since> {
	if (!agreed) return {late: [], gone: []};
	const [before, now] = [new Set(agreed), new Set(found)];
	// A picture of two names may be found by the other one.
	const [lost, come] = [
		await byRealPath(agreed.filter(path => !now.has(path))),
		await byRealPath(found.filter(path => !before.has(path))),
	];
	if (lost.size === 0 && come.size === 0) return {late: [], gone: []};
	const [placesBefore, placesNow] = [await byRealPath(agreed), await byRealPath(found)];
	return {
		late: [...come].flatMap(([real, path]) => (placesBefore.has(real) ? [] : [path])),
		gone: [...lost].flatMap(([real, path]) => (placesNow.has(real) ? [] : [path])),
	};
}
