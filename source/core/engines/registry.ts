import {documentClasses, passportsOnly} from '../passport/model/document.ts';
import type {EngineEntry} from './engine.ts';
import {credentialsHints} from './xiangyun/credentials.ts';
import {officialEndpoint, parseEndpoint} from './xiangyun/endpoint.ts';

/** All engines there are, in the order in which they are offered. Each is loaded when it is asked for. */
export const engines = [
	{
		id: 'offline',
		paid: false,
		remote: false,
		keepsAnswer: false,
		asksForPrinted: true,
		documents: documentClasses,
		create: async options => await (await import('./offline/engine.ts')).createOfflineEngine(options),
	},
	{
		id: 'xiangyun',
		paid: true,
		remote: true,
		keepsAnswer: true,
		asksForPrinted: false,
		documents: passportsOnly,
		account: {
			address: officialEndpoint,
			destination: parseEndpoint,
			hints: credentialsHints,
			test: async options => (await import('./xiangyun/test-connection.ts')).connectionTest(options),
		},
		create: async options => await (await import('./xiangyun/engine.ts')).createXiangyunEngine(options),
		replay: async (answers, concurrency) => (await import('./xiangyun/kept.ts')).createKeptEngine(answers, concurrency),
	},
] as const satisfies readonly EngineEntry[];

export type EngineId = (typeof engines)[number]['id'];

/** The service that the original skill asked: its files name no engine. */
export const legacyEngine: EngineId = 'xiangyun';
