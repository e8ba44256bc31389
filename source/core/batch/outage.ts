import {type AppError, isUnreached} from '../errors.ts';

/**
 * Distinguishes a service that is gone from a hiccup. Calls that are under way together fail together, each after all
 * its tries. Only one that was begun after such a failure, and fails as well with no answer in between, shows that the
 * service is gone.
 */
export function createOutage() {
	const unreached = new Set<string>();
	return {
		/** Pictures that failed because of it, since something was heard of the service. */
		paths: (): readonly string[] => [...unreached],
		/** Notes that a call begins; the caller reports how it ended. True when the service is gone. */
		begin() {
			const isLate = unreached.size > 0;
			return (path: string, error: AppError | undefined): boolean => {
				if (error && isUnreached(error)) unreached.add(path);
				else unreached.clear();
				return isLate && unreached.size > 1;
			};
		},
		/** Of one picture, or of all: the person says that it is worth a try. */
		forget(path?: string): void {
			if (path === undefined) unreached.clear();
			else unreached.delete(path);
		},
	};
}
