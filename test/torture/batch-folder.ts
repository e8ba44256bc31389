import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {startCli} from '../support/cli.ts';
import {chinesePassport, type InventedPassport, numbered} from '../support/invented-passport.ts';
import {jpegPicture} from '../support/jpeg-picture.ts';
import {
	type ServerOptions,
	startXiangyunServer,
	testCredentials,
	type XiangyunServer,
} from '../support/xiangyun-server.ts';

const passports = new Map<string, InventedPassport>();

/** Puts so many pictures of different passports into a folder, named `1.jpg` and so on. */
export async function fillFolder(folder: string, count: number): Promise<void> {
	await mkdir(folder, {recursive: true});
	for (let index = 1; index <= count; index++) {
		const bytes = await jpegPicture({seed: index, width: 800, height: 600});
		passports.set(createHash('sha256').update(bytes).digest('hex'), numbered(chinesePassport, index));
		await writeFile(join(folder, `${index}.jpg`), bytes);
	}
}

/** The service, which knows the passports of all these pictures. */
export const startService = (options: ServerOptions = {}): Promise<XiangyunServer> =>
	startXiangyunServer({passport: sha256 => passports.get(sha256) ?? chinesePassport, ...options});

/** Where the programs of one case keep their settings and what they note. */
export const accountOf = (service: XiangyunServer, home: string) => ({
	HOME: home,
	PASSPORT_OCR_CONFIG_DIR: join(home, 'settings'),
	PASSPORT_OCR_KEY: testCredentials.key,
	PASSPORT_OCR_SECRET: testCredentials.secret,
	PASSPORT_OCR_ENDPOINT: service.url,
});

/** Starts a command in a folder whose output is not needed. */
export function startQuiet(words: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
	const child = startCli(words, {cwd, env});
	child.stdout.resume();
	child.stderr.resume();
	child.stdin.end();
	return {child, ended: once(child, 'close')};
}

/** The calls that cost money and whose answers nothing holds any more, when every call has ended. */
export async function settled(service: XiangyunServer): Promise<void> {
	while (!service.calls.every(({billed, givenUp}) => billed || givenUp)) {
		await new Promise(resolve => setTimeout(resolve, 10));
	}
}

export type Kept = {
	/** Hashes of the pictures of which a result is whole. */
	readonly read: ReadonlySet<string>;
	/** Files that are empty, or no JSON. */
	readonly damaged: readonly string[];
};

/** What is kept in a folder. */
export async function keptIn(folder: string): Promise<Kept> {
	const read = new Set<string>();
	const damaged: string[] = [];
	for (const name of (await readdir(folder)).filter(one => one.endsWith('.json'))) {
		try {
			const json = JSON.parse(await readFile(join(folder, name), 'utf8'));
			if (json.success === true) read.add(json.passport_ocr.image_sha256);
		} catch {
			damaged.push(name);
		}
	}
	return {read, damaged};
}
