import {PassThrough} from 'node:stream';
import {expect, it} from 'vitest';
import {createTalk} from '../../source/line-mode/talk.ts';

/** Two questions, with lines typed at given moments after the first was asked; the answers, and what was said. */
async function answersTo(lines: readonly (readonly [at: number, text: string])[], typed: boolean) {
	const input = new PassThrough();
	const said: string[] = [];
	let now = 0;
	const talk = createTalk(input, line => said.push(line), typed ? {clock: () => now, tooSoon: 'too soon'} : undefined);
	const answers: Promise<readonly (string | undefined)[]> = (async () => [
		await talk.ask('one?'),
		await talk.ask('two?'),
	])();
	for (const [at, text] of lines) {
		now = at;
		input.write(`${text}\n`);
		for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
	}
	input.end();
	return {answers: await answers, said};
}

it('takes a held enter key for one answer', async () => {
	const held = [0, 500, ...Array.from({length: 100}, (_, index) => 533 + index * 33)];
	const {answers, said} = await answersTo(
		held.map(at => [at + 3000, '']),
		true,
	);
	expect(answers).toEqual(['', undefined]);
	expect(said).toEqual(['one?', 'two?', 'too soon']);
});

it('takes two presses with a moment between for two answers, and typed words at any time', async () => {
	expect(
		(
			await answersTo(
				[
					[3000, ''],
					[4200, ''],
				],
				true,
			)
		).answers,
	).toEqual(['', '']);
	expect(
		(
			await answersTo(
				[
					[3000, ''],
					[3100, 'ERIKSSON'],
				],
				true,
			)
		).answers,
	).toEqual(['', 'ERIKSSON']);
});

it('takes every line of a pipe, which come all at once', async () => {
	expect(
		(
			await answersTo(
				[
					[0, ''],
					[0, ''],
				],
				false,
			)
		).answers,
	).toEqual(['', '']);
});
