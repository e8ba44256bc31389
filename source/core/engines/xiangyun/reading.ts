import type {Issue} from '../../passport/model/passport.ts';
import type {Reading} from '../../passport/model/reading.ts';
import {serviceReading} from '../../passport/printed/service-reading.ts';
import type {ChosenCard} from './card.ts';

/** Changes when an answer is understood in another way. What was paid for is still kept. */
export const version = '1';

/** Another passport in the picture that was not read. */
const unread = (count: number): Issue => ({code: 'several-passports', params: {count}, blocks: true});

/** A passport's card as a reading. */
export const readingOf = ({answer, passports}: ChosenCard): Reading => ({
	...serviceReading('xiangyun', answer),
	...(passports > 1 ? {issues: [unread(passports)]} : {}),
});
