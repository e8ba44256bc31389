import {cleanText} from '../../core/clean-text.ts';
import type {DocumentShape} from '../../core/passport/model/document.ts';
import type {notices as en} from '../en/notices.ts';
import {formatWords} from '../export-formats.ts';

import {fewNames, fileTime, unopenedName} from '../format.ts';
import {namesIn} from '../names-in.ts';
import {sayShort} from '../reason.ts';
import {commands} from './commands.ts';
import {fields, fieldsOfOthers} from './fields.ts';
import {list} from './list.ts';
import {plain} from './plain.ts';
import {press} from './press.ts';
import {problems} from './problems.ts';
import {reasons} from './reasons.ts';
import {stepWords} from './steps.ts';
import {verdicts} from './verdicts.ts';

const someNames = (names: readonly string[]) =>
	names.length > 2 ? `${fewNames(names.slice(0, 1), '、')} 等 ${names.length} 张` : fewNames(names, '、');

const names = (shape: DocumentShape) => namesIn({fields, fieldsOfOthers}, shape);

/** 刚才发生了什么。 */
export const notices: typeof en = {
	writing: () => '正在导出文件。',
	exportHeld: p => `没有写入：其他会话或命令修改了 ${fewNames(p.names, '、')}。请查看后再次导出。`,
	keptElsewhere: p => `其他会话或命令修改了 ${p.name}：现显示其结果。`,
	picturesNow: p =>
		[
			...(p.replaced.length > 0 ? [`识别后图片已被替换：${someNames(p.replaced)}。`] : []),
			...(p.gone.length > 0 ? [`图片不在了或无法打开：${someNames(p.gone)}。`] : []),
			...(p.opened > 0
				? [`未接受${p.opened === p.replaced.length + p.gone.length ? '' : `其中 ${p.opened} 本`}。`]
				: []),
			...(p.none ? ['没有接受任何护照。'] : []),
			...(p.back.length > 0 ? [`图片已恢复：${someNames(p.back)}。`] : []),
		].join(''),
	setSaved: p => `列已保存为 ${p.name}。`,
	columnsLeft: (_, key) => `列的更改未保存，${press(key('columns.open'), '可继续更改')}。`,
	setDeleted: (p, key) => `已删除 ${p.name}。${press(key('columns.save'), '重新保存')}。`,
	setNotNamed: p =>
		p.name === ''
			? '请给这组列起个名字。'
			: `${p.name} 不能用作名字：须以文字开头，只含文字、数字、- 和 _，且不与已有的列重名。`,
	formNeeds: p => `表单还需要：${p.names.join('、')}。`,
	formDate: p => `${p.text} 不是日期，请写成 2026-11-22 这样。`,
	singleName: p => `${p.text} 不能写入航空公司指令：应为字母，单词之间一个空格，如 FNU。`,
	misnamed: p => `${p.file} 不是 ${formatWords.zh[p.format].file}的名称：请以 ${p.extension} 结尾，或改选其他格式。`,
	accountOpen: ({warning}) => `Key 和 Secret：${commands.config.warnings[warning.code](cleanText(warning.path))}`,
	arrived: ({count, file}) => (count === 1 ? `新图片：${file}。` : `${count} 张新图片：${file} 等。`),
	watchEnds: ({count}) => `已停止监视文件夹；共放入 ${count} 张图片。`,
	passedOver: ({paths}) => plain.passedOver(paths.map(unopenedName)),
	cameLate: (p, key) =>
		`询问之后才出现，未发送：${someNames(p.names)}。选中后${press(key('reading.again'), '发送该图片')}。`,
	lastCalls: ({calls}) => commands.recognize.lastCalls(fileTime(new Date(calls.at)), commands.recognize.calls(calls)),
	keysIgnored: ({problem}) =>
		`自定义按键未启用：${commands.config.keysProblem(problem)}。请用 config set keys 重新设置。`,
	accepted: p => `已接受：${p.name}。`,
	acceptedOver: (p, key) => `已接受，但有 ${p.fields} 个字段未经验证：${p.name}。${press(key('app.undo'), '撤销')}。`,
	refuted: (p, key) => {
		const again = key(p.decision === 'accept' ? 'passport.accept' : 'field.confirm');
		const why = p.why && p.fields.length === 1 ? reasons[p.why.code].short(p.why.params ?? {}) : '有不符之处';
		return `${p.fields.map(field => names(p.shape)[field]).join('、')}：${why}。再${press(again, '一次，按现有内容接受')}；${press(key('field.edit'), '修改')}。`;
	},
	taken: (p, key) => `${names(p.shape)[p.field]}已改为 ${p.value}。${press(key('app.undo'), '撤销')}。`,
	acceptedEmpty: (p, key) =>
		`已接受，但${p.fields.map(field => names(p.shape)[field]).join('、')}为空：${p.name}。${press(key('app.undo'), '撤销')}。`,
	notSaveable: p => reasons[p.why.code].sentence(p.why.params ?? {}),
	against: p =>
		p.value === ''
			? `${names(p.shape)[p.field]}为空。再保存一次则留空。`
			: `${names(p.shape)[p.field]} ${p.value}：${reasons[p.why.code].short(p.why.params ?? {})}。再保存一次则按输入保留。`,
	typedAgainst: (p, key) =>
		p.value === ''
			? `${p.name}：${names(p.shape)[p.field]}已留空。${press(key('app.undo'), '撤销')}。`
			: `${p.name}：${names(p.shape)[p.field]} ${p.value} 已按输入保留，但${sayShort(reasons, p.why)}。${press(key('app.undo'), '撤销')}。`,
	copied: () => '已发送到剪贴板（需要终端允许）。',
	typedLength: p => `第 ${p.line} 行有 ${p.length} 个字符，应为 ${p.of} 个。`,
	typedWrong: (p, key) =>
		`校验位不符：${p.digits.map(name => commands.validate.of[name]).join('、')}。请与图片核对；再${press(key('mrz.next'), '一次，仍然保留')}。`,
	typedFirst: () => '第一行以 P、签发国代码和姓名开头，如 P<UTOERIKSSON<<ANNA。',
	elsewhere: p => (p.pid > 0 ? commands.recognize.elsewhere(p.pid, p.host) : commands.recognize.elsewhereUnknown),
	lost: p => commands.recognize.lost(p.count),
	unanswered: p => commands.recognize.unanswered(p.count),
	originalUsed: p => commands.recognize.originalUsed(p.count),
	originalOlder: p => commands.recognize.originalOlder(p.count),
	laterKept: p => commands.recognize.later(p.file, p.sidecar),
	pasted: p =>
		[
			...(p.count > 0 ? [`已选择粘贴的 ${p.count} 张图片。`] : []),
			...(p.without > 0 ? [`有 ${p.without} 个路径没有图片。`] : []),
		].join(''),
	opening: () => '正在用其他程序打开。',
	notOpened: p => `没有程序能打开它：${p.path}`,
	rejected: (p, key) => `已剔除，不会导出：${p.name}。${press(key('app.undo'), '撤销')}。`,
	skipped: p => `稍后再看，仍待核对：${p.name}。`,
	acceptedClean: (p, key) =>
		[
			`已接受 ${p.count} 本已验证的护照。`,
			...(p.without.length > 0 ? [`图片已更改或不在了，未接受：${someNames(p.without)}。`] : []),
			`${press(key('app.undo'), '撤销')}。`,
		].join(''),
	undone: (p, key) => `已撤销：${stepWords(p)}。${press(key('app.redo'), '重做')}。`,
	redone: p => `已重做：${stepWords(p)}。`,
	secretKept: p => (p.problem === undefined ? 'Secret 已保存到系统钥匙串。' : commands.config.notInKeychain(p.problem)),
	credentialsStored: () => 'Key 和 Secret 已保存。',
	testing: () => '正在询问服务……',
	tested: ({verdict, said}, key) =>
		said === '' ? verdicts(key)[verdict] : `${verdicts(key)[verdict]}服务返回：${said}`,
	staysHere: () => '继续在本机识别。',
	secondWaits: p => `还有 ${p.count} 张图片可以发送到云端：请到“识别”画面回答。`,
	secondNeedsAccount: p => `保存账号后（首页 › 识别方式），云端还可以识别这 ${p.count} 张图片。`,
	noHelp: p => `${p.file}：云端未能识别（${problems(p.code)}），保留第一次的结果。`,
	paused: (_, key) => `已暂停，${press(key('reading.pause'), '继续')}。`,
	resumed: () => '继续识别。',
	atATime: p => `同时识别 ${p.count} 张`,
	readingAgain: p => `重新识别 ${p.count} 张图片`,
	leftOut: (p, key) => `已移出：${p.file}。${press(key('reading.again'), '可以再识别')}。`,
	tripSet: (p, key) =>
		`${p.isPast ? '行程日期已过。' : ''}${p.unfit === '' ? '已识别的护照都符合行程。' : `已识别的护照中：${p.unfit}。在列表中${press(key('batch.show'), '查看')}。`}`,
	tripNone: () => '没有行程：按今天判断有效期。',
	tripWrong: () => '没有这样的日期，或可能指两天（如 01/02/2027）。请输入一天，或首尾两天，如 2027-02-01 2027-02-14。',
	journalBroken: () => list.resume.broken,
	nothingToResume: () => list.resume.none,
	cameBack: p =>
		[
			list.resume.back(p, p.folder),
			...(p.replaced.length > 0 ? [list.resume.replaced(p.replaced.length, someNames(p.replaced))] : []),
			...(p.gone.length > 0 ? [list.resume.gone(p.gone.length, someNames(p.gone))] : []),
			...(p.missing > 0 ? [list.resume.missing(p.missing)] : []),
		].join(''),
	settingsBroken: p => `设置文件无法读取，已移到一边：${p.path}`,
};
