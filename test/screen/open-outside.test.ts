import {chmodSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {update as review} from '../../source/core/review/review.ts';
import {openerOf, openOutside} from '../../source/session/app/open-outside-effect.ts';
import {press, stateWith} from '../support/app-state.ts';
import {recordOf} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

describe('opening a picture outside', () => {
	it('asks the system for its own program', () => {
		expect(openerOf('linux')).toBe('xdg-open');
		expect(openerOf('darwin')).toBe('open');
		expect(openerOf('win32')).toBe('explorer.exe');
	});

	it('is asked for by o, with the path of the passport that is open', () => {
		const state = stateWith({screen: 'review'});
		const open = {...state, review: review(state.review, {type: 'addRecord', record: recordOf('/in/anna.jpg')})};
		expect(press(open, 'o').effects).toEqual([{type: 'openOutside', path: '/in/anna.jpg'}]);
		expect(press(state, 'o').effects).toEqual([]);
	});

	it.skipIf(process.platform === 'win32')('gives the path as one argument, whatever is in it', async () => {
		const folder = temporaryFolder();
		const opener = join(folder, 'opener');
		writeFileSync(opener, `#!/bin/sh\nprintf '%s|' "$@" > '${folder}/part' && mv '${folder}/part' '${folder}/seen'\n`);
		chmodSync(opener, 0o700);
		let failed = false;
		openOutside('/a b/$(touch x); "c".jpg', () => (failed = true), opener);
		while (!existsSync(join(folder, 'seen')) && !failed) await new Promise(resolve => setTimeout(resolve, 10));
		expect(readFileSync(join(folder, 'seen'), 'utf8')).toBe('/a b/$(touch x); "c".jpg|');
	});

	it.skipIf(process.platform === 'win32')('reports when the opener fails, and when there is none', async () => {
		const folder = temporaryFolder();
		const failing = join(folder, 'failing');
		writeFileSync(failing, '#!/bin/sh\nexit 3\n');
		chmodSync(failing, 0o700);
		const told: string[] = [];
		for (const opener of [failing, join(folder, 'missing')]) {
			await new Promise<void>(resolve => {
				openOutside(
					'/a.jpg',
					() => {
						told.push(opener);
						resolve();
					},
					opener,
				);
			});
		}
		expect(told).toEqual([failing, join(folder, 'missing')]);
	});
});
