import {passportsOnly} from '../passport/model/document.ts';
import type {Engine, EngineAccount, EngineEntry, EngineOptions, EngineTraits, KeptAnswer} from './engine.ts';
import {type EngineId, engines} from './registry.ts';

/**
 * The recognition engine, as the user chooses it. `auto`: this computer, and the cloud only for what could not be
 * proven here and after a yes. `both`: each picture by both, compared field by field.
 */
export type EngineChoice = EngineId | TwoEngines;

export type TwoEngines = 'auto' | 'both';

const entries: readonly EngineEntry[] = engines;

export const engineIds: readonly EngineId[] = engines.map(({id}) => id);

/** In the order in which they are offered. */
export const engineChoices: readonly EngineChoice[] = ['auto', ...engineIds, 'both'];

/** The first engine that keeps pictures on this computer, and the first that sends them away. */
export const localEngine = entries.find(({remote}) => !remote)!.id as EngineId;
export const remoteEngine = entries.find(({remote}) => remote)!.id as EngineId;

/** The account that the settings hold: of the first engine that needs one. */
export const account: EngineAccount = entries.find(entry => entry.account)!.account!;

/** Of an engine that this version does not know a call may have been charged: nothing of it is paid for twice. */
const unknownEngine: EngineTraits = {
	paid: true,
	remote: true,
	keepsAnswer: false,
	asksForPrinted: false,
	documents: passportsOnly,
};

export const traitsOf = (id: string): EngineTraits => entries.find(entry => entry.id === id) ?? unknownEngine;

/** Whether a name, say of a setting, is a choice of this version. */
export const isEngineChoice = (name: unknown): name is EngineChoice =>
	(engineChoices as readonly unknown[]).includes(name);

export const isTwoEngines = (choice: string): choice is TwoEngines => choice === 'auto' || choice === 'both';

/** Whether every picture is sent away, which needs a yes before anything is read. */
export const sendsAll = (choice: string): boolean => !isTwoEngines(choice) && traitsOf(choice).remote;

/** Whether a picture may be sent away. */
export const mayCost = (choice: string): boolean => isTwoEngines(choice) || traitsOf(choice).remote;

/** Whether the choice can use an account. */
export const usesAccount = (choice: string): boolean => {
	const id = isTwoEngines(choice) ? remoteEngine : choice;
	return entries.find(entry => entry.id === id)?.account !== undefined;
};

/** @throws AppError as `EngineEntry.create` */
export const createEngine = (id: EngineId, options: EngineOptions = {}): Promise<Engine> =>
	entries.find(entry => entry.id === id)!.create(options);

/** An engine that repeats kept answers of `id`; undefined for one that keeps none. */
export const replayEngine = async (
	id: string,
	answers: readonly KeptAnswer[],
	concurrency: number,
): Promise<Engine | undefined> => await entries.find(entry => entry.id === id)?.replay?.(answers, concurrency);
