import {expect, it} from 'vitest';
import {lastWords} from '../../source/screen/last-words.ts';
import {stateWith, withRecords} from '../support/app-state.ts';
import {recordOf} from '../support/records.ts';

it('a session that is stopped says how to resume only where something was read, in the language of the moment', () => {
	expect(lastWords(stateWith(), {failed: false})).toBe('Stopped.');
	const read = withRecords(recordOf('/p/1.png'));
	expect(lastWords(read, {failed: false})).toContain('passport-ocr-tui --resume');
	expect(lastWords({...read, language: 'zh'}, {failed: false})).toContain('继续：passport-ocr-tui --resume');
	expect(lastWords(read, {failed: false, owed: 2})).toBe(
		'Waiting for 2 answers that may have been charged; nothing more is sent.',
	);
	expect(lastWords(read, {failed: true, logFile: '/log'})).toContain('/log');
});
