import {decode} from './decode/decoder.ts';
import type {Picture} from './picture.ts';

/**
 * Returns the JPEG that is all a page of a PDF shows, as a picture; any other picture as it is.
 *
 * @throws AppError as `decodePdf`
 */
export async function pagePicture(picture: Picture): Promise<Picture> {
	if (picture.format !== 'pdf') return picture;
	const page = await decode({kind: 'jpeg', picture});
	return page ? {...picture, bytes: page.jpeg, format: 'jpeg', page: 1, pages: 1} : picture;
}
