import type {Messages} from '../text/index.ts';

type ActionId = keyof Messages['app']['actions'];

/** What only a face does: its menus, its text lines, its terminal, its help. */
export type FaceActionId =
	| 'menu.move'
	| 'menu.choose'
	| 'menu.number'
	| 'edit.clear'
	| 'edit.keys'
	| 'app.quit'
	| 'app.suspend'
	| Extract<ActionId, `help.${string}`>
	| 'app.actions'
	| 'app.help';

/** What a person can do in a session, whatever the face. */
export type ActId = Exclude<ActionId, FaceActionId>;

/** How it is done. */
export type Acting = {
	/** When, ISO 8601 with zone: for what is kept. */
	readonly at: string;
	/** Which of several, from 1. */
	readonly choice?: number | undefined;
	/** Rows of a page, for moving by pages. */
	readonly rows?: number | undefined;
};
