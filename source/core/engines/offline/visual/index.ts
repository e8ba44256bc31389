export {type GeneralReader, loadGeneralReader} from './networks.ts';
export {readVisual, withoutPrinted} from './read-visual.ts';
