/** A number and what is counted: one, or many. */
export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A span of time as people say it; in seconds. */
export const seconds = (value: number): string => {
	if (value < 60) return `${Math.round(value)} s`;
	const minutes = Math.floor(value / 60);
	return `${minutes}:${String(Math.round(value) % 60).padStart(2, '0')} min`;
};
