import {readdir, unlink} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {AppError, toAppError} from '../errors.ts';
import {isThere} from '../is-there.ts';
import {makeFolder} from '../make-folder.ts';
import type {Picture} from '../pictures/picture.ts';
import {type Claim, claimPath, isAbandoned, type Taken, takeClaim} from '../records/claim.ts';
import type {RunningProcess} from '../running-process.ts';

/** Bytes: more than the result of a page takes, also where a service says a lot. */
const reserve = 32 * 1024;

/** Milliseconds between two looks at a picture that another process has sent. */
const rest = 200;

export type Claims = {
	/**
	 * Says to other processes that this picture is being sent, next to it and in the user's own folder. Of a process that
	 * was killed meanwhile the claim is taken over.
	 *
	 * @throws AppError NOT_WRITABLE {path, folder, reason, unsent} where the answer could not be kept next to the picture
	 */
	take(picture: Picture): Promise<Taken>;
	/**
	 * Resolves when no other process has a picture any more.
	 *
	 * @throws AppError CANCELLED
	 */
	freed(picture: Picture, signal: AbortSignal): Promise<void>;
};

export type ClaimPlaces = {
	/** Answers are kept next to the pictures. */
	readonly isBeside: boolean;
	/** The user's own folder for results; undefined where there is none. */
	readonly folder: string | undefined;
};

const claimed = ({sha256, page}: Pick<Picture, 'sha256' | 'page'>): string => `${sha256} ${page}`;

/** One call a picture, however many processes read it. */
export function createClaims({isBeside, folder}: ClaimPlaces): Claims {
	const placesOf = (picture: Picture) =>
		[isBeside ? dirname(picture.path) : undefined, folder].flatMap((where, index) =>
			where === undefined ? [] : {place: claimPath(where, claimed(picture), 'claim'), isNeeded: index === 0},
		);
	return {
		async take(picture) {
			if (folder !== undefined) await makeFolder(folder, 0o700).catch(() => {});
			const claims: Claim[] = [];
			const all = joined(claims);
			let left: RunningProcess | undefined;
			for (const {place, isNeeded} of placesOf(picture)) {
				try {
					const taken = await takeClaim(place, reserve);
					if (!('claim' in taken)) {
						await all.release();
						return taken;
					}
					claims.push(taken.claim);
					left ??= taken.left;
				} catch (thrown) {
					if (!isNeeded) continue;
					await all.release();
					throw notSent(picture.path, toAppError(thrown));
				}
			}
			return {claim: all, ...(left ? {left} : {})};
		},
		async freed(picture, signal) {
			for (const {place} of placesOf(picture)) {
				while (await isHeld(place)) await pause(signal);
			}
		},
	};
}

const joined = (claims: readonly Claim[]): Claim => ({
	async shrink() {
		await Promise.all(claims.map(claim => claim.shrink()));
	},
	async release() {
		await Promise.all(claims.map(claim => claim.release()));
	},
});

/** A picture that is not sent, because its answer could not be kept. */
export function notSent(path: string, {code, details}: AppError): AppError {
	if (code !== 'NOT_WRITABLE') return new AppError(code, details);
	return new AppError('NOT_WRITABLE', {...details, path, folder: dirname(path), unsent: 'yes'});
}

/** Whether the claim is there, and its process has not ended. */
const isHeld = async (place: string): Promise<boolean> => (await isThere(place)) && !(await isAbandoned(place));

const pause = (signal: AbortSignal): Promise<void> =>
	setTimeout(rest, undefined, {signal}).catch(() => {
		throw new AppError('CANCELLED');
	});

/**
 * Removes the claims in folders whose processes have ended. Never throws.
 *
 * @param answered Pictures of which a paid answer is kept: a process that was killed right after that lost nothing.
 * @returns how many calls were under way whose answers were lost.
 */
export async function sweepClaims(
	folders: Iterable<string>,
	answered: Iterable<Pick<Picture, 'sha256' | 'page'>>,
): Promise<number> {
	const known = new Set([...answered].map(picture => basename(claimPath('', claimed(picture), 'claim'))));
	const lost = new Set<string>();
	for (const folder of new Set(folders)) {
		const names = await readdir(folder).catch(() => []);
		for (const name of names.filter(one => /^\.[0-9a-f]{16}\.passport-ocr\.claim$/.test(one))) {
			const place = join(folder, name);
			if (!(await isAbandoned(place))) continue;
			try {
				await unlink(place);
				// The same call has a claim in two folders.
				lost.add(name);
			} catch {
				// Another process has counted it.
			}
		}
	}
	return [...lost].filter(name => !known.has(name)).length;
}
