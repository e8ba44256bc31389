import {describe, expect, it} from 'vitest';
import {geometryOf} from '../../source/core/records/geometry.ts';
import {detailsOf} from '../../source/session/review/details.ts';
import {press, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {placedReading} from '../support/placed.ts';
import {mrz, recordOf} from '../support/records.ts';

const doubtful = placedReading(mrz, [
	[0, 8],
	[1, 2],
]);

const open = () =>
	withRecords(recordOf('/p/a.png', {sha256: 'f'.repeat(64), reading: doubtful, geometry: geometryOf(doubtful)!}));

const texts = (state: ReturnType<typeof open>): readonly string[] => detailsOf(state).map(({text}) => text);

describe('all that is known of a picture', () => {
	it('names the file, every field with all its reasons, both readings, and the places', () => {
		const said = texts(open()).join('\n');
		expect(said).toContain('/p/a.png');
		expect(said).toContain(`SHA-256 ${'f'.repeat(64)}`);
		expect(said).toContain('Surname: ERIKSSON');
		expect(said).toContain('MRZ line 1, characters 6 to 13: ERIKSSON');
		expect(said).toMatch(/position 9\b/);
		expect(said).toContain(mrz[0]);
		expect(said).toMatch(/Line 2 from \d+, \d+ to \d+, \d+/);
	});

	it('hides what often is a national identity number until m is pressed, or the cursor is on it', () => {
		const number = 'ZE184226B';
		expect(texts(open()).join('\n')).not.toContain(number);
		const shown = texts(press(open(), 'i', 'm').state).join('\n');
		for (const text of [...mrz, `Optional data: ${number}`]) expect(shown).toContain(text);
		expect(texts(press(open(), 'i', 'm', 'm').state).join('\n')).not.toContain(number);
		const onIt = press(open(), ...Array.from({length: 8}, () => 'j')).state;
		expect(onIt.review.field).toBe('optional_data_mrz');
		expect(texts(onIt).join('\n')).toContain(`Optional data: ${number}`);
	});

	it('shows the number in part, as lists do, until m is pressed', () => {
		const number = 'L898902C3';
		const typed = press(open(), 'e', 'backspace', '4', 'enter', 'k').state;
		for (const state of [open(), typed]) expect(texts(state).join('\n')).not.toMatch(/898902|98902C/);
		expect(texts(open())).toContain('MRZ line 2, characters 1 to 9: L8*****C3');
		expect(texts(press(open(), 'i', 'm').state).join('\n')).toContain(`Passport number: ${number}`);
	});

	it('lists what was decided, in its order, until it is undone', () => {
		const state = press(open(), 'e', 'backspace', 'M', 'enter', 'a').state;
		const said = texts(state).join('\n');
		expect(said).toMatch(/Surname: "ERIKSSON" became "\w+"/);
		expect(said).toMatch(/1\. a value typed for/);
		expect(texts(press(state, 'u').state).join('\n')).not.toContain('1. a value');
	});

	it('opens with i, can be read to its end in a small window, and closes with i and esc', async () => {
		const engine = fakeEngine({concurrency: 1, answer: () => doubtful});
		const app = openDrawn({columns: 60, rows: 16, pictures: ['a.png'], paths: ['.'], chosen: 'offline', engine});
		await app.waitFor('100 %');
		await app.toReview();
		await app.walk('i');
		await app.waitFor('About the picture');
		await app.waitFor(/↓ \d+ more/);
		await app.walk('G');
		await app.waitFor(lines => lines.some(line => line.includes('↑')) && !lines.some(line => line.includes('↓')));
		await app.walk('k', 'i');
		await app.waitFor(([first = '']) => first.includes('Check'));
		await app.walk('i', 'esc');
		await app.waitFor(([first = '']) => first.includes('Check'));
		app.expectFits();
	});
});
