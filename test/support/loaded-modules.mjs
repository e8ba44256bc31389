// Loaded with --import: writes the URL of every module that is loaded to stderr, one a line.
import module from 'node:module';

const hooks = `
	import {writeSync} from 'node:fs';
	export async function load(url, context, next) {
		writeSync(2, 'loaded ' + url + '\\n');
		return await next(url, context);
	}
`;

module.register(`data:text/javascript,${encodeURIComponent(hooks)}`);
