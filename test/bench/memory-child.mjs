// Loaded into a program that is measured (`node --import`): says its memory in bytes, a line each time, to stream 3.
import {writeSync} from 'node:fs';

const say = () => {
	try {
		writeSync(3, `${process.memoryUsage.rss()}\n`);
	} catch {
		// The reader has ended.
	}
};
setInterval(say, 50).unref();
process.once('exit', say);
