import {seconds} from '../counting.ts';

/** The batch while it is read. */
export const reading = {
	of: (done: number, all: number) => `${done} of ${all}`,
	left: (time: number) => `${seconds(time)} left`,
	finished: 'finished',
	paused: 'paused',
	goOn: 'resume',
	starting: 'getting ready',
	stopped: 'stopped',
	waitingForService: 'waiting for the service',
	slowest: (time: number) => `${time.toFixed(1)} s slowest`,
	failed: (count: number) => `${count} failed`,
	again: (seconds: number, why: string, next: number, of: number) => `again in ${seconds} s, ${next} of ${of}: ${why}`,
	share: (percent: number) => `reading ${percent} %`,
	/** How long one picture took. */
	took: (time: string) => `${time} s`,
	heads: {file: 'file', state: 'state', number: 'number', checks: 'digits', time: 'time'},
	keysFailed: 'r reads it again, o opens the picture, x leaves it out',
	keysOther: 'f shows only what failed',
	atATime: (count: number) => `${count} at a time`,
	each: (time: number) => `${time < 10 ? time.toFixed(1) : Math.round(time)} s each`,
	gone: (time: number) => `${seconds(time)} gone`,
	states: {waiting: 'waiting', reading: 'reading', leftOut: 'left out'},
	toLookAt: (fields: readonly string[]) =>
		fields.length > 2 ? `look at ${fields.length} fields` : `look at: ${fields.join(', ')}`,
	kept: 'kept',
	failedBefore: (why: string) => `failed before: ${why}`,
	hintWhile: 'tab starts checking now; reading continues meanwhile.',
	hintHeld: 'tab starts checking now; p reads the rest.',
	hintDone: (clean: number, look: number, failed: number) =>
		`${clean} clean, ${look} to look at, ${failed} failed. enter goes to checking.`,
	hintNothing: 'Nothing could be read. esc goes back to the pictures.',
	onlyFailed: 'failed only',
	nothingFailed: 'Nothing failed.',
};
