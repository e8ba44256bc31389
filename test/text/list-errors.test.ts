import {expect, test} from 'vitest';
import {messages} from '../../source/text/index.ts';

test.each(
	(['en', 'zh'] as const).flatMap(language =>
		['unreadable', 'totals', 'formula', 'heads'].map(reason => [language, reason] as const),
	),
)('%s: what helps with a list (%s) names no option, because a session has none', (language, reason) => {
	const steps = messages(language).errors.next('NOT_A_LIST', {path: 'list.xlsx', reason});
	expect(steps).not.toEqual([]);
	expect(steps.join(' ')).not.toContain('--');
});
