import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {type EngineChoice, usesAccount} from '../../source/core/engines/choice.ts';
import type {Engine} from '../../source/core/engines/engine.ts';
import type {Trip} from '../../source/core/passport/judge/trip.ts';
import {saveSettings} from '../../source/core/settings/settings.ts';
import {travel} from '../../source/line-mode/journey.ts';
import type {Language} from '../../source/text/index.ts';
import {fakeEngine} from './fake-engine.ts';
import {folderOf} from './pictures.ts';
import {reading, today} from './records.ts';

export type LineOptions = {
	readonly language?: Language;
	readonly engine?: Engine;
	/** The engine chosen at an earlier start. */
	readonly chosen?: EngineChoice | 'nobody';
	/** A folder of an earlier session. */
	readonly folder?: string;
	/** Names no pictures; comes back to the last batch without being asked. */
	readonly named?: false;
	readonly resume?: boolean;
	/** As with --watch. */
	readonly watch?: boolean;
	readonly trip?: Trip;
	readonly makeEngine?: (id: string) => Promise<Engine>;
	/** Gets what Ctrl-C calls. */
	readonly onOpen?: (interrupt: () => void) => void;
	/** Gets each line as it is said. */
	readonly onSaid?: (line: string) => void;
};

/** Answers everything that is asked, in order; what is said and asked is one text. */
export async function walk(
	names: readonly string[],
	answers: readonly (string | Promise<string>)[],
	options: LineOptions = {},
): Promise<{said: string; folder: string; left: readonly (string | Promise<string>)[]}> {
	const folder = folderOf(names, options.folder);
	const configDir = join(folder, '.settings');
	const {chosen = 'offline', language = 'en', trip, resume, watch} = options;
	if (chosen !== 'nobody' && !existsSync(configDir)) {
		const credentials = {key: 'k', secret: 's'};
		await saveSettings(configDir, {engine: chosen, ...(usesAccount(chosen) ? {credentials} : {})});
	}
	const said: string[] = [];
	const left = [...answers];
	const say = (line: string) => {
		said.push(line);
		options.onSaid?.(line);
	};
	await travel(
		{
			talk: {
				say,
				async ask(question) {
					say(question);
					const answer = await left.shift();
					if (answer !== undefined) said.push(`> ${answer}`);
					return answer === '/q' ? undefined : answer;
				},
				close() {},
			},
			language,
			today,
			home: '/nobody',
			folder: process.cwd(),
			paths: options.named === false ? [] : [folder],
			resume,
			watch,
			trip,
			now: () => new Date('2026-11-22T18:00:00Z'),
			createEngine: options.makeEngine ?? (async () => options.engine ?? fakeEngine({answer: () => reading()})),
			configDir,
		},
		options.onOpen,
	);
	return {said: said.join('\n'), folder, left};
}
