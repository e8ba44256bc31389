import {partOf} from '../picture-address.ts';
import type {PictureIdentity} from './record.ts';

/** What a record is of, whatever its file is called: the same for copies of a picture; undefined where no hash is kept. */
export const contentOf = ({path, sha256}: PictureIdentity): string | undefined =>
	sha256 === '' ? undefined : `${sha256}${partOf(path)}`;
