/** The choice of who reads. */
export const engine = {
	question: 'Who reads the pictures?',
	offline: 'This computer (offline)',
	offlineState: 'ready',
	offlineVisual: 'This computer, printed text too',
	offlineVisualState: 'a second a picture',
	offlineMore: [
		'No picture leaves this computer. No account, no cost.',
		'Check digits prove what was read.',
		'Printed text too: places, authority, date of issue.',
	] as readonly string[],
	xiangyun: 'Xiangyun cloud service',
	xiangyunState: 'needs an account',
	xiangyunKept: 'account stored',
	hint: 'You can change this later from the first screen.',
	xiangyunMore: (where: string): readonly string[] => [
		`Sends pictures to ${where}, paid one by one.`,
		'Reads the printed text too. Needs a key and a secret.',
	],
};
