import {defineConfig} from 'vitest/config';

/** One room of core, such as `passport`; without it all that are quick. */
const room = process.env.ROOM;

/** Tests of other rooms that see more of a room than its own: where its values come from and where they go. */
const alsoOf: Readonly<Record<string, readonly string[]>> = {
	passport: [
		'test/core/engines/{both,xiangyun/reading,offline/visual/find-date,offline/visual/to-reading}.test.ts',
		'test/core/records/{earlier,json,merge,original,other-documents}.test.ts',
		'test/core/review/**/*.test.ts',
	],
};

/** The tests of core that need no build, no network and no picture to be read: seconds instead of minutes. */
export default defineConfig({
	test: {
		include: room
			? [`test/core/${room}/**/*.test.ts`, ...(alsoOf[room] ?? [])]
			: ['test/core/**/*.test.ts', 'test/text/**/*.test.ts'],
		exclude: [
			...(room ? [] : ['test/core/engines/**', 'test/core/pictures/**']),
			'**/property.test.ts',
			'test/core/clean-text.test.ts',
		],
		// For what hangs; longer than a mutant's limit, so that a busy machine is not taken for a test that fails.
		testTimeout: 120_000,
		isolate: false,
	},
});
