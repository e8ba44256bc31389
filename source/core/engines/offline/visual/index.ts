export {type GeneralReader, loadGeneralReader} from './networks.ts';
export {readVisual} from './read-visual.ts';
