/** The help, apart from what each key does (actions.ts). */
export const help = {
	keysOn: (screen: string) => `keys on the screen "${screen}"`,
	groups: {
		field: 'THIS FIELD',
		passport: 'PASSPORTS',
		move: 'MOVE',
		edit: 'WHILE EDITING',
		export: 'EXPORT',
		choose: 'CHOOSE',
		reading: 'READING',
		text: 'WHILE TYPING',
		always: 'ALWAYS',
	},
	marks: 'MARKS',
	mark: {
		good: 'proven or accepted',
		look: 'to check',
		bad: 'wrong or failed',
		edited: 'edited by hand',
		open: 'not read yet',
		skipped: 'rejected or left out',
		expired: 'expired, or not valid for trip',
	},
	all: 'All actions',
	hint: 'Type to find. Grey keys say why.',
	none: 'No key does that on this screen.',
};
