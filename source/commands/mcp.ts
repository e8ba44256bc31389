import {readFile} from 'node:fs/promises';
import {Server} from '@modelcontextprotocol/sdk/server/index.js';
import {StdioServerTransport} from '@modelcontextprotocol/sdk/server/stdio.js';
import {CallToolRequestSchema, ListToolsRequestSchema} from '@modelcontextprotocol/sdk/types.js';
import type {Command} from '../command-line/context.ts';
import {errorLines} from '../command-line/errors.ts';
import {texts} from '../command-line/parse.ts';
import {exitCodes, toAppError} from '../core/errors.ts';
import {packagePath} from '../core/package-root.ts';
import {projectName} from '../core/settings/folder.ts';
import {rootFolders} from './mcp/roots.ts';
import {inputs, type ToolName, toolList} from './mcp/tool-schemas.ts';
import {callTool, type ToolResult} from './mcp/tools.ts';

const isTool = (name: string): name is ToolName => Object.hasOwn(inputs, name);

const failed = (text: string): ToolResult => ({content: [{type: 'text', text}], isError: true});

/**
 * `mcp [--dir D]`: the same tools over the Model Context Protocol, on standard input and output, until the client leaves.
 * Files are read and written below the roots of the client and the folders of `--dir`, nowhere else.
 */
export const mcp: Command = async context => {
	const {args, messages, stdin, signal} = context;
	const {version} = JSON.parse(await readFile(packagePath('package.json'), 'utf8')) as {version: string};
	const server = new Server({name: projectName, version}, {capabilities: {tools: {}}});

	const roots = async (): Promise<readonly string[]> => {
		const named = server.getClientCapabilities()?.roots ? (await server.listRoots()).roots : [];
		return [...texts(args, 'dir'), ...rootFolders(named.map(({uri}) => uri))];
	};

	server.setRequestHandler(ListToolsRequestSchema, () => ({tools: toolList()}));
	server.setRequestHandler(CallToolRequestSchema, async ({params}, extra): Promise<ToolResult> => {
		const {name} = params;
		if (!isTool(name)) return failed(messages.commands.mcp.noTool(name));
		const input = inputs[name].safeParse(params.arguments ?? {});
		if (!input.success) {
			const faults = input.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
			return failed(messages.commands.mcp.wrongInput(name, faults.join('; ')));
		}
		try {
			return await callTool(name, input.data as never, {context, version, roots: await roots(), signal: extra.signal});
		} catch (thrown) {
			const {code, details} = toAppError(thrown);
			return failed(errorLines(code, details, messages).join('\n'));
		}
	});

	const closed = new Promise<void>(resolve => {
		server.onclose = resolve;
	});
	const close = () => void server.close();
	stdin.once('end', close);
	signal.addEventListener('abort', close, {once: true});
	await server.connect(new StdioServerTransport());
	await closed;
	return exitCodes.ok;
};
