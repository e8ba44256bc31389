import {onTestFinished} from 'vitest';
import {Screen} from '../../source/terminal/screen.ts';
import {createFakeTerminal} from '../support/terminal.ts';

/** A screen over a terminal with a shell's lines above it; it is left when the test is over. */
export async function openScreen(columns = 20, rows = 5) {
	const fake = createFakeTerminal({columns, rows});
	const screen = new Screen(fake.stdout, {fps: 1000});
	onTestFinished(() => screen.leave());
	await fake.feed('$ ls\r\nold.jpg\r\n'.repeat(rows));
	screen.enter();
	fake.stdout.on('resize', () => screen.repaint());
	const show = async (...lines: string[]) => {
		screen.draw(lines.join('\n'));
		await screen.whenPainted();
	};
	return {fake, screen, show};
}

/** The bytes that one change costs. */
export async function cost(fake: {written(): number}, change: () => Promise<unknown>): Promise<number> {
	const before = fake.written();
	await change();
	return fake.written() - before;
}
