const wait = time => new Promise(resolve => setTimeout(resolve, time));

/** Until nothing has been written for a while: files are being opened and kept behind a key. */
const quiet = async (writes, time) => {
	for (let count = -1; count !== writes.length; ) {
		count = writes.length;
		await wait(time);
	}
};

/** A write that is a frame, and not the cursor or the brackets around one. */
const isFrame = ({text}) => text.length > 24;

/** Presses a key as a person does, when the screen has come to rest: milliseconds to the frame, and bytes of all that came. */
export const pressTimed = async ({writes, press}, id, pause) => {
	await wait(pause);
	writes.length = 0;
	const spent = process.cpuUsage();
	const start = performance.now();
	press(id);
	for (let turn = 0; !writes.some(isFrame) && turn < 200; turn++) await new Promise(setImmediate);
	const {user, system} = process.cpuUsage(spent);
	// Another passport: its picture may still be on the way.
	await quiet(writes, /^(J|u|s|enter)$/.test(id) ? 120 : 15);
	const frame = writes.find(isFrame);
	return {
		milliseconds: frame && frame.at - start,
		cpu: (user + system) / 1000,
		bytes: writes.reduce((sum, {text}) => sum + Buffer.byteLength(text), 0),
		writes: writes.filter(isFrame).length,
	};
};

export const percentile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * share) - 1];
