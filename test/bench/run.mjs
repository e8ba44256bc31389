// npm run bench [-- PART ...] [--dir D --labels F] [--rounds N]
// Each file in parts/ is one part: `what` says what it measures, `run` measures it and returns lines to print. Every
// part measures a peer in the same run, so that its ratios hold on any machine.

import {readdir} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {dir: {type: 'string'}, labels: {type: 'string'}, rounds: {type: 'string'}},
});
const folder = new URL('parts/', import.meta.url);
const names = (await readdir(fileURLToPath(folder)))
	.filter(file => file.endsWith('.mjs'))
	.map(file => file.slice(0, -'.mjs'.length));
const unknown = positionals.filter(name => !names.includes(name));
if (unknown.length > 0) {
	console.error(`no part ${unknown.join(', ')}; there are: ${names.join(', ')}`);
	process.exit(2);
}

for (const name of positionals.length > 0 ? positionals : names) {
	const {what, run} = await import(new URL(`${name}.mjs`, folder));
	console.log(`\n${name}: ${what}`);
	for (const line of await run(values)) console.log(`  ${line}`);
}
