import type {GreyImage} from '../../source/core/pictures/picture.ts';

/** The page with a share of its pixels made black or white; the same ones in every run. */
export function salted(page: GreyImage, share: number): GreyImage {
	let seed = 7;
	const random = () => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return seed / 2 ** 32;
	};
	return {...page, data: page.data.map(value => (random() < share ? (random() < 0.5 ? 0 : 255) : value))};
}
