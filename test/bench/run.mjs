// npm run bench [-- PART ...] [--json] [--readme] [--dir D --labels F] [--rounds N] [--printed]
// Each file in parts/ is one part: `what` says what it measures, `run` measures it and returns lines to print. Every
// part measures a peer in the same run, so that its ratios hold on any machine. `--json` prints the same as JSON, with
// the cells of each table; `--readme` puts what was measured into the table of README.

import {readdir} from 'node:fs/promises';
import {availableParallelism, cpus, platform} from 'node:os';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {keepFigures} from '../../source/readme/figures.mjs';
import {installOwnPackages} from '../support/own-packages.mjs';
import {takeTables} from './measure.mjs';

const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		json: {type: 'boolean'},
		readme: {type: 'boolean'},
		printed: {type: 'boolean'},
		dir: {type: 'string'},
		labels: {type: 'string'},
		rounds: {type: 'string'},
		help: {type: 'boolean', short: 'h'},
	},
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

installOwnPackages(fileURLToPath(new URL('.', import.meta.url)));
if (values.help) {
	console.log(
		'npm run bench [-- PART ...] [--json] [--readme] [--dir D --labels F] [--rounds N] [--printed]\nWithout a part, all:',
	);
	for (const name of names) console.log(`  ${name}: ${(await import(new URL(`${name}.mjs`, folder))).what}`);
	process.exit(0);
}

const version = process.version.slice(1);
const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${platform()} ${process.arch}, Node ${version}`;
const parts = [];
for (const part of positionals.length > 0 ? positionals : names) {
	const {what, run} = await import(new URL(`${part}.mjs`, folder));
	if (!values.json) console.log(`\n${part}: ${what}`);
	const lines = await run(values);
	const option = values.printed ? '--printed' : undefined;
	parts.push({part, option, what, tables: takeTables(), lines});
	if (!values.json) for (const line of lines) console.log(`  ${line}`);
}
if (values.json) console.log(JSON.stringify({machine, parts}, undefined, '\t'));
if (values.readme) keepFigures(parts, machine);
