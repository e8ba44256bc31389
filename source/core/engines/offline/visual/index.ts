export {loadPageNetworks, type PageNetworks} from './networks.ts';
export {readVisual, withoutPrinted} from './read-visual.ts';
