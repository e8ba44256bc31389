import type {ExportWords} from '../../core/export/words.ts';
import {countryName} from '../../core/passport/tables/countries.ts';
import {sayReason} from '../reason.ts';
import {fields, fieldsOfOthers} from './fields.ts';
import {misfit} from './misfit.ts';
import {reasons} from './reasons.ts';

/** 列表和表格中的文字。 */
export const exported: ExportWords = {
	fields,
	fieldsOfOthers,
	columns: {
		no: '序号',
		source_image: '源文件',
		status: '状态',
		review: '人工核对',
		surname_printed: '完整姓（印刷）',
		given_name_printed: '完整名（印刷）',
		age: '年龄',
		validity: '有效性',
		days_left: '剩余天数',
		mrz_line1: '机读码第一行',
		mrz_line2: '机读码第二行',
		mrz_line3: '机读码第三行',
		document: '证件',
		issues: '问题',
		reviewed_at: '核对时间',
		full_name: '英文姓名',
		issued: '发证机关及日期',
		remarks: '备注',
	},
	earlierHeads: {
		英文姓: 'surname_english',
		英文名: 'given_name_english',
		国籍代码: 'holder_country_code',
		签发国代码: 'issuing_country_code',
		选择性数据: 'optional_data_mrz',
		姓名: 'name',
		出生地点: 'birth_place',
		签发地点: 'issue_place',
		身份证号码: 'id_number',
		'MRZ 第一行': 'mrz_line1',
		'MRZ 第二行': 'mrz_line2',
	},
	status: {clean: '已验证', check: '待核对', refused: '无法识别'},
	review: {
		unreviewed: '未经人工查看',
		begun: '未核对完',
		typed: '已修改，未核对完',
		accepted: '已接受',
		edited: '已修改',
		rejected: '已剔除',
	},
	documents: {passport: '护照', id: '身份证件', visa: '签证'},
	validity: {valid: '有效', expired: '已过期', 'not-for-trip': '不符合行程', unknown: '无法判断'},
	sheets: {passports: '护照', issues: '问题', notRead: '未识别', summary: '汇总'},
	issueHead: ['序号', '源文件', '字段', '问题'],
	notReadHead: ['源文件', '原因', '处理方法'],
	summaryHead: ['项目', '内容', '人数'],
	photoHeads: {page: '页面', portrait: '照片'},
	photoProblems: {
		gone: '图片无法读取',
		changed: '图片已更换',
		'no-place': '未能定位照片',
		'too-many': '仅前 20,000 行有图片',
	},
	refusal: refusal => {
		switch (refusal.code) {
			case 'unproven':
				return `${fields[refusal.field]}未获验证，也未经人工核对`;
			case 'contradicted':
				return `${fields[refusal.field]}存在矛盾，且未经人工核对`;
			case 'cut-off':
				return `${fields[refusal.field]}在机读码末尾可能被截断，且未经人工核对`;
			case 'missing':
				return `缺少${fields[refusal.field]}`;
			case 'partial':
				return `${fields[refusal.field]}不是完整日期`;
			case 'not-in-lines':
				return `${fields[refusal.field]}含有航空公司指令不支持的字符`;
			case 'no-two-letters':
				return `${fields[refusal.field]}没有两位字母代码`;
			case 'other-document':
				return '证件既不是护照，也不是身份证件';
			case 'single-name':
				return '护照上只有一个姓名，各航空公司要求填写的名不同：请询问后填在“单名”处，或在命令中用 --single-name 给出';
			case 'changed-picture':
				return '图片在识别之后已更改：请重新识别';
			case 'changed-outside':
				return '结果文件被其他程序改动过，之后未经人工核对';
			case 'infant':
				return `婴儿，无法确定随行成人（同姓成人 ${refusal.adults} 名，同姓婴儿 ${refusal.infants} 名）`;
		}
	},
	misfit,
	describe: issue => sayReason(reasons, issue),
	about: (field, said) => `${field}：${said}`,
	country: code => countryName(code, 'zh'),
	semicolon: '；',
	sentences: said => said.join('；').replaceAll('。；', '。'),
};
