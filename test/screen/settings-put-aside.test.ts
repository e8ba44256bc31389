import {chmodSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {main} from '../../source/commands/main.ts';
import {appKeys} from '../../source/screen/keys/app-keys.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {createSettingsEffects} from '../../source/session/account/settings-effects.ts';
import type {AppEvent} from '../../source/session/event.ts';
import {stateWith, update} from '../support/app-state.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

it('a settings file that cannot be read is named on the screen too, though the command line has put it aside', async () => {
	const configDir = temporaryFolder();
	writeFileSync(join(configDir, 'config.json'), '{broken');
	const request = await main(['--plain', '--config-dir', configDir], async () => appKeys);
	const {brokenFile} = request as Exclude<typeof request, number>;
	expect(readdirSync(configDir)).toEqual([brokenFile?.split('/').at(-1)]);
	const events: AppEvent[] = [];
	await createSettingsEffects({send: event => events.push(event), configDir, brokenFile}).load();
	const {state} = update(stateWith(), events[0]!);
	const said = statusSpans(state, '').map(({text}) => text);
	expect(said.join('')).toContain('The settings file could not be read and was put aside');
});

it.skipIf(process.platform === 'win32')(
	'key and secret that other users of the computer can read are named where they will be used, and nowhere else',
	async () => {
		const configDir = temporaryFolder();
		const file = join(configDir, 'config.json');
		writeFileSync(file, JSON.stringify({credentials: {key: 'k'.repeat(32), secret: 's'.repeat(32)}}));
		const saidWith = async (mode: number, engine: 'xiangyun' | 'offline'): Promise<string> => {
			chmodSync(file, mode);
			const events: AppEvent[] = [];
			await createSettingsEffects({send: event => events.push(event), configDir, brokenFile: undefined}).load();
			const {state} = update(stateWith({engine}), events[0]!);
			return statusSpans(state, '')
				.map(({text}) => text)
				.join('');
		};
		expect(await saidWith(0o644, 'xiangyun')).toMatch(/^.*Key and secret: .*config\.json/);
		expect(await saidWith(0o600, 'xiangyun')).not.toContain('Key and secret');
		expect(await saidWith(0o644, 'offline')).not.toContain('Key and secret');
	},
);
