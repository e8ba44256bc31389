import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {describe, expect, it, test} from 'vitest';
import {errorLines} from '../../../source/command-line/errors.ts';
import {recognize} from '../../../source/commands/recognize.ts';
import type {AppError} from '../../../source/core/errors.ts';
import {findPictures} from '../../../source/core/pictures/files/find.ts';
import {watchFolders} from '../../../source/core/pictures/files/watch-folder.ts';
import {sizeLimit} from '../../../source/core/pictures/open.ts';
import {unpackedAt} from '../../../source/session/picker/effects/open-zip.ts';
import {messages} from '../../../source/text/index.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {reading} from '../../support/records.ts';
import {runCommand} from '../../support/run-command.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {type ZipEntry, zipFile} from '../../support/zip-file.ts';

const archive = (entries: readonly ZipEntry[], name = 'mail.zip') => {
	const path = join(temporaryFolder(), name);
	writeFileSync(path, zipFile(entries), {mode: 0o600});
	return path;
};

const picture = (name: string | Buffer, seed = String(name)): ZipEntry => ({name, data: pngBytes(seed)});

async function find(path: string) {
	const problems: AppError[] = [];
	const found: string[] = [];
	const options = {recursive: true, onProblem: (problem: AppError) => void problems.push(problem)};
	for await (const {path: one} of findPictures([path], options)) found.push(relative(join(path, '..'), one));
	return {found: found.sort(), problems};
}

describe('a ZIP', () => {
	it('opens like a folder, which is unpacked beside it', async () => {
		const path = archive([picture('a.png'), picture('group/b.jpg'), picture('group/IMG_1')]);
		const {found, problems} = await find(path);
		expect(problems).toEqual([]);
		expect(found).toEqual(['mail/a.png', 'mail/group/IMG_1', 'mail/group/b.jpg']);
		const one = join(path, '../mail/group/b.jpg');
		expect(readFileSync(one).equals(pngBytes('group/b.jpg'))).toBe(true);
		if (process.platform !== 'win32') expect(statSync(one).mode & 0o777).toBe(0o600);
	});

	it('gives its pictures and nothing else', async () => {
		const path = archive([
			picture('a.png'),
			{name: 'list.xlsx', data: Buffer.from('PK')},
			{name: 'readme', data: Buffer.from('hello')},
			{name: '__MACOSX/._a.png', data: pngBytes()},
			{name: 'empty/', data: Buffer.alloc(0)},
		]);
		expect((await find(path)).found).toEqual(['mail/a.png']);
		expect(readdirSync(join(path, '../mail'))).toEqual(['a.png']);
	});

	it('is unpacked once, and what is there already stays', async () => {
		const path = archive([picture('a.png', 'new')]);
		await find(path);
		const {mtimeMs} = statSync(join(path, '../mail/a.png'));
		expect((await find(path)).found).toEqual(['mail/a.png']);
		expect(statSync(join(path, '../mail/a.png')).mtimeMs).toBe(mtimeMs);
		writeFileSync(join(path, '../mail/a.png'), pngBytes('mine'));
		expect((await find(path)).found).toEqual(['mail/a (2).png', 'mail/a.png']);
		expect(readFileSync(join(path, '../mail/a.png')).equals(pngBytes('mine'))).toBe(true);
	});

	it('has names as Chinese Windows writes them', async () => {
		const gbk = Buffer.concat([Buffer.from('d5c5c8fd', 'hex'), Buffer.from('.png')]);
		expect((await find(archive([picture(gbk, 'x'), picture('李四.png')]))).found).toEqual([
			'mail/张三.png',
			'mail/李四.png',
		]);
	});

	it('gives pictures that are said to belong outside of its folder inside of it', async () => {
		const path = archive([
			picture('../out.png'),
			picture('/tmp/passport-ocr-out.png'),
			picture('in/../../out.png'),
			picture('in.png'),
		]);
		const {found} = await find(path);
		expect(found).toEqual(['mail/in.png', 'mail/in/out.png', 'mail/out.png', 'mail/tmp/passport-ocr-out.png']);
		expect(existsSync(join(path, '../out.png'))).toBe(false);
		expect(existsSync('/tmp/passport-ocr-out.png')).toBe(false);
	});

	it('has no signs in its names that a terminal acts on', async () => {
		const {found} = await find(archive([picture('a\x1b[31m:b.png')]));
		expect(found).toEqual(['mail/a_[31m_b.png']);
	});
});

