import type {AppKeys, KeyInUse, OwnKeys} from '../../core/settings/own-keys.ts';
import {bindingsWith, keysProblem} from './keymap.ts';
import {canChange} from './own-keys.ts';

const inUse = (own: OwnKeys): readonly KeyInUse[] => {
	const rows = new Map<string, KeyInUse>();
	for (const {usual, used} of bindingsWith(own)) {
		const {id, keys, scope} = used;
		const same = JSON.stringify([id, keys]);
		const before = rows.get(same);
		rows.set(same, {
			action: id,
			keys,
			usual: before?.usual ?? usual.keys,
			screens: [...(before?.screens ?? []), scope],
			canChange: before?.canChange || canChange(used),
		});
	}
	return [...rows.values()].sort((one, other) => Number(other.canChange) - Number(one.canChange));
};

/**
 * The app's table of keys as the commands see it, keys that can be changed first: an action again where other screens have
 * other keys for it.
 */
export const appKeys: AppKeys = {problem: keysProblem, inUse};
