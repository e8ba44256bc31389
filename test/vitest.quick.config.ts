import {defineConfig} from 'vitest/config';

/** One room of core, such as `passport`; without it all that are quick. */
const room = process.env.ROOM;

/** The tests of core that need no build, no network and no picture to be read: seconds instead of minutes. */
export default defineConfig({
	test: {
		include: room ? [`test/core/${room}/**/*.test.ts`] : ['test/core/**/*.test.ts', 'test/text/**/*.test.ts'],
		exclude: ['test/core/engines/**', 'test/core/pictures/**', '**/property.test.ts', 'test/core/clean-text.test.ts'],
		testTimeout: 30_000,
		isolate: false,
	},
});
