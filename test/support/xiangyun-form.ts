import type {IncomingMessage} from 'node:http';

export type PictureFormat = 'jpeg' | 'png' | 'bmp' | 'other';

/** What the first bytes say. */
export const formatOf = (bytes: Buffer): PictureFormat => {
	if (bytes.subarray(0, 3).toString('hex') === 'ffd8ff') return 'jpeg';
	if (bytes.subarray(0, 4).toString('hex') === '89504e47') return 'png';
	return bytes.subarray(0, 2).toString('latin1') === 'BM' ? 'bmp' : 'other';
};

/** What came in with a request, however it was written. */
export type Form = {
	readonly body: 'multipart' | 'urlencoded' | 'other';
	readonly names: readonly string[];
	readonly text: (name: string) => string | undefined;
	readonly fileName?: string;
	readonly picture?: Buffer;
	/** How many letters of base64 the picture came in. */
	readonly base64?: number;
};

/** The body of a request, any order of parts, with or without content types. */
export async function formOf(request: IncomingMessage, body: Buffer): Promise<Form> {
	const contentType = request.headers['content-type'] ?? '';
	const nothing = {body: 'other', names: [], text: () => undefined} as const;
	if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(contentType)) return nothing;
	const data = await new Response(new Uint8Array(body), {headers: {'content-type': contentType}})
		.formData()
		.catch(() => undefined);
	if (!data) return nothing;
	const text = (name: string) => {
		const value = data.get(name);
		return typeof value === 'string' ? value : undefined;
	};
	const shared = {
		body: contentType.startsWith('multipart') ? 'multipart' : 'urlencoded',
		names: [...data.keys()],
		text,
	} as const;
	if (request.url?.endsWith('/recogliu.do')) {
		const img = text('img');
		// The head of a `data:` URL is taken for data: no picture comes of it.
		const prefixed = img?.startsWith('data:');
		const letters = img?.replaceAll(' ', '+').replace(/\s/g, '') ?? '';
		if (!img) return shared;
		return {
			...shared,
			picture: Buffer.from(prefixed ? 'rubbish' : letters, prefixed ? 'utf8' : 'base64'),
			base64: img.length,
		};
	}
	const file = data.get('file');
	if (file === null || typeof file === 'string') return shared;
	return {...shared, fileName: file.name, picture: Buffer.from(await file.arrayBuffer())};
}
