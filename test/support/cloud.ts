import {createHash} from 'node:crypto';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {createEngine} from '../../source/core/engines/choice.ts';
import type {Engine} from '../../source/core/engines/engine.ts';
import type {Reading} from '../../source/core/passport/model/reading.ts';
import {type FakeEngine, fakeEngine} from './fake-engine.ts';
import {chinesePassport, type InventedPassport, mrzOf, numbered} from './invented-passport.ts';
import {jpegPicture} from './jpeg-picture.ts';
import {reading} from './records.ts';
import {type CommandOptions, type CommandRun, runCommand} from './run-command.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {type ServerOptions, startXiangyunServer, testCredentials, type XiangyunServer} from './xiangyun-server.ts';

/** The service of the running test. */
export let server: XiangyunServer;

/** The passport of a picture, whichever engine looks at it: by what is in the picture, as it should be. */
const passports = new Map<string, InventedPassport>();

const passportOf = (sha256: string): InventedPassport => passports.get(sha256) ?? chinesePassport;

/** Starts the service; it ends with the test. */
export const start = async (options: ServerOptions = {}) => {
	server = await startXiangyunServer({passport: passportOf, ...options});
	onTestFinished(() => server.close());
};

/** A folder with so many pictures of different passports. */
export async function pictures(count: number, folder = temporaryFolder()): Promise<string> {
	await mkdir(folder, {recursive: true});
	for (let index = 1; index <= count; index++) {
		const bytes = await jpegPicture({seed: index, width: 800, height: 600});
		passports.set(createHash('sha256').update(bytes).digest('hex'), numbered(chinesePassport, index));
		await writeFile(join(folder, `page ${index}.jpg`), bytes);
	}
	return folder;
}

/** What this computer reads: all clearly, or the names weakly. */
export const offline = (
	isClear: (sha256: string) => boolean,
	change: (reading: Reading) => Reading = one => one,
): FakeEngine =>
	fakeEngine({
		answer: ({sha256}) => {
			const weak = Array.from({length: 44}, (_, at) => [0, at] as const);
			return change(reading(mrzOf(passportOf(sha256)), isClear(sha256) ? [] : weak));
		},
	});

export type CloudRun = CommandRun & {readonly list: readonly Result[]};

export type Result = {
	readonly success: boolean;
	readonly error_code?: string;
	readonly source_image: string;
	readonly passport_number?: string;
	readonly passport_ocr?: {
		readonly engine: string;
		readonly status: string;
		readonly evidence: Readonly<
			Record<string, {level: string; by: readonly string[]; alternatives?: readonly unknown[]}>
		>;
		readonly issues: readonly {code: string; blocks: boolean}[];
	};
	readonly [member: string]: unknown;
};

/** `recognize` with an account, and `near` as the engine of this computer. */
export async function run(
	words: readonly string[],
	{near, env = {}, ...options}: CommandOptions & {readonly near?: Engine} = {},
): Promise<CloudRun> {
	const result = await runCommand(recognize, ['recognize', ...words], {
		env: {
			PASSPORT_OCR_KEY: testCredentials.key,
			PASSPORT_OCR_SECRET: testCredentials.secret,
			PASSPORT_OCR_ENDPOINT: server.url,
			PASSPORT_OCR_CONFIG_DIR: temporaryFolder(),
			...env,
		},
		createEngine: async (id, account) => {
			if (id === 'offline') {
				if (!near) throw new Error('the offline engine was not to be asked');
				return near;
			}
			return await createEngine(id, {...account, retryDelay: 1});
		},
		...options,
	});
	const isJson = !words.includes('--output-format');
	const json = isJson && result.out !== '' ? JSON.parse(result.out) : [];
	return {...result, list: Array.isArray(json) ? json : [json]};
}
