import type {EngineWords} from './en/screens/engine.ts';
import type {Messages} from './index.ts';

/** What is said of an engine; one that this version does not know is called by its own name. */
export const engineWords = ({app}: Messages, id: string): EngineWords =>
	(app.engine.choices as Readonly<Record<string, EngineWords>>)[id] ?? {name: id, state: '', spoken: id};
