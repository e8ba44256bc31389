import {readFileSync} from 'node:fs';
import {defineConfig} from 'vitest/config';

/** One room of core, such as `passport`; without it all that are quick. */
const room = process.env.ROOM;

/** Tests of a room in other rooms, which see where its values come from and where they go. */
const rooms: Readonly<Record<string, string[]>> = JSON.parse(
	readFileSync(new URL('mutants/rooms.json', import.meta.url), 'utf8'),
);

/** The tests of core that need no build, no network and no picture to be read: seconds instead of minutes. */
export default defineConfig({
	test: {
		include: room
			? (rooms[room] ?? [`test/core/${room}/**/*.test.ts`])
			: ['test/core/**/*.test.ts', 'test/text/**/*.test.ts'],
		exclude: [
			...(room ? [] : ['test/core/engines/**', 'test/core/pictures/**']),
			'**/property.test.ts',
			'test/core/clean-text.test.ts',
		],
		// For what hangs, not for what is slow on a busy machine.
		testTimeout: 120_000,
		isolate: false,
	},
});
