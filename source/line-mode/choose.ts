import {existsSync} from 'node:fs';
import {homedir} from 'node:os';
import {existingPaths} from '../session/picker/effects/find-pasted.ts';
import {picturesBelow} from '../session/picker/effects/pictures-below.ts';
import {folded} from '../session/picker/entry.ts';
import {shownPath, unopenedName} from '../text/format.ts';
import {type Language, messages} from '../text/index.ts';
import {fileNames} from './names.ts';
import type {Talk} from './talk.ts';

const neverAborted = new AbortController().signal;

/** The pictures to read: below what was named or is asked for, of these all, or those whose names have a part. */
export async function choosePictures(
	{say, ask}: Talk,
	language: Language,
	named: readonly string[],
): Promise<readonly string[] | undefined> {
	const text = messages(language);
	for (let roots = named; ; roots = []) {
		if (roots.length === 0) {
			const here = process.cwd();
			const answer = await ask(text.plain.where(shownPath(here, homedir())), {
				isPath: path => path.lastIndexOf('/') > 0 || existsSync(path),
			});
			if (answer === undefined) return undefined;
			roots = answer === '' ? [here] : existingPaths(answer, here);
		}
		const {paths, problems, passedOver} = await picturesBelow(roots, neverAborted);
		for (const {code, details} of problems) say(text.errors.what(code, details));
		if (passedOver.length > 0) say(text.plain.passedOver(passedOver.map(unopenedName)));
		if (paths.length > 0) {
			say(text.plain.found(paths.length));
			return paths.length === 1 ? paths : await chooseSome({say, ask}, language, paths);
		}
		if (problems.length === 0) say(text.errors.what('NO_PICTURES', roots.length === 1 ? {path: roots[0]!} : {}));
	}
}

async function chooseSome(
	{say, ask}: Pick<Talk, 'say' | 'ask'>,
	language: Language,
	paths: readonly string[],
): Promise<readonly string[] | undefined> {
	const text = messages(language).plain;
	let some = paths;
	for (;;) {
		const answer = await ask(some === paths ? text.take : text.takeThese);
		if (answer === undefined) return undefined;
		if (answer === '') return some;
		const wanted = folded(answer);
		const fitting = paths.filter(path => folded(path).includes(wanted));
		if (fitting.length === 0) {
			say(text.noneFits);
			continue;
		}
		some = fitting;
		say(text.fits(some.length, fileNames(language, some)));
	}
}
