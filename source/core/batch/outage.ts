import {AppError, isTrouble, isUnreached, mayBeCharged} from '../errors.ts';

/** So many failures of the service in a row are no accident. */
const mostInARow = 3;

/** What the end of a call shows of the service: it is not there, or fails at every picture (SERVICE_BROKEN). */
export type Verdict = {readonly isGone: boolean; readonly broken: AppError | undefined};

const fine: Verdict = {isGone: false, broken: undefined};

/**
 * Distinguishes a service that is gone or broken from a hiccup. Calls that are under way together fail together, each
 * after all its tries. Only one that was begun after a call that did not reach the service, and does not reach it either
 * with no answer in between, shows that it is gone.
 */
export function createOutage() {
	/** Failed although nothing of them can have been charged. */
	const unpaid = new Set<string>();
	let unreached = 0;
	let row = 0;
	/** Those of them that may have been charged. */
	let charged = 0;
	const reset = () => {
		unpaid.clear();
		unreached = 0;
		row = 0;
		charged = 0;
	};
	return {
		/** Pictures that failed because of it without a charge, since something was heard of the service. */
		paths: (): readonly string[] => [...unpaid],
		/** Notes that a call begins; the caller reports how it ended. */
		begin() {
			const isLate = unreached > 0;
			return (path: string, error: AppError | undefined): Verdict => {
				if (!error || !isTrouble(error)) {
					reset();
					return fine;
				}
				const isNew = !unpaid.has(path);
				if (!mayBeCharged(error)) unpaid.add(path);
				if (isUnreached(error)) {
					if (isNew) unreached++;
					return {isGone: isLate && unreached > 1, broken: undefined};
				}
				unreached = 0;
				row++;
				if (mayBeCharged(error)) charged++;
				if (row < mostInARow) return fine;
				const {code, details} = error;
				const http = details.http === undefined ? {} : {http: details.http};
				return {isGone: false, broken: new AppError('SERVICE_BROKEN', {row, charged, last: code, ...http})};
			};
		},
		/** Of one picture, or of all: the person says that it is worth a try. */
		forget(path?: string): void {
			if (path === undefined) reset();
			else if (unpaid.delete(path)) unreached = Math.max(0, unreached - 1);
		},
	};
}
