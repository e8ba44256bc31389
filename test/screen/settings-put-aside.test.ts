import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {main} from '../../source/commands/main.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {createSettingsEffects} from '../../source/session/account/settings-effects.ts';
import type {AppEvent} from '../../source/session/event.ts';
import {stateWith, update} from '../support/app-state.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

it('a settings file that cannot be read is named on the screen too, though the command line has put it aside', async () => {
	const configDir = temporaryFolder();
	writeFileSync(join(configDir, 'config.json'), '{broken');
	const request = await main(['--plain', '--config-dir', configDir]);
	const {brokenFile} = request as Exclude<typeof request, number>;
	expect(readdirSync(configDir)).toEqual([brokenFile?.split('/').at(-1)]);
	const events: AppEvent[] = [];
	await createSettingsEffects({send: event => events.push(event), configDir, brokenFile}).load();
	const {state} = update(stateWith(), events[0]!);
	const said = statusSpans(state, '').map(({text}) => text);
	expect(said.join('')).toContain('The settings file could not be read and was put aside');
});
