// A second process that keeps a result beside folder/a.jpg, for the tests of what two of them do to one file. Bundled, then:
// node sidecar-writer.mjs write|write-free|die-before-rename|die-when-standing FOLDER SHA256 TIMES
import fs from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import {join} from 'node:path';
import {writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {recordOf} from './records.ts';

const [command = '', folder = '', sha256 = '', times] = process.argv.slice(2);

const die = () => process.kill(process.pid, 'SIGKILL');
if (command === 'die-before-rename') {
	Object.assign(fs, {rename: die, link: die});
	syncBuiltinESMExports();
}

const options = {
	'write-free': {wasFree: true},
	'die-when-standing': {wasFree: true, onStanding: die},
};
for (let time = 0; time < Number(times); time++) {
	await writeSidecar(recordOf(join(folder, 'a.jpg'), {sha256}), options[command as keyof typeof options]);
}
