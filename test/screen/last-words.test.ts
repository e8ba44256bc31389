import {expect, it} from 'vitest';
import {lastWords} from '../../source/screen/last-words.ts';
import {stateWith, withRecords} from '../support/app-state.ts';
import {recordOf} from '../support/records.ts';

it('a session that is stopped says how to resume only where something was read, in the language of the moment', () => {
	expect(lastWords(stateWith(), false, undefined)).toBe('Stopped.');
	const read = withRecords(recordOf('/p/1.png'));
	expect(lastWords(read, false, undefined)).toContain('passport-ocr-tui --resume');
	expect(lastWords({...read, language: 'zh'}, false, undefined)).toContain('继续：passport-ocr-tui --resume');
	expect(lastWords(read, true, '/log')).toContain('/log');
});
