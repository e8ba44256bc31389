import {basename, join} from 'node:path';
import {type BatchEvent, type BatchOptions, startBatch} from '../../../source/core/batch/batch.ts';
import type {PageReading, Reading} from '../../../source/core/passport/model/reading.ts';
import type {Picture} from '../../../source/core/pictures/picture.ts';
import type {Outcome} from '../../../source/core/records/record.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {folderOf} from '../../support/pictures.ts';
import {reading, today} from '../../support/records.ts';

/** Pictures of those names in a new folder, each another one. */
export const pictures = (...names: string[]) => {
	const folder = folderOf(names);
	return {folder, paths: names.map(name => join(folder, name))};
};

/** An engine that answers at once. */
export const answering = (answer: (picture: Picture) => Reading | PageReading = () => reading()) =>
	fakeEngine({answer});

/** A batch, and all that it reports. */
export const begin = (options: Pick<BatchOptions, 'paths' | 'engine'> & Partial<BatchOptions>) => {
	const events: BatchEvent[] = [];
	const batch = startBatch({
		today,
		now: () => new Date('2026-11-22T06:00:00Z'),
		onEvent: event => events.push(event),
		...options,
	});
	return {batch, events};
};

/** The outcomes of a batch that runs to its end. */
export const readAll = async (options: Parameters<typeof begin>[0]) => await begin(options).batch.done;

/** Each outcome as the name of its picture, and where the result is from or why there is none. */
export const told = (outcomes: readonly Outcome[]) =>
	outcomes.map(outcome =>
		outcome.kind === 'read'
			? `${basename(outcome.record.path)} ${outcome.from}`
			: `${basename(outcome.failure.path)} ${outcome.failure.code}`,
	);

/** Each item as the name of its picture and its state. */
export const states = (batch: ReturnType<typeof startBatch>) =>
	batch.items().map(item => `${basename(item.path)} ${item.state}`);

/** Lets everything that does not wait for the engine happen, until the engine has been asked `count` times in all. */
export const asked = async (engine: ReturnType<typeof fakeEngine>, count: number) => {
	while (engine.reads.length < count) await new Promise(setImmediate);
};
