import {readFile, stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {Server} from '@modelcontextprotocol/sdk/server/index.js';
import {StdioServerTransport} from '@modelcontextprotocol/sdk/server/stdio.js';
import {
	CallToolRequestSchema,
	ErrorCode,
	type JSONRPCMessage,
	ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type {Command} from '../command-line/context.ts';
import {errorLines} from '../command-line/errors.ts';
import {texts} from '../command-line/parse.ts';
import {AppError, exitCodes, toAppError} from '../core/errors.ts';
import {packagePath} from '../core/package-root.ts';
import {projectName} from '../core/settings/folder.ts';
import {rootFolders} from './mcp/roots.ts';
import {inputs, type ToolName, toolList} from './mcp/tool-schemas.ts';
import {callTool, type ToolResult} from './mcp/tools.ts';

const isTool = (name: string): name is ToolName => Object.hasOwn(inputs, name);

const failed = (text: string): ToolResult => ({content: [{type: 'text', text}], isError: true});

/** Collects the answers that are under way. */
function owedAnswers() {
	const owed = new Set<Promise<unknown>>();
	return {
		add<T>(answer: Promise<T>): Promise<T> {
			owed.add(answer);
			void answer.finally(() => owed.delete(answer)).catch(() => {});
			return answer;
		},
		async none(): Promise<void> {
			// What was read last is taken up, and what was answered is written, a turn of the event loop later.
			await setImmediate();
			while (owed.size > 0) await Promise.allSettled(owed);
			await setImmediate();
		},
	};
}

/** Standard input and output, with the answers that JSON-RPC 2.0 asks for where a line is no message. */
function stdioTransport(): StdioServerTransport {
	const transport = new StdioServerTransport();
	transport.onerror = error => {
		const [code, message] =
			error instanceof SyntaxError
				? [ErrorCode.ParseError, 'Parse error: a line is not JSON']
				: [ErrorCode.InvalidRequest, 'Invalid request: a line is no JSON-RPC 2.0 message'];
		// The id is null as long as it is not known (section 5); the SDK's type has no such answer.
		const answer = {jsonrpc: '2.0', id: null, error: {code, message}} as unknown as JSONRPCMessage;
		if (error instanceof SyntaxError || error.name === 'ZodError') void transport.send(answer);
	};
	return transport;
}

/** @throws AppError FILE_NOT_FOUND, NOT_READABLE {path, reason} */
async function mustBeFolder(path: string): Promise<void> {
	const reason = await stat(path).then(
		stats => (stats.isDirectory() ? undefined : 'ENOTDIR'),
		error => String(error.code ?? error),
	);
	if (reason === undefined) return;
	throw new AppError(reason === 'ENOENT' ? 'FILE_NOT_FOUND' : 'NOT_READABLE', {path, reason});
}

/**
 * `mcp [--dir D]`: the same tools over the Model Context Protocol, on standard input and output, until the client leaves:
 * its last requests are answered before.
 * Files are read and written below the roots of the client and the folders of `--dir`, nowhere else.
 *
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE for a folder of `--dir`
 */
export const mcp: Command = async context => {
	const {args, messages, stdin, signal} = context;
	for (const path of texts(args, 'dir')) await mustBeFolder(path);
	const {version} = JSON.parse(await readFile(packagePath('package.json'), 'utf8')) as {version: string};
	const server = new Server({name: projectName, version}, {capabilities: {tools: {}}});

	/** A client that has left is not there to say its roots. */
	const left = new AbortController();
	const roots = async (): Promise<readonly string[]> => {
		const named = server.getClientCapabilities()?.roots
			? await server.listRoots(undefined, {signal: left.signal}).catch(() => ({roots: []}))
			: {roots: []};
		// An agent does not know the folder in which the server was started.
		const given = texts(args, 'dir').map(path => resolve(path));
		return [...given, ...rootFolders(named.roots.map(({uri}) => uri))];
	};
	const owed = owedAnswers();
	const answer = async (name: string, input: unknown, signal: AbortSignal): Promise<ToolResult> => {
		if (!isTool(name)) return failed(messages.commands.mcp.noTool(name));
		const given = inputs[name].safeParse(input ?? {});
		if (!given.success) {
			const faults = given.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
			return failed(messages.commands.mcp.wrongInput(name, faults.join('; ')));
		}
		try {
			return await callTool(name, given.data as never, {context, version, roots: await roots(), signal});
		} catch (thrown) {
			const {code, details} = toAppError(thrown);
			return failed(errorLines(code, details, messages).join('\n'));
		}
	};

	server.setRequestHandler(ListToolsRequestSchema, () => ({tools: toolList()}));
	server.setRequestHandler(CallToolRequestSchema, ({params}, {signal: called}) =>
		owed.add(answer(params.name, params.arguments, called)),
	);

	const closed = new Promise<void>(resolve => {
		server.onclose = resolve;
	});
	const close = () => void server.close();
	stdin.once('end', () => {
		left.abort();
		void owed.none().then(close);
	});
	signal.addEventListener('abort', close, {once: true});
	await server.connect(stdioTransport());
	await closed;
	return exitCodes.ok;
};
