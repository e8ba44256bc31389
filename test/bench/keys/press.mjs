export const wait = time => new Promise(resolve => setTimeout(resolve, time));

/** The longest that a screen may take to rest, and a key to bring a frame, in ms: what takes longer never comes. */
const longest = 10_000;

/**
 * Waits until nothing has been written for a while: files are being opened and kept behind a key.
 *
 * @throws {Error} The screen does not rest: the key, and what was written last
 */
const quiet = async (writes, time, id) => {
	const end = performance.now() + longest;
	for (let count = -1; count !== writes.length; ) {
		if (performance.now() > end) throw new Error(`the screen does not rest after ${id}: ${writes.at(-1).text}`);
		count = writes.length;
		await wait(time);
	}
};

/** A write that is a frame, and not the cursor or the brackets around one. */
const isFrame = ({text}) => text.length > 24;

/**
 * Presses a key as a person does, when the screen has come to rest: milliseconds to the frame, and bytes of all that came.
 *
 * @throws {Error} The key brings no frame: it does not do what the script of keys presses it for
 */
export const pressTimed = async ({writes, press, isPaintedLater}, id, pause) => {
	await wait(pause);
	writes.length = 0;
	const spent = process.cpuUsage();
	const start = performance.now();
	press(id);
	while (!writes.some(isFrame)) {
		if (performance.now() > start + longest) throw new Error(`${id} brings no frame`);
		await new Promise(setImmediate);
	}
	const {user, system} = process.cpuUsage(spent);
	// Another passport: its picture may still be on the way.
	await quiet(writes, isPaintedLater && /^(J|u|s|enter)$/.test(id) ? 120 : 15, id);
	return {
		milliseconds: writes.find(isFrame).at - start,
		cpu: (user + system) / 1000,
		bytes: writes.reduce((sum, {text}) => sum + Buffer.byteLength(text), 0),
		writes: writes.filter(isFrame).length,
	};
};

export const percentile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * share) - 1];
