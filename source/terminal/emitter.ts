/** Something that happens, and those who want to know. */
export interface Emitter<T> {
	on(listener: (value: T) => void): () => void;
	emit(value: T): void;
}

export function createEmitter<T>(): Emitter<T> {
	let listeners: readonly ((value: T) => void)[] = [];
	return {
		on(listener) {
			listeners = [...listeners, listener];
			return () => {
				listeners = listeners.filter(other => other !== listener);
			};
		},
		emit(value) {
			for (const listener of listeners) listener(value);
		},
	};
}
