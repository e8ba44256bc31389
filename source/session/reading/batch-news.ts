import type {BatchEvent} from '../../core/batch/batch.ts';
import {cleanText} from '../../core/clean-text.ts';
import type {BatchNews} from '../event.ts';

/** Returns what says an event of a batch that concerns the whole batch; undefined where it was said before. */
export function createBatchNews() {
	const holders = new Set<string>();
	let lost = 0;
	const originals = {used: 0, older: 0};
	return (event: Extract<BatchEvent, {type: 'elsewhere' | 'lost' | 'original'}>): BatchNews | undefined => {
		switch (event.type) {
			case 'elsewhere': {
				const {pid, host} = event.holder ?? {pid: 0, host: ''};
				if (pid === process.pid || holders.has(`${host} ${pid}`)) return undefined;
				holders.add(`${host} ${pid}`);
				return {what: 'elsewhere', params: {pid, host: cleanText(host)}};
			}
			case 'lost':
				lost++;
				return {what: 'lost', params: {count: lost}};
			case 'original':
				originals[event.how]++;
				return event.how === 'used'
					? {what: 'originalUsed', params: {count: originals.used}}
					: {what: 'originalOlder', params: {count: originals.older}};
		}
	};
}
