import {EventEmitter} from 'node:events';

const bytesOf = {enter: '\r', tab: '\t', backspace: '\x7f', up: '\x1b[A', down: '\x1b[B'};

/** An input and an output in memory: what is written is counted and timed, and goes nowhere. */
const createPipes = ({columns, rows}) => {
	const stdin = Object.assign(new EventEmitter(), {
		isTTY: true,
		setRawMode: () => {},
		setEncoding: () => {},
		ref: () => {},
		unref: () => {},
		resume: () => {},
		pause: () => {},
		read: () => null,
	});
	const writes = [];
	const stdout = Object.assign(new EventEmitter(), {
		isTTY: true,
		writable: true,
		columns,
		rows,
		write(text, encoding, done) {
			writes.push({at: performance.now(), text});
			(typeof encoding === 'function' ? encoding : done)?.();
			return true;
		},
	});
	return {stdin, stdout, writes};
};

/** Our session as it is run: terminal layer, state, pictures beside Ink, files and journal. */
export const openOurs = ({session, terminal}, {size, opening, reading, configDir, pictures}) => {
	const {stdin, stdout, writes} = createPipes(size);
	const screen = terminal.createTerminal({stdin, stdout});
	screen.enter();
	const {store, close} = session.openSession({
		terminal: screen,
		opening: {...opening, size},
		now: () => new Date(),
		createEngine: async () => ({
			id: 'offline',
			version: 'bench',
			concurrency: 2,
			documents: ['passport'],
			read: async ({path}) => [reading(path)],
			close: async () => {},
		}),
		configDir,
		colors: 'truecolor',
		manner: pictures ? {graphics: 'blocks', colors: 'truecolor'} : undefined,
		onError: error => {
			throw error;
		},
	});
	return {
		store,
		writes,
		isPaintedLater: pictures,
		press: id => stdin.emit('data', Buffer.from(bytesOf[id] ?? id)),
		async close() {
			await close();
			screen.leave();
		},
	};
};

/**
 * The same view code from the same state by Ink's own `render`: its input, its throttle, its whole frames; the pictures
 * laid over the blanks as coloured text. Nothing of our terminal layer, no file, no journal.
 */
export const openStock = ({ink, react, app, store, update, views, paint, key, keys}, {size, state, pageOf}) => {
	const {stdin, stdout, writes} = createPipes(size);
	const own = store.createStore({...state, size}, update.update, () => {});
	const h = react.default.createElement;
	const {Box, Text} = ink;
	let pressed;
	let unread = null;
	stdin.read = () => {
		const bytes = unread;
		unread = null;
		return bytes;
	};
	const painted = new Map();
	const pictureOf = view => {
		const words = JSON.stringify(view);
		const before = painted.get(view.id);
		if (before?.words === words) return before.picture;
		const picture = paint.paint(view, pageOf(view.path), {graphics: 'blocks', colors: 'truecolor'});
		painted.set(view.id, {words, picture});
		return picture;
	};
	const Pictures = () =>
		views
			.picturesShown(react.default.useSyncExternalStore(own.subscribe, own.state))
			.filter(({path}) => pageOf(path))
			.map(pictureOf)
			.map(({x, y, width, rows}, index) =>
				h(
					Box,
					{key: index, position: 'absolute', marginLeft: x, marginTop: y, width, flexDirection: 'column'},
					...rows.map((row, place) => h(Text, {key: place, wrap: 'truncate'}, row)),
				),
			);
	const Screen = () => {
		ink.useInput(() => {
			for (const event of keys.keyEvents(own.state(), pressed, new Date().toISOString())) own.send(event);
		});
		return h(Box, {width: size.columns, height: size.rows}, h(app.App, {store: own}), h(Pictures));
	};
	const {unmount} = ink.render(h(Screen), {
		stdin,
		stdout,
		stderr: createPipes(size).stdout,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	return {
		store: own,
		writes,
		press(id) {
			const named = id in bytesOf;
			pressed = named ? key.namedKey(id, bytesOf[id]) : key.textKey(id);
			unread = bytesOf[id] ?? id;
			stdin.emit('readable');
		},
		async close() {
			unmount();
		},
	};
};
