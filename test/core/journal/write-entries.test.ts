import {expect, it} from 'vitest';
import {between} from '../../../source/core/journal/write-entries.ts';
import {emptyReview, update} from '../../../source/core/review/review.ts';
import {recordOf, today} from '../../support/records.ts';

it('notes a picture that comes as another one is left out, also where both show the same', () => {
	const copy = (path: string) => recordOf(path, {sha256: 'one'});
	const before = ['a', 'b'].reduce(
		(state, path) => update(state, {type: 'addRecord', record: copy(path)}),
		emptyReview(today),
	);
	const left = update(before, {type: 'leaveOut', paths: new Set(['a'])});
	const after = update(left, {type: 'addRecord', record: copy('c')});
	const noted = between(before, after).flatMap(entry => (entry.type === 'records' ? entry.records : []));
	expect(noted.map(({path}) => path)).toContain('c');
});
