import type {CalendarDay} from '../../source/core/passport/model/passport.ts';
import type {PassportRecord, PictureIdentity} from '../../source/core/records/record.ts';
import {lookBeside} from '../../source/core/records/sidecars/look-beside.ts';

/** The kept record of a picture. */
export const readSidecar = async (picture: PictureIdentity, today: CalendarDay): Promise<PassportRecord | undefined> =>
	(await lookBeside(picture, today)).record;
