type Tensor = {readonly data: Float32Array; readonly dims: readonly number[]};
type Session = {
	readonly inputNames: readonly string[];
	readonly outputNames: readonly string[];
	run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
	release(): Promise<void>;
};

/** What both builds of onnxruntime offer. */
export type Runtime = {
	readonly InferenceSession: {create(model: Uint8Array, options: Record<string, unknown>): Promise<Session>};
	readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
	/** For every session. One thread each: several pages are read in several workers instead. */
	readonly options: Record<string, unknown>;
};
