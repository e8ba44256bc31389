// A second process that keeps a result beside folder/a.jpg, for the tests of what two of them do to one file:
// node sidecar-writer.mjs write|write-free|die-before-rename|die-when-standing FOLDER SHA256 TIMES
import fs from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const [command, folder, sha256, times] = process.argv.slice(2);

const die = () => process.kill(process.pid, 'SIGKILL');
if (command === 'die-before-rename') {
	fs.rename = die;
	fs.link = die;
	syncBuiltinESMExports();
}

const {outputFiles} = await build({
	stdin: {
		contents: `export {writeSidecar} from '../../source/core/records/write-sidecar.ts'; export {recordOf} from './records.ts';`,
		resolveDir: fileURLToPath(new URL('.', import.meta.url)),
	},
	bundle: true,
	platform: 'node',
	format: 'esm',
	write: false,
	logLevel: 'silent',
});
const {writeSidecar, recordOf} = await import(
	`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);

const options = {
	'write-free': {wasFree: true},
	'die-when-standing': {wasFree: true, onStanding: die},
};
for (let time = 0; time < Number(times); time++)
	await writeSidecar(recordOf(join(folder, 'a.jpg'), {sha256}), options[command]);
