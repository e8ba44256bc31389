import {type DocumentClass, documentClasses, passportsOnly} from '../core/passport/model/document.ts';
import {type Arguments, text} from './parse.ts';

/** What `--documents` names, in the usual order; passports alone without it. */
export function askedDocuments(args: Arguments): readonly DocumentClass[] {
	const names = text(args, 'documents')?.split(',');
	return names ? documentClasses.filter(one => names.includes(one)) : passportsOnly;
}
