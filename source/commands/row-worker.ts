import {parentPort, workerData} from 'node:worker_threads';
import {excelPart, type PartQuestion} from '../core/export/excel/part.ts';
import type {NamesApart} from '../core/records/picture-names.ts';
import {isLanguage, messages} from '../text/index.ts';

parentPort?.on('message', (question: PartQuestion) => {
	const {language} = question;
	const part = excelPart(
		question,
		messages(isLanguage(language) ? language : 'en').exported,
		workerData as NamesApart | undefined,
	);
	parentPort?.postMessage(part, [part.xml.buffer as ArrayBuffer]);
});
