// Loads a file of the bundle as V8 compiled it in an earlier run: compiling is a third of what the first frame costs. Node
// has the like from version 22.1 on (`module.enableCompileCache`); this has it on all, for one file instead of many, and
// keeps it in a folder of the person's own.

import {isAscii} from 'node:buffer';
import {
	closeSync,
	existsSync,
	fstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {homedir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import process from 'node:process';
import {Script} from 'node:vm';
import {crc32} from 'node:zlib';

/** What another version of Node compiled is deleted when it is older. Milliseconds. */
const longestKept = 30 * 24 * 60 * 60 * 1000;

/** Before what V8 made: a checksum over the text and that. V8 trusts it and crashes where it is damaged. */
const headLength = 4;

/** The purpose that has no word. */
const session = 'session';

/** Each version of Node compiles otherwise. */
const platform = `${process.version}-${process.arch}`;

function folder({env} = process): string {
	if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'passport-ocr-tui');
	if (process.platform === 'win32') {
		return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'passport-ocr-tui', 'Cache');
	}
	return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'passport-ocr-tui');
}

const pathFor = (file: string, purpose: string): string =>
	join(folder(), `${basename(file, '.js')}-${purpose}-${platform}`);

/** None where it is missing, damaged, of another text, or of another person: the text is compiled again. */
function kept(file: string, purpose: string, text: Buffer): Buffer | undefined {
	let opened: number | undefined;
	try {
		opened = openSync(pathFor(file, purpose), 'r');
		const {uid, mode} = fstatSync(opened);
		if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined;
		const content = readFileSync(opened);
		const code = content.subarray(headLength);
		return content.readUInt32LE(0) === crc32(code, crc32(text)) ? code : undefined;
	} catch {
		return undefined;
	} finally {
		if (opened !== undefined) closeSync(opened);
	}
}

type Loaded = {
	readonly file: string;
	readonly text: Buffer;
	readonly script: Script;
	readonly from: string | undefined;
};

const loaded: Loaded[] = [];

const opening = '(function (exports, require, module, __filename, __dirname) {';
const closing = '\n})';

/** Reads a CommonJS file as the function that Node makes of it. */
function readAsFunction(file: string): Buffer {
	const opened = openSync(file, 'r');
	try {
		const {size} = fstatSync(opened);
		const text = Buffer.allocUnsafe(opening.length + size + closing.length);
		text.write(opening, 0);
		const length = readSync(opened, text, opening.length, size, 0);
		text.write(closing, opening.length + length);
		return text.subarray(0, opening.length + length + closing.length);
	} finally {
		closeSync(opened);
	}
}

/** V8 takes ASCII, as the build writes it, byte for byte: in a third of the time. */
const asString = (text: Buffer): string => text.toString(isAscii(text) ? 'latin1' : 'utf8');

/**
 * Runs a CommonJS file and returns what it exports. It can `require`, but not `import()`.
 *
 * @param purpose what it is run for: a command, or else the session. Each calls other functions.
 */
export function loadCompiled<Exports>(file: string, purpose = session): Exports {
	const text = readAsFunction(file);
	const isOff = process.env.NODE_DISABLE_COMPILE_CACHE !== undefined;
	let from: string | undefined;
	let cachedData: Buffer | undefined;
	for (const name of isOff ? [] : [purpose, session]) {
		if (cachedData || !/^[a-z]+$/.test(name)) continue;
		cachedData = kept(file, name, text);
		from = name;
	}
	const script = new Script(asString(text), {filename: file, ...(cachedData ? {cachedData} : {})});
	const isUsed = cachedData !== undefined && !script.cachedDataRejected;
	if (!isOff) loaded.push({file, text, script, from: isUsed ? from : undefined});
	const module = {exports: {}};
	script.runInThisContext()(module.exports, require, module, file, dirname(file));
	return module.exports as Exports;
}

/**
 * Keeps what has been compiled up to now, for the next run with this purpose; once. Whatever fails, the next run only
 * takes longer: a folder that cannot be written is no matter of the person's.
 */
export function keepCompiled(purpose: string): void {
	for (const one of loaded.splice(0)) {
		try {
			if (one.from !== purpose) keep(one, pathFor(one.file, purpose));
		} catch {}
	}
}

function keep({text, script}: Loaded, path: string): void {
	const code = script.createCachedData();
	const head = Buffer.alloc(headLength);
	head.writeUInt32LE(crc32(code, crc32(text)));
	makeFolderNow(dirname(path));
	deleteOld(dirname(path));
	const temporary = `${path}.${process.pid}`;
	try {
		writeFileSync(temporary, Buffer.concat([head, code]), {mode: 0o600, flag: 'wx'});
		renameSync(temporary, path);
	} catch (error) {
		rmSync(temporary, {force: true});
		throw error;
	}
}

/** As make-folder.ts does, at once: Node's own recursive way never ends below /proc. */
function makeFolderNow(path: string): void {
	if (existsSync(path)) return;
	const above = dirname(path);
	if (above !== path) makeFolderNow(above);
	try {
		mkdirSync(path, 0o700);
	} catch (error) {
		// Another program may have made it since.
		if (!existsSync(path)) throw error;
	}
}

function deleteOld(inFolder: string): void {
	for (const name of readdirSync(inFolder)) {
		const path = join(inFolder, name);
		if (!name.endsWith(platform) && Date.now() - statSync(path).mtimeMs > longestKept) rmSync(path);
	}
}
