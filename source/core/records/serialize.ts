/** Runs jobs of one key one after the other, in the order of the calls; jobs of different keys do not wait. */
export function serialize(): <Result>(key: string, job: () => Promise<Result>) => Promise<Result> {
	const last = new Map<string, Promise<unknown>>();
	return (key, job) => {
		const run = (last.get(key) ?? Promise.resolve()).then(job, job);
		last.set(key, run);
		const forget = () => {
			if (last.get(key) === run) last.delete(key);
		};
		run.then(forget, forget);
		return run;
	};
}
