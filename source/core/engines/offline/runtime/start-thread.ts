import {setFlagsFromString} from 'node:v8';
import {Worker} from 'node:worker_threads';
import type {WithWay} from '../../../give-way.ts';
import type {WithPurpose} from './protocol.ts';

/**
 * Megabytes of a thread for what lives only a while. V8 lets it grow to 48 and seldom looks there then; pictures, which are
 * outside of it, are only freed when it does.
 */
const youngMemory = 6;

/**
 * Megabytes under which V8 does not look through all that a thread holds. By itself it would for every second page, and each
 * time it forgets the compiled code of functions that live only while others run: a sixth of the time that pages take.
 */
const oldMemory = 30;

/**
 * Sets what V8 asks when a thread starts. Called before the program's compiled code is loaded, which V8 refuses when it was
 * kept with other flags.
 */
export const setThreadMemory = (): void => setFlagsFromString(`--initial-old-space-size=${oldMemory}`);

/** Starts a thread that reads pages. @param file The file that it runs */
export const startThread = (file: string, given: WithPurpose & WithWay): Worker =>
	new Worker(file, {workerData: given, resourceLimits: {maxYoungGenerationSizeMb: youngMemory}});
