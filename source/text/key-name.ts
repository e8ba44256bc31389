import type {actions} from './en/actions.ts';

/** Returns how the key of an action is written in a sentence; each face has its own table of keys. */
export type KeyName = (id: keyof typeof actions) => string;
