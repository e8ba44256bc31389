// Loaded into a program that is measured (`node --require`): says its memory in bytes, and the processor time that it took
// in milliseconds, a line each time, to stream 3. `--import` would change what is measured: with it Node's pool has its
// four threads before the program can ask for fewer.
const {writeSync} = require('node:fs');
const {isMainThread} = require('node:worker_threads');

const say = () => {
	try {
		const {user, system} = process.cpuUsage();
		writeSync(3, `${process.memoryUsage.rss()} ${(user + system) / 1000}\n`);
	} catch {
		// The reader has ended.
	}
};
if (isMainThread) {
	setInterval(say, 50).unref();
	process.once('exit', say);
}
