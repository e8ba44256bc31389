// node test/bench/onnxruntime-answers.mjs: writes what onnxruntime answers for each network, with which a test compares
// our runtime. To be run when a network is new or trained again.
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {installOwnPackages} from '../support/own-packages.mjs';
import {load} from './bundle.mjs';

installOwnPackages(import.meta.dirname);
const {env, InferenceSession, Tensor} = await import('onnxruntime-web');
env.logLevel = 'error';
env.wasm.numThreads = 1;

const {modules, remove} = await load({questions: '../test/support/network-questions.ts'});
const {lineOfType, numbers, pathOf, recogniser, shortAnswer, sizes} = modules.questions;

async function answerer(name) {
	const session = await InferenceSession.create(pathOf(name), {executionProviders: ['wasm']});
	const [input] = session.inputNames;
	const [output] = session.outputNames;
	return async (data, dims) => {
		const {[output]: result} = await session.run({[input]: new Tensor('float32', data, dims)});
		return shortAnswer(result.data, result.dims.map(Number));
	};
}

const answers = {};
for (const [name, asked] of Object.entries(sizes)) {
	const answer = await answerer(name);
	answers[name] = [];
	for (const [seed, dims] of asked.entries()) answers[name].push(await answer(numbers(dims, seed), dims));
}
const {input, dims} = await lineOfType();
answers.lineOfType = [await (await answerer(recogniser))(input, dims)];
await remove();

const lines = Object.entries(answers).map(
	([name, list]) => `\t${JSON.stringify(name)}: [\n${list.map(one => `\t\t${JSON.stringify(one)}`).join(',\n')}\n\t]`,
);
const file = new URL('../core/engines/offline/networks/onnxruntime-answers.json', import.meta.url);
writeFileSync(fileURLToPath(file), `{\n${lines.join(',\n')}\n}\n`);
