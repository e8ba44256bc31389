/** Returns sentences after each other. Chinese has no blank between them. */
export const sentences = (...parts: readonly string[]): string =>
	parts
		.filter(part => part !== '')
		.reduce((said, part) => (said === '' ? part : `${said}${/[。？！]$/.test(said) ? '' : ' '}${part}`), '');
