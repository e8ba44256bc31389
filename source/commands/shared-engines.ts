import type {Context} from '../command-line/context.ts';
import type {Engine} from '../core/engines/engine.ts';

/** Engines that are made once, however many times they are asked for: one takes a second to load, and counts its calls. */
export function sharedEngines(context: Context) {
	const made = new Map<string, Promise<Engine>>();
	return {
		create: async (...[id, account]: Parameters<Context['createEngine']>): Promise<Engine> => {
			const creating = made.get(id) ?? context.createEngine(id, account);
			made.set(id, creating);
			const engine = await creating;
			return {...engine, read: (...asked) => engine.read(...asked), close: async () => {}};
		},
		async close() {
			for (const engine of await Promise.allSettled(made.values())) {
				if (engine.status === 'fulfilled') await engine.value.close();
			}
		},
	};
}
