// Loaded into a program that is measured (`node --import`): says its memory in bytes, and the processor time that it took
// in milliseconds, a line each time, to stream 3.
import {writeSync} from 'node:fs';

const say = () => {
	try {
		const {user, system} = process.cpuUsage();
		writeSync(3, `${process.memoryUsage.rss()} ${(user + system) / 1000}\n`);
	} catch {
		// The reader has ended.
	}
};
setInterval(say, 50).unref();
process.once('exit', say);
