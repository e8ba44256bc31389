export {loadPageNetworks, type PageNetworks} from './lines/networks.ts';
export {readVisual, withoutPrinted} from './read-visual.ts';
