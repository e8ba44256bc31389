import {lstat} from 'node:fs/promises';
import {fileOf} from '../../../core/picture-address.ts';
import type {Wanted} from '../../effect.ts';
import {pause} from '../../effects/pause.ts';
import type {RunnerOptions} from '../../effects/runner.ts';
import {throttle} from '../../effects/throttle.ts';
import type {PickerEntry} from '../entry.ts';
import type {Fact, Facts} from '../facts.ts';
import {byName} from '../order.ts';

/** Files asked about at the same time. */
const together = 32;

/** Pictures that are compared with each other at most. */
const compared = 20_000;

/** How long the cursor rests before the picture under it is opened, in ms. */
const rest = 80;

export type PreviewLoader = ReturnType<typeof createLook>;

/** Looks up what the picker shows of pictures: first of those on the screen, never while a key waits. */
export function createLook({send}: RunnerOptions) {
	const facts = new Map<string, Fact>();
	/** Asked about since the last reading: what is kept beside them may have changed. */
	let known = new Set<string>();
	let wanted: readonly string[] = [];
	let working = false;
	let timer: NodeJS.Timeout | undefined;
	let showing = false;
	let next: Wanted | undefined;

	const tell = throttle<true>(() => send({type: 'facts', facts: facts as Facts}), {
		// Each event draws the screen again, while a person is typing.
		soon: 40,
		every: () => 250,
	});

	const learn = (path: string, fact: Partial<Fact>) => {
		const before = facts.get(path) ?? {size: -1, modified: 0};
		facts.set(path, {...before, ...fact});
	};

	const stats = async (path: string): Promise<void> => {
		if (facts.has(path)) return;
		const found = await lstat(fileOf(path)).catch(() => undefined);
		learn(path, found ? {size: found.size, modified: found.mtimeMs} : {size: -1, modified: 0});
	};

	const details = async (path: string): Promise<void> => {
		const [{fileContent}, {readAt: keptWhen}] = await Promise.all([
			import('../../../core/pictures/files/file-content.ts'),
			import('../../../core/records/sidecars/read-at.ts'),
		]);
		if (facts.get(path)?.content === undefined) learn(path, {content: (await fileContent(path)) ?? null});
		learn(path, {readAt: (await keptWhen(path)) ?? null});
	};

	/** Works off what is on the screen; what has left it meanwhile is left out. */
	const work = async (): Promise<void> => {
		if (working) return;
		working = true;
		while (wanted.some(path => !known.has(path))) {
			const paths = wanted.filter(path => !known.has(path));
			await Promise.all(paths.map(stats));
			tell.add(true);
			for (const path of paths) {
				if (!wanted.includes(path)) continue;
				await details(path);
				known.add(path);
				tell.add(true);
			}
		}
		working = false;
	};

	/** One picture at a time, the latest wanted: opening one cannot be undone. */
	const show = async (): Promise<void> => {
		if (showing) return;
		showing = true;
		while (next) {
			const {path, ...most} = next;
			next = undefined;
			const {thumbnail: glance} = await import('../../../core/pictures/thumbnail.ts');
			const pixels = await glance(path, most);
			if (next) continue;
			send({type: 'previewed', preview: {path, ...most, pixels}});
		}
		showing = false;
	};

	return {
		facts: facts as Facts,
		/** What is kept beside pictures may be another thing by now. */
		forget(): void {
			known = new Set();
		},
		/** What is on the screen now, and the picture that is to be shown. */
		look(paths: readonly string[], picture: Wanted | undefined): void {
			wanted = paths;
			void work();
			clearTimeout(timer);
			next = undefined;
			if (!picture) return;
			timer = setTimeout(() => {
				next = picture;
				void show();
			}, rest);
		},
		/** Size and time of all, some at a time. */
		async lookUp(entries: readonly PickerEntry[], over: () => boolean): Promise<void> {
			for (let at = 0; at < entries.length && !over(); at += together) {
				const some = entries.slice(at, at + together).filter(({path}) => !facts.has(path));
				if (some.length === 0) continue;
				await Promise.all(some.map(({path}) => stats(path)));
				await pause();
			}
			tell.add(true);
		},
		/** Which files are the same, when nothing else is to be done. */
		async inBackground(entries: readonly PickerEntry[], signal: AbortSignal): Promise<void> {
			if (entries.length > compared) return;
			await this.lookUp(entries, () => signal.aborted);
			const {findDuplicateFiles: findSame} = await import('../../../core/pictures/files/duplicate-files.ts');
			// The shorter name first: `a (1).jpg` is the copy of `a.jpg`.
			const inOrder = [...entries].sort((a, b) => a.name.length - b.name.length || byName(a, b));
			const files = inOrder.map(({path}) => ({path, size: facts.get(path)?.size ?? -1}));
			for await (const {path, sameAs} of findSame(files, signal)) {
				learn(path, {sameAs});
				tell.add(true);
			}
		},
		stop(): void {
			clearTimeout(timer);
			wanted = [];
			next = undefined;
			tell.drop();
		},
	};
}
