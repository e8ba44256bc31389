import type {plain as en} from '../en/plain.ts';
import {formatWords} from '../export-formats.ts';
import {anyOf} from './counting.ts';
import {stepWords} from './steps.ts';

export const plain: typeof en = {
	start: answer => `直接回车采用建议的答案。输入 ${answer('stop')} 停止，已识别和核对的内容会保留。`,
	goOnOrNot: (batch, answer) => `${batch}。直接回车：继续。${answer('no')}：选择其他图片。`,
	halfTyped: (file, field, typed) => `上次在 ${file} 中输入的内容未保存。${field}：${typed}`,
	halfTypedLine: (file, line, typed) => `上次为 ${file} 录入的机读码未保存。第 ${line} 行：${typed}`,
	where: folder => `请输入文件夹或图片的路径。直接回车：${folder}`,
	passedOver: names =>
		`以下文件未打开，其中可能有图片：${names.slice(0, 3).join('、')}${names.length > 3 ? ` 等 ${names.length} 个` : ''}。Word 文档和链接可直接输入其名称打开；压缩包请先解压，邮件请先保存附件。`,
	cameLate: names =>
		`询问之后才出现，未发送：${names.slice(0, 3).join('、')}${names.length > 3 ? ` 等 ${names.length} 张` : ''}。请用该文件夹重新开始，届时会再次询问。`,
	found: count => `找到 ${count} 张图片。`,
	take: '直接回车识别全部。也可以输入文件名的一部分，只选其中一些。',
	noneFits: '没有文件名包含这些文字。',
	fits: (count, names) => `${count} 张符合：${names}`,
	takeThese: '直接回车识别这些。也可以输入另一部分文件名。',
	andMore: count => `另有 ${count} 张`,
	engine: choices => `选择识别方式：${choices.map((choice, index) => `${index + 1}：${choice}。`).join('')}直接回车：1`,
	otherDocuments: (now, answer) => `${answer('documents')}：更换证件种类。${now}`,
	reads: (name, others) => `识别方式：${name}。如需更换：--engine ${anyOf(others)}。`,
	tooSoon: '回答得太快，未予采用：请松开按键，再回答一次。',
	notAnswer: '请从给出的答案中选择。',
	notOneOf: typed => `请从给出的答案中选择。“${typed}”不在其中。`,
	key: '翔云账号的 Key？直接回车：仍在本机识别。',
	secret: 'Secret？输入时会显示在屏幕上。直接回车：仍在本机识别。',
	sendAsWell: answer => `${answer('yes')}：发送。直接回车：保留本机的识别结果。`,
	sendOrNot: answer => `${answer('yes')}：发送。${answer('here')}：在本机识别。直接回车：暂不识别。`,
	watching: (count, answer) =>
		`正在监视文件夹；已放入 ${count} 张图片。直接回车：核对新图片。${answer('write')}：停止监视并导出列表。`,
	watchOrNot: answer => `${answer('yes')}：发送。直接回车：只识别现有的图片。`,
	goOnSending: answer => `${answer('yes')}：发送。直接回车：暂不发送。`,
	line: (count, all, file, said) => `第 ${count} 张，共 ${all} 张。${file}：${said}`,
	proven: name => `${name}，已验证`,
	kept: '以前识别过',
	left: time => `还需 ${time}。`,
	read: counts => `识别完成。${counts}。`,
	typeOrNot: (count, answer) => `有 ${count} 张图片未识别。手工录入两行机读码？${answer('yes')}：录入。空行：不录入。`,
	unread: (count, file, why) => `未识别第 ${count} 张。${file}：${why}`,
	typeLine: line =>
		line === 1
			? '第一行，照图片录入；末尾的 < 可以省略。空行：不录入这张。'
			: '第二行，照图片录入，44 个字符。空行：不录入这张。',
	wrongDigits: names => `校验位不符：${names.join('、')}。`,
	keepOrNot: answer => `${answer('yes')}：按录入的保留，稍后核对。空行：重新录入第二行。`,
	checking: (count, answer) => `有 ${count} 本护照待核对。输入 ${answer('help')} 查看可以怎样回答。`,
	passport: (count, name, file) => `第 ${count} 本护照。${name}。${file}`,
	field: (label, value) => `${label}：${value}`,
	nothing: '没有识别出内容',
	why: reasons => `需要核对，原因：${reasons}`,
	other: (number, value, from) => `输入 ${number} 采用 ${value}，来自${from}。`,
	fillIn: label => `${label}：未读到。请按印刷内容输入。直接回车：留空。`,
	noneEmpty: '每个字段都有内容。',
	ask: '直接回车：正确。否则请输入正确的内容。',
	together: {
		conflict: (one, names, fields) =>
			`${one === 'number' ? '护照号码相同' : '同一张图片'}，但${fields}不同：${names}。`,
		samePicture: names => `同一张图片：${names}。`,
		samePassport: names => `同一本护照：${names}。`,
		samePerson: names => `同一人的不同护照：${names}。`,
	},
	family: (surname, names) => `可能是一家人（${surname}）：${names}。`,
	comma: '、',
	and: (one, other) => `${one}，${other}`,
	answers: ['直接回车：这个内容正确。', '数字：采用对应的另一个识别结果。', '其他内容：作为正确的内容填入。'],
	commands: {
		letters: '逐字读出这个内容。',
		accept: '按现在的内容接受整本护照。',
		reject: '剔除这本护照，不导出。',
		skip: '稍后再看。',
		correct: '修改内容。',
		fillIn: '填写未读到的字段，如出生地点。',
		undo: '撤销上一个回答。',
		details: '这张图片的全部信息。',
		numbers: '完整显示号码（包括国民身份号码），或重新遮盖。',
		list: '列出这一批护照，查找并打开其中一本。',
		order: '换一种排列顺序。',
		trip: '护照须满足的行程。',
		stop: '停止，已识别和核对的内容会保留。',
	},
	noFolder: folder => `文件夹 ${folder} 不存在。`,
	unfit: unfit => `这些护照中：${unfit}。`,
	tripDays: '请输入出行日期，或首尾两天，如 2027-02-01 2027-02-14。直接回车：没有行程。',
	tripRule: '护照须有效到何时？1：最后一天。2：之后再有效 3 个月。3：之后再有效 6 个月。4：申根要求。直接回车：3',
	unknown: answer => `没有这个回答。输入 ${answer('help')} 查看可以怎样回答。`,
	cannot: why => `不能这样填：${why}`,
	whichDate: (typed, readings) =>
		`${typed} 可以是 ${readings.map((reading, index) => `${index + 1}：${reading}`).join('，或 ')}。是哪一个？`,
	against: (label, value, why) => `${label} ${value}。${why}直接回车：按输入保留。或输入正确的内容。`,
	changed: (label, value) => `${label}现在是 ${value}。`,
	unchanged: '与现有内容相同，不算核对。直接回车：正确。',
	refuted: (fields, decision, answer) =>
		`与印刷的内容或校验位不符：${fields}。再次${decision === 'accept' ? `输入 ${answer('accept')}` : '直接回车'}：按现有内容接受。`,
	accepted: name => `已接受：${name}。`,
	rejected: name => `已剔除：${name}。`,
	skipped: name => `稍后再看，仍待核对：${name}。`,
	undoneStep: step => `已撤销：${stepWords(step)}。`,
	nothingToUndo: '没有可以撤销的内容。',
	noUndoHere: '此处没有可以撤销的内容。',
	acceptClean: (count, answer) =>
		`${count} 本护照已验证。不逐本查看，全部接受吗？直接回车：是。${answer('no')}：逐本查看。`,
	acceptOne: answer =>
		`直接回车：接受。${answer('correct')}：修改内容。${answer('reject')}：剔除。${answer('skip')}：稍后再看。${answer('undo')}：撤销上一个回答。`,
	listRow: (number, file, parts) => `${number}. ${parts.join('，')}。${file}`,
	listKin: {
		conflict: file => `与 ${file} 不符`,
		samePicture: file => `与 ${file} 是同一张图片`,
		samePassport: file => `与 ${file} 是同一本护照`,
		samePerson: file => `同一人还有另一本护照：${file}`,
	},
	listAsk: (sorted, answer) =>
		`排列：${sorted}；${answer('order')}：换一种顺序。输入编号打开那一本，或输入姓名、号码、文件名的一部分来查找。直接回车：返回。`,
	lookedAt: answer =>
		`直接回车：保持不变。${answer('accept')}：接受。${answer('correct')}：修改内容。${answer('reject')}：剔除。${answer('skip')}：稍后再看。${answer('undo')}：撤销上一个回答。`,
	result: (accepted, rejected, open) => `已接受 ${accepted} 本，已剔除 ${rejected} 本，未核对 ${open} 本。`,
	format: (usual, others, answer) =>
		`导出表格吗？直接回车：${formatWords.zh[usual].name}。输入 ${anyOf(others)} 选择该格式。${answer('columns')}：选列和写法。${answer('no')}：不导出。`,
	form: (now, forms) =>
		`用哪种表单？直接回车：${now}。或输入其中一个：${forms.join('、')}。也可输入您自己的模板的路径。`,
	formValue: (name, kind, now, isOptional) =>
		`${name}${kind === '' ? '' : `（${kind}）`}？${now !== undefined ? `直接回车：${now}。` : isOptional ? '可留空。' : ''}`,
	columnsNow: (now, sets, saved) =>
		`导出哪些列？直接回车：${now}。或输入其中一个：${sets.join('、')}。也可输入列名，用英文逗号分隔；要换表头的在后面加 =表头。${saved.length === 0 ? '' : `输入 -${saved[0]} 可删除已保存的 ${saved[0]}。`}`,
	columnsDeleted: name => `已删除 ${name}。`,
	columnsUnknown: (name, all) => `没有 ${name} 这一列。可用的列：${all.join('、')}。`,
	columnsName: '给这组列起个名字保存：',
	style: (now, choices) => `写法？直接回车：${now}。或输入要改的：${choices}`,
	singleName: (count, now, answer) =>
		`${count} 本护照只有一个姓名。航空公司要求填写的名是什么（如 FNU）？直接回车：${now ?? '不写指令'}。${answer('no')}：不写指令。`,
	styleUnknown: said => `无法识别：${said}。`,
	file: path => `导出到哪个文件？直接回车：${path}`,
	again: (file, answer) =>
		`${file} 已导出过。直接回车：替换。${answer('newName')}：用新名字。${answer('no')}：不导出。`,
	columnsOrNot: answer => `直接回车：照此导出。${answer('everyColumn')}：导出所有列。${answer('no')}：不导出。`,
	nothingToWrite: '没有接受任何护照，所以没有可以导出的内容。',
	script: '用命令导出文件夹中除已剔除以外的全部护照：',
	stopped: command => `已停止。识别和核对的内容保存在图片旁边。继续：${command} --plain --resume`,
};
