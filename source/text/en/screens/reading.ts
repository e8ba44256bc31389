import type {KeyName} from '../../key-name.ts';
import {seconds} from '../counting.ts';

/** The batch while it is read. */
export const reading = {
	of: (done: number, all: number) => `${done} of ${all}`,
	left: (time: number) => `${seconds(time)} left`,
	finished: 'finished',
	paused: 'paused',
	goOn: 'resume',
	starting: 'getting ready',
	startingReader: 'starting the reader',
	/** `count`: of pictures that have come. */
	watched: (count: number) => (count === 0 ? 'watching the folder' : `watching the folder, ${count} new`),
	watchNoMore: 'stop watching',
	waitingForPictures: 'waiting for pictures',
	stopped: 'stopped',
	waitingForService: 'waiting for the service',
	slowest: (time: number) => `${time.toFixed(1)} s slowest`,
	failed: (count: number) => `${count} failed`,
	again: (seconds: number, why: string, next: number, of: number) => `again in ${seconds} s, ${next} of ${of}: ${why}`,
	share: (percent: number) => `reading ${percent} %`,
	/** How long one picture took. */
	took: (time: string) => `${time} s`,
	heads: {file: 'file', state: 'state', number: 'number', checks: 'digits', time: 'time'},
	keysFailed: (key: KeyName) =>
		`${key('reading.again')} reads it again, ${key('reading.openOutside')} opens the picture, ${key('reading.leaveOut')} leaves it out`,
	keysOther: (key: KeyName) => `${key('reading.failedOnly')} shows only what failed`,
	atATime: (count: number) => `${count} at a time`,
	each: (time: number) => `${time < 10 ? time.toFixed(1) : Math.round(time)} s each`,
	elapsed: (time: number) => `${seconds(time)} elapsed`,
	calls: (made: number, paid: number, perhaps: number) =>
		`${made} calls, ${paid} paid${perhaps > 0 ? `, ${perhaps} perhaps` : ''}`,
	states: {waiting: 'waiting', reading: 'reading', leftOut: 'left out'},
	toCheck: (fields: readonly string[]) =>
		fields.length > 2 ? `${fields.length} fields to check` : `to check: ${fields.join(', ')}`,
	kept: 'kept',
	failedBefore: (why: string) => `failed before: ${why}`,
	hintWhile: (key: KeyName) => `${key('reading.review')} starts checking now; reading continues meanwhile.`,
	hintHeld: (key: KeyName) => `${key('reading.review')} starts checking now; ${key('reading.pause')} reads the rest.`,
	hintDone: (counts: string, key: KeyName) => `${counts}. ${key('reading.review')} goes to checking.`,
	hintWatching: (key: KeyName) => `Pictures that come into the folder are read; ${key('reading.watch')} ends that.`,
	hintNothing: (key: KeyName) => `Nothing could be read. ${key('app.back')} goes back to the pictures.`,
	onlyFailed: 'failed only',
	nothingFailed: 'Nothing failed.',
};
