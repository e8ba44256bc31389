// A thread that reads pages: the door of a bundle of its own, as cli.ts is.

import {join} from 'node:path';
import {workerData} from 'node:worker_threads';
import {keepCompiled, loadCompiled} from '../../../compiled-code.ts';
import {giveWay, type WithWay} from '../../../give-way.ts';
import type {WithPurpose} from './protocol.ts';

const {purpose, givesWay} = workerData as WithPurpose & WithWay;
if (givesWay) giveWay();
const reading = join(__dirname, 'reading.js');
const {answerAll} = loadCompiled<typeof import('./worker.ts')>(reading, purpose);
answerAll(() => keepCompiled(purpose), purpose);
