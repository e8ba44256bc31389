import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import {createTextFinder} from '../support/unused-texts.ts';

it('every text is asked for by somebody', {timeout: 240_000}, () => {
	const unused = createTextFinder(fileURLToPath(new URL('../..', import.meta.url)));
	expect(unused()).toEqual([]);

	const withoutScreen = unused(path => !path.endsWith('/ui/screens/done.tsx'));
	expect(withoutScreen).toContain('app.done.next');
	expect(withoutScreen).not.toContain('app.done.written');
});