describe('an Office document', () => {
	it.each([
		['letter.docx', 'word/media/', '[Content_Types].xml'],
		['LETTER.DOCX', 'word/media/', 'word/document.xml'],
		['slides.pptx', 'ppt/media/', 'docProps/app.xml'],
		['list.xlsx', 'xl/media/', 'xl/workbook.xml'],
		['letter.odt', 'Pictures/', 'mimetype'],
	])('%s opens like a folder with the pictures in it', async (name, folder, first) => {
		const text = {name: first, data: Buffer.from('text')};
		const previews = [picture('docProps/thumbnail.jpeg'), picture('Thumbnails/thumbnail.png')];
		const drawing = {name: `${folder}image3.emf`, data: Buffer.from('drawing')};
		const inside = [picture(`${folder}image1.png`), picture(`${folder}image2.jpeg`), drawing];
		const {found, problems} = await find(archive([text, ...previews, ...inside], name));
		const unpacked = name.slice(0, name.indexOf('.'));
		expect({found, problems}).toEqual({
			found: [`${unpacked}/image1.png`, `${unpacked}/image2.jpeg`],
			problems: [],
		});
	});

	it('without a picture holds none, and one that is broken or of the old kind says so', async () => {
		const none = archive([{name: 'word/document.xml', data: Buffer.from('text')}], 'letter.docx');
		const {exitCode, out} = await runCommand(recognize, ['recognize', none, '--engine', 'offline']);
		expect(exitCode).not.toBe(0);
		expect(out).toContain('NO_PICTURES');
		const broken = join(temporaryFolder(), 'letter.docx');
		writeFileSync(broken, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
		expect((await find(broken)).problems).toMatchObject([{code: 'DAMAGED_IMAGE', details: {path: broken}}]);
	});
});

describe('what is not opened in a folder although pictures may be in it', () => {
	const folder = () => {
		const path = archive([picture('word/media/a.png')], 'letter.docx');
		const root = join(path, '..');
		mkdirSync(join(root, 'below'));
		for (const name of ['a.rar', 'below/b.7Z', 'mail.eml', 'list.xlsx', 'film.mov', 'notes.txt', '.c.rar'])
			writeFileSync(join(root, name), 'content');
		writeFileSync(join(root, 'page.png'), pngBytes());
		return root;
	};

	it('is named, also below, and what is no container of pictures is not', async () => {
		const root = folder();
		const passedOver: string[] = [];
		const onPassedOver = (path: string) => void passedOver.push(relative(root, path).replaceAll('\\', '/'));
		const found: string[] = [];
		for await (const {path} of findPictures([root], {recursive: true, unpack: true, onPassedOver})) found.push(path);
		expect(found).toEqual([join(root, 'page.png')]);
		expect(passedOver.sort()).toEqual(['a.rar', 'below/b.7Z', 'letter.docx', 'mail.eml']);
		expect(existsSync(join(root, 'letter'))).toBe(false);
	});

	it('is said by the command, the first three by name', async () => {
		const engine = fakeEngine({answer: () => reading()});
		const words = ['recognize', '--dir', folder(), '--engine', 'offline'];
		const {exitCode, said} = await runCommand(recognize, words, {engine});
		expect(exitCode).toBe(0);
		const start = 'Not opened, though pictures may be in it: a.rar, b.7Z, letter.docx and 1 more.';
		expect(said.filter(line => line.startsWith(start))).toHaveLength(1);
	});
});

describe('what is not opened in a ZIP although pictures may be in it', () => {
	const inner = (name: string): ZipEntry => ({name, data: Buffer.from('content')});
	const unopened = ['a.rar', 'in/b.7Z', 'in/mail.eml', 'letter.docx', 'more.zip', 'note.MSG'];
	const entries = [
		...['.c.rar', 'list.xlsx', 'film.mov', 'notes.txt', 'other', '__MACOSX/._d.rar', '.in/e.zip'].map(inner),
		...unopened.map(inner),
	];
	const passedOverIn = async (root: string, options: {readonly unpack?: boolean} = {}) => {
		const passedOver: string[] = [];
		const found: string[] = [];
		const onPassedOver = (path: string) => void passedOver.push(path.replaceAll('\\', '/'));
		for await (const {path} of findPictures([root], {recursive: true, onPassedOver, ...options})) found.push(path);
		return {passedOver: passedOver.sort(), found};
	};

	it('is named where the ZIP is', async () => {
		const path = archive([picture('p.png'), ...entries]);
		const {passedOver, found} = await passedOverIn(path);
		expect(passedOver).toEqual(unopened.map(name => `${path}/${name}`));
		expect(found).toEqual([join(path, '../mail/p.png')]);
		expect(readdirSync(join(path, '../mail'))).toEqual(['p.png']);
	});

	it('is named also of a ZIP in a folder, at each search, and of one without a picture', async () => {
		const path = archive([picture('p.png'), ...entries]);
		const root = join(path, '..');
		mkdirSync(join(root, 'in'));
		writeFileSync(join(root, 'in/only.zip'), zipFile([inner('a.rar')]));
		writeFileSync(join(root, 'only.zip'), zipFile([inner('more.zip')]));
		writeFileSync(join(root, 'none.zip'), zipFile([inner('notes.txt')]));
		const others = [`${root}/in/only.zip/a.rar`, `${root}/only.zip/more.zip`];
		const all = [...others, ...unopened.map(name => `${path}/${name}`)].sort();
		// As it comes unopened, what is in it is named when it is opened.
		expect(await passedOverIn(root)).toEqual({passedOver: others, found: [path]});
		for (let round = 0; round < 2; round++)
			expect(await passedOverIn(root, {unpack: true})).toEqual({passedOver: all, found: [join(root, 'mail/p.png')]});
		expect((await passedOverIn(root)).passedOver).toEqual(all);
	});

	it('is not what else an Office document consists of', async () => {
		const {passedOver} = await passedOverIn(archive([inner('word/embeddings/a.docx')], 'letter.docx'));
		expect(passedOver).toEqual([]);
	});

	it('is said by the command, with the name of the ZIP', async () => {
		const engine = fakeEngine({answer: () => reading()});
		const words = ['recognize', archive([picture('p.png'), inner('in/scans.rar')]), '--engine', 'offline'];
		const {exitCode, said} = await runCommand(recognize, words, {engine});
		expect(exitCode).toBe(0);
		const start = 'Not opened, though pictures may be in it: mail.zip/in/scans.rar.';
		expect(said.filter(line => line.startsWith(start))).toHaveLength(1);
	});

	it('is named in a session, where the ZIP is opened', async () => {
		const path = archive([inner('scans.rar')]);
		const {passedOver, problem} = await unpackedAt(path, new AbortController().signal);
		expect({passedOver, code: problem?.code}).toEqual({passedOver: [`${path}/scans.rar`], code: 'NO_PICTURES'});
	});

	it('is named once in a folder that is watched, unless it was named before', async () => {
		const path = archive([picture('p.png'), inner('scans.rar')]);
		const [named, before]: [string[], string[]] = [[], []];
		const look = watchFolders([join(path, '..')], {onPassedOver: paths => named.push(...paths)});
		const signal = new AbortController().signal;
		for (let round = 0; round < 4; round++) await look(signal);
		expect(named).toEqual([`${path}/scans.rar`]);
		const isNamed = (_: string, changed: number) => changed <= statSync(path).mtimeMs;
		await watchFolders([join(path, '..')], {onPassedOver: paths => before.push(...paths), isNamed})(signal);
		expect(before).toEqual([]);
	});
});

describe('a ZIP with more files than are unpacked', () => {
	const many = (ending: string) =>
		Array.from({length: 10_001}, (_, index): ZipEntry => ({name: `${index}${ending}`, data: Buffer.alloc(0)}));

	it.each(['.png', '', '.unknown'])('named "…%s" says so and what to do, and writes none', async ending => {
		const path = archive(many(ending));
		const {found, problems} = await find(path);
		expect(found).toEqual([]);
		expect(problems).toMatchObject([{code: 'TOO_LARGE', details: {path, pictures: 10_001, limit: 10_000}}]);
		expect(existsSync(join(path, '../mail'))).toBe(false);
		for (const [language, said, next] of [
			['en', 'holds 10001 files that are or may be pictures; at most 10000', 'name the folder'],
			['zh', '中有 10001 个文件是或可能是图片，一个压缩包最多解压 10000 个', '文件夹'],
		] as const) {
			const [what, ...steps] = errorLines('TOO_LARGE', problems[0]!.details, messages(language));
			expect(what).toContain(said);
			expect(steps.join(' ')).toContain(next);
			expect([what, ...steps].join(' ')).not.toMatch(/4,?000|service|服务/);
		}
	});

	it('is unpacked where most are no pictures', async () => {
		const {found, problems} = await find(archive([...many('.txt'), ...many('/'), picture('a.png')]));
		expect({found, problems}).toEqual({found: ['mail/a.png'], problems: []});
	});

	it('says what to do, too, where it unfolds to more than is unpacked', () => {
		const details = {path: 'mail.zip', unpacked: 2_100_000_000, limit: 2_000_000_000};
		expect(errorLines('TOO_LARGE', details, messages('en')).join(' ')).toMatch(
			/"mail.zip" takes more than .*Unpack it/,
		);
		expect(errorLines('TOO_LARGE', details, messages('zh')).join(' ')).toMatch(/mail.zip.*解压后超过.*用其他程序解压/);
	});
});

describe('a ZIP that is met in a folder', () => {
	it('is found when it holds pictures, so that it fails in sight, until it is unpacked', async () => {
		const path = archive([picture('a.png')]);
		const folder = join(path, '..');
		writeFileSync(join(folder, 'lists.zip'), zipFile([{name: 'list.xlsx', data: Buffer.from('PK')}]));
		writeFileSync(join(folder, 'broken.zip'), 'PK');
		const names = async () => (await find(folder)).found.map(name => name.split('/').slice(1).join('/'));
		expect(await names()).toEqual(['mail.zip']);
		await find(path);
		expect(await names()).toEqual(['mail/a.png']);
	});

	it('is named as not opened when it cannot be read, also below, until it is unpacked', async () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, 'below'));
		const whole = zipFile([picture('a.png')]);
		writeFileSync(join(folder, 'broken.zip'), 'PK');
		writeFileSync(join(folder, 'empty.zip'), '');
		writeFileSync(join(folder, 'below', 'cut off.ZIP'), whole.subarray(0, whole.length - 30));
		writeFileSync(join(folder, 'page.png'), pngBytes());
		for (const unpack of [true, false]) {
			const passedOver: string[] = [];
			const problems: unknown[] = [];
			const onPassedOver = (path: string) => void passedOver.push(relative(folder, path).replaceAll('\\', '/'));
			const wish = {recursive: true, unpack, onPassedOver, onProblem: (problem: unknown) => problems.push(problem)};
			for await (const {path} of findPictures([folder], wish)) expect(path).toBe(join(folder, 'page.png'));
			expect(passedOver.sort()).toEqual(['below/cut off.ZIP', 'broken.zip', 'empty.zip']);
			expect(problems).toEqual([]);
		}
		mkdirSync(join(folder, 'broken'));
		const {said} = await runCommand(recognize, ['recognize', '--dir', folder], {
			engine: fakeEngine({answer: () => reading()}),
		});
		expect(said.join('\n')).toContain('Not opened, though pictures may be in it: cut off.ZIP, empty.zip.');
	});
});

