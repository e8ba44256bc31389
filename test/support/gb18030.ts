const codes = new Map<string, Buffer>();

/** Text in GB18030, as far as its characters take two bytes: Node can only decode it. */
export function gb18030(text: string): Buffer {
	if (codes.size === 0) {
		const decoder = new TextDecoder('gb18030');
		for (let first = 0x81; first <= 0xfe; first++) {
			for (let second = 0x40; second <= 0xfe; second++) {
				if (second !== 0x7f) codes.set(decoder.decode(Buffer.from([first, second])), Buffer.from([first, second]));
			}
		}
	}
	return Buffer.concat(
		[...text].map(character => {
			const code = character <= '\x7f' ? Buffer.from(character) : codes.get(character);
			if (!code) throw new Error(`${character} takes four bytes`);
			return code;
		}),
	);
}
