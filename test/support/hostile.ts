import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {toJson} from '../../source/core/records/json/to-json.ts';
import {recordOf} from './records.ts';

/** Sets the title, writes the clipboard, clears the screen, reorders what follows, and is no character of XML. */
const attack = '\u001b]0;owned\u0007\u001b]52;c;b3duZWQ=\u0007\u009b2J\u202egpj\u2066\ufffe\uffff\ud800';

/** What must never be written to a terminal as a part of a text. Colours of the program itself are none of these. */
export const acted = /\u001b\]|[\u0007\u0080-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

/** Members that are no text: changed, the file would be none of this program's. */
const codes = new Set([
	...['version', 'image_sha256', 'status', 'shape', 'level', 'by', 'code', 'field', 'state', 'confirmed'],
	...['engine', 'source', 'source_image', 'success'],
]);

/** JSON with the attack behind every text. */
function withAttack(json: unknown): unknown {
	if (typeof json === 'string') return json + attack;
	if (typeof json !== 'object' || json === null) return json;
	if (Array.isArray(json)) return json.map(withAttack);
	return Object.fromEntries(
		Object.entries(json).map(([name, value]) => [name, codes.has(name) ? value : withAttack(value)]),
	);
}

/** Puts beside a picture what another program could have written: a result of this program with the attack in each text. */
export function writeHostileSidecar(folder: string, picture: string): void {
	const sha256 = createHash('sha256')
		.update(readFileSync(join(folder, picture)))
		.digest('hex');
	const json = toJson(recordOf(picture, {sha256, answer: {height: '170', name: 'X'}, engine: 'xiangyun'}));
	const own = json.passport_ocr as {evidence: Record<string, object>};
	own.evidence.passport_number = {
		...own.evidence.passport_number,
		alternatives: [{value: 'L898902C8', source: 'look-alike'}],
		printed: {text: 'L898902C8'},
		params: {'check digit': {read: 'x', expected: 'y'}},
	};
	const all = withAttack({...json, notes: 'two\nlines'}) as object;
	writeFileSync(join(folder, picture.replace(/\.\w+$/, '.json')), JSON.stringify(all));
}
