import type {BatchEvent} from '../../core/batch/batch.ts';
import {cleanText} from '../../core/clean-text.ts';
import type {BatchNews} from '../event.ts';

const kinds = ['elsewhere', 'lost', 'unanswered', 'original'] as const;

type Concerning = Extract<BatchEvent, {type: (typeof kinds)[number]}>;

export const isBatchNews = (event: BatchEvent): event is Concerning =>
	(kinds as readonly string[]).includes(event.type);

/** Returns what says an event of a batch that concerns the whole batch; undefined where it was said before. */
export function createBatchNews() {
	const holders = new Set<string>();
	let lost = 0;
	const originals = {used: 0, older: 0};
	return (event: Concerning): BatchNews | undefined => {
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
			case 'unanswered':
				return {what: 'unanswered', params: {count: event.count}};
			case 'original':
				originals[event.how]++;
				return event.how === 'used'
					? {what: 'originalUsed', params: {count: originals.used}}
					: {what: 'originalOlder', params: {count: originals.older}};
		}
	};
}
