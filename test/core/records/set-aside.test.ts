import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {findPurgeable, purge} from '../../../source/core/records/purge.ts';
import {createFolderScan} from '../../../source/core/records/sidecars/folder-scan.ts';
import {hasDecision, setAside} from '../../../source/core/records/sidecars/set-aside.ts';
import {writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {accepted, confirmed, edited, rejected} from '../../../source/core/review/decide.ts';
import {recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const at = '2026-11-22T07:00:00+00:00';
const now = new Date('2026-11-22T08:00:00Z');
const picture = () => join(temporaryFolder(), 'osei.jpg');
const namesIn = (path: string) => readdirSync(join(path, '..')).sort();

test.each([
	['accepted', accepted(recordOf('a'), at)],
	['edited', edited(recordOf('a'), 'passport_number', 'L898902C4', at, today)],
	['confirmed in one field', confirmed(recordOf('a'), 'sex', today)],
	['rejected', rejected(recordOf('a'), at)],
])('a result that was %s is copied, word for word', async (_, record) => {
	const path = picture();
	await writeSidecar({...record, path});
	expect(await hasDecision(path)).toBe(true);
	await setAside({path, sha256: record.sha256}, now);
	expect(namesIn(path)).toEqual(['osei.before-20261122080000.json.old', 'osei.json']);
	const content = (name: string) => readFileSync(join(path, '..', name), 'utf8');
	expect(content('osei.before-20261122080000.json.old')).toBe(content('osei.json'));
});

test('a result without a decision, or of another picture, is not', async () => {
	const path = picture();
	await writeSidecar(recordOf(path));
	expect(await hasDecision(path)).toBe(false);
	const other = path.replace('.jpg', '.png');
	const decided = accepted(recordOf(other, {sha256: 'b'.repeat(64)}), at);
	await writeSidecar(decided);
	await setAside({path, sha256: 'a'.repeat(64)}, now);
	expect(namesIn(path)).toEqual(['osei.json', 'osei.png.json']);
});

test('two in one second are two files', async () => {
	const path = picture();
	await writeSidecar(accepted(recordOf(path), at));
	for (let time = 0; time < 2; time++) await setAside({path, sha256: 'a'.repeat(64)}, now);
	expect(namesIn(path)).toEqual([
		'osei.before-20261122080000-2.json.old',
		'osei.before-20261122080000.json.old',
		'osei.json',
	]);
});

test('what was set aside is no result of a renamed picture, and is deleted by purge', async () => {
	const path = picture();
	const folder = join(path, '..');
	await writeSidecar(accepted(recordOf(path), at));
	await setAside({path, sha256: 'a'.repeat(64)}, now);
	await purge([join(folder, 'osei.json')]);
	expect(await createFolderScan().find({path: join(folder, 'renamed.jpg'), sha256: 'a'.repeat(64)})).toBeUndefined();
	const foreign = join(folder, 'notes.before-20261122080000.json.old');
	writeFileSync(foreign, '{"mine": 1}');
	const found = await findPurgeable(folder, {now});
	expect(found).toEqual([join(folder, 'osei.before-20261122080000.json.old')]);
	expect((await purge(found)).deleted).toEqual(found);
	expect(namesIn(path)).toEqual(['notes.before-20261122080000.json.old']);
});
