import type {picker as en} from '../../en/screens/picker.ts';
import {seconds} from '../counting.ts';
import {press} from '../press.ts';

/** 选择图片。 */
export const picker: typeof en = {
	chosen: (count, all) => `已选 ${count} / ${all}`,
	chosenAnywhere: count => `已选 ${count}`,
	searching: '查找中',
	filter: '筛选',
	matches: count => `${count} 个匹配`,
	files: count => `${count} 张图片`,
	pages: count => `${count} 页`,
	page: (number, count) => `第 ${number} 页，共 ${count} 页`,
	pagesChosen: (chosen, count) => `${count} 页中的 ${chosen} 页`,
	chosenInside: (count, all) => `已选 ${count} / ${all}`,
	up: '../',
	sort: {name: '按名称', time: '最新在前', size: '最大在前'},
	ordering: '排序中',
	hidden: '含隐藏文件',
	about: time => `约需 ${seconds(time)}`,
	marks: {
		new: '未识别',
		before: '识别过',
		small: size => `太小（${size}）`,
		unreadable: '无法读取',
		same: file => `同 ${file}`,
		notBefore: '以前没有识别过',
		beforeAgo: days => (days === 0 ? '今天识别过' : days === 1 ? '昨天识别过' : `${days} 天前识别过`),
	},
	more: count => `还有 ${count} 行`,
	empty: '这里没有图片：JPEG、PNG、HEIC、PDF、WebP、TIFF、ZIP 等。',
	emptyHere: '这个文件夹本身没有图片。',
	emptyFilter: '没有匹配的图片。',
	path: '前往',
	hintAll: (count, key) => `${press(key('picker.all'), `选择全部 ${count} 张`)}，${press(key('picker.start'), '开始')}`,
	hintChosen: (count, size, key) =>
		`${press(key('picker.start'), `识别 ${count} 张图片`)}${size === '' ? '' : `，共 ${size}`}`,
	hintKept: '以前识别过：直接使用图片旁保存的结果，不会重复计费。',
	hintMatches: (count, key) => `${press(key('picker.all'), `选择全部 ${count} 张匹配的图片`)}。`,
	hintFolder: key =>
		`${press(key('picker.start'), '打开文件夹')}，${press(key('picker.toggle'), '选择其中的全部图片')}`,
	hintPages: (count, key) => `共 ${count} 页：${press(key('picker.open'), '列出各页')}，可只选其中几页。`,
	hintPage: key => `${press(key('picker.toggle'), '选择这一页')}，${press(key('picker.parent'), '收起各页')}。`,
	hintZip: key => `${press(key('picker.open'), '解压到旁边的文件夹并列出其中的图片')}。`,
	passedOver: (name, more) => `未打开：${name}${more > 0 ? ` 等 ${more + 1} 个文件` : ''}。`,
	hintEnd: '。',
	passedOverHere: key =>
		`其中可能有图片：Word 文档和链接可${press(key('picker.goTo'), '输入名称打开')}；压缩包请先解压，邮件请先保存附件。`,
	hintFilter: key =>
		`输入文件名的一部分。${press(key('filter.keep'), '保留筛选')}，${press(key('filter.drop'), '取消筛选')}。`,
};
