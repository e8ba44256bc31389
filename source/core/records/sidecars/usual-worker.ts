import {parentPort} from 'node:worker_threads';
import {type UsualQuestion, usualSidecars} from './usual-sidecars.ts';

parentPort?.on('message', (question: UsualQuestion) => parentPort?.postMessage(usualSidecars(question)));
