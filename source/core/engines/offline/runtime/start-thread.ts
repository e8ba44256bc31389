import {Worker} from 'node:worker_threads';
import type {WithWay} from '../../../give-way.ts';
import type {WithPurpose} from './protocol.ts';

/**
 * Megabytes of a thread for what lives only a while. V8 lets it grow to 48 and seldom looks there then; pictures, which are
 * outside of it, are only freed when it does.
 */
const youngMemory = 6;

/** Starts a thread that reads pages. @param file The file that it runs */
export const startThread = (file: string, given: WithPurpose & WithWay): Worker =>
	new Worker(file, {workerData: given, resourceLimits: {maxYoungGenerationSizeMb: youngMemory}});
