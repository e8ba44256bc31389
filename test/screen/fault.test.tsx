import {render, Text} from 'ink';
import {expect, it, onTestFinished} from 'vitest';
import {FaultBoundary} from '../../source/screen/components/fault-boundary.tsx';
import {createTerminal} from '../../source/terminal/terminal.ts';
import {createFakeTerminal} from '../support/terminal.ts';

const Broken = ({breaks}: {readonly breaks: boolean}) => {
	if (breaks) throw new Error('a fault');
	return <Text>as usual</Text>;
};

it.each(['in the first frame', 'later'])(
	'a throw while drawing, %s, is handed on, and no line of code is drawn',
	async when => {
		const fake = createFakeTerminal({columns: 80, rows: 24});
		const terminal = createTerminal(fake);
		terminal.enter();
		onTestFinished(() => terminal.leave());
		const errors: unknown[] = [];
		const frame = (breaks: boolean) => (
			<FaultBoundary onError={error => errors.push(error)}>
				<Broken breaks={breaks} />
			</FaultBoundary>
		);
		const {stdin, stdout, stderr} = terminal;
		const ink = render(frame(when !== 'later'), {
			stdin,
			stdout,
			stderr,
			debug: true,
			exitOnCtrlC: false,
			patchConsole: false,
		});
		onTestFinished(() => ink.unmount());
		if (when === 'later') {
			await fake.waitFor('as usual');
			expect(errors).toEqual([]);
			ink.rerender(frame(true));
		}
		expect(errors).toEqual([new Error('a fault')]);
		await fake.waitFor(rows => rows.join('').trim() === '');
	},
);
