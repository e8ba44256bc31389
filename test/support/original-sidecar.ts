import {fieldOfDesc} from '../../source/core/passport/printed/service-fields.ts';
import type {Item} from './xiangyun-answers.ts';

/** A sidecar as the original skill writes it: flat text, no hash, no version. The person is invented. */
export const originalSidecar = (sourceImage = 'passport.jpg') => ({
	success: true,
	document_type: 'PO',
	passport_number_mrz: 'EJ4471902',
	name: '林晓媛',
	name_english: 'LIN  XIAOYUAN',
	sex: '女',
	birth_date: '1991-03-14',
	expiry_date: '2031-08-22',
	issuing_country_code: 'CHN',
	surname_english: 'LIN',
	given_name_english: 'XIAOYUAN',
	mrz_line1: 'POCHNLIN<<XIAOYUAN<<<<<<<<<<<<<<<<<<<<<<<<<<',
	mrz_line2: 'EJ44719024CHN9103144F3108228NAOOKPMELPNFA918',
	holder_country_code: 'CHN',
	passport_number: 'EJ4471902',
	birth_place: '福建',
	issue_date: '2021-08-23',
	rfid_mrz: '',
	本国姓: '',
	name_pinyin: 'LIN,XIAOYUAN',
	issuing_authority_ocr: '中华人民共和国国家移民管理局',
	recognized_at: '2026-11-22 06:22:47',
	source_image: sourceImage,
});

/** Names of the service that the original skill has no key for: it keeps them as they are, in lower case. */
const unknown = new Set(['本国姓', '本国名', '身份统一编号（台湾护照）', '选择性数据输出MRZ', '英文姓（VIZ）']);

/** The sidecar that the original skill writes for an answer: nothing is trimmed, the last of a repeated name wins. */
export const originalResult = (items: readonly Item[], sourceImage = 'passport.jpg') => ({
	success: true,
	...Object.fromEntries(
		items.map(([desc, content]) => [
			(unknown.has(desc) ? undefined : fieldOfDesc(desc)?.key) ?? desc.replaceAll(' ', '_').toLowerCase(),
			content ?? '',
		]),
	),
	recognized_at: '2026-11-22 06:22:47',
	source_image: sourceImage,
});