describe('a ZIP that is not as it should be', () => {
	it('with a password is named so', async () => {
		const {found, problems} = await find(archive([{...picture('a.png'), encrypted: true}]));
		expect(found).toEqual([]);
		expect(problems).toMatchObject([{code: 'UNSUPPORTED_IMAGE', details: {format: 'ZIP', needs: 'password'}}]);
	});

	it('with a picture that is too large leaves it out, and says so', async () => {
		const path = archive([{...picture('bomb.png'), claims: sizeLimit + 1}, picture('a.png')]);
		const {found, problems} = await find(path);
		expect(found).toEqual(['mail/a.png']);
		expect(problems).toMatchObject([{code: 'TOO_LARGE', details: {path: `${path}/bomb.png`, limit: sizeLimit}}]);
	});

	it('that unfolds to more than it says is damaged', async () => {
		const path = archive([{name: 'bomb.png', data: Buffer.concat([pngBytes(), Buffer.alloc(5_000_000)]), claims: 100}]);
		const {found, problems} = await find(path);
		expect(found).toEqual([]);
		expect(problems).toMatchObject([{code: 'DAMAGED_IMAGE', details: {path}}]);
	});

	it.each([
		['is cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
		['is none', () => Buffer.from('hello')],
		['is empty', () => Buffer.alloc(0)],
	])('because it %s is damaged', async (_, change) => {
		const path = join(temporaryFolder(), 'mail.zip');
		writeFileSync(path, change(zipFile([picture('a.png')])));
		expect((await find(path)).problems).toMatchObject([{code: 'DAMAGED_IMAGE', details: {path}}]);
	});

	it('of 200 that were changed at random ends no program', async () => {
		const whole = zipFile([picture('a.png'), picture('b.png')]);
		let state = 1;
		const random = (below: number) => {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
			return Math.floor(((state >>> 0) / 2 ** 32) * below);
		};
		const path = join(temporaryFolder(), 'mail.zip');
		for (let index = 0; index < 200; index++) {
			const bytes = Buffer.from(whole);
			for (let change = 0; change <= random(6); change++) bytes[random(bytes.length)] = random(256);
			writeFileSync(path, bytes);
			const {problems} = await find(path);
			for (const {code} of problems)
				expect(code).toMatch(/^(?:DAMAGED_IMAGE|UNSUPPORTED_IMAGE|TOO_LARGE|NOT_WRITABLE)$/);
		}
	});
});

test('the command reads a ZIP that is named like a folder', async () => {
	const path = archive([picture('b.png'), picture('a.png')]);
	const engine = fakeEngine({answer: () => reading()});
	const {exitCode, out} = await runCommand(recognize, ['recognize', path, '--engine', 'offline'], {engine});
	expect(exitCode).toBe(0);
	const sources = JSON.parse(out).map(({source_image: source}: {source_image: string}) => source);
	expect(sources).toEqual(['a.png', 'b.png']);
	const none = await runCommand(recognize, ['recognize', archive([])], {engine});
	expect(none.out).toContain('NO_PICTURES');
});

describe('a ZIP in a folder', () => {
	const inside = async (path: string, unpack: boolean) => {
		const root = join(path, '..');
		const problems: AppError[] = [];
		const found: string[] = [];
		const options = {recursive: true, unpack, onProblem: (problem: AppError) => void problems.push(problem)};
		for await (const {path: one} of findPictures([root], options)) found.push(relative(root, one));
		return {found: found.sort(), problems};
	};

	it('is unpacked where that is asked for, also below, and each picture comes once', async () => {
		const path = archive([picture('a.png'), picture('group/b.png')]);
		mkdirSync(join(path, '../below'));
		writeFileSync(join(path, '../below/more.zip'), zipFile([picture('c.png')]));
		expect(await inside(path, false)).toEqual({found: ['below/more.zip', 'mail.zip'], problems: []});
		const all = ['below/more/c.png', 'mail/a.png', 'mail/group/b.png'];
		expect(await inside(path, true)).toEqual({found: all, problems: []});
		expect(await inside(path, true)).toEqual({found: all, problems: []});
	});

	it('that cannot be unpacked is named, and the others are read', async () => {
		const path = archive([{...picture('a.png'), encrypted: true}]);
		writeFileSync(join(path, '../good.zip'), zipFile([picture('b.png')]));
		const {found, problems} = await inside(path, true);
		expect(found).toEqual(['good/b.png']);
		expect(problems).toMatchObject([{code: 'UNSUPPORTED_IMAGE', details: {path, needs: 'password'}}]);
	});
});
