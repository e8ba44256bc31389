import type {commands as en} from '../en/commands.ts';
import {formatNames} from '../export-formats.ts';
import {anyOf} from './counting.ts';

export const commands: typeof en = {
	help: {
		usage: '用法',
		commands: '命令',
		options: '选项',
		environment: '环境变量',
		exitCodes: '退出码',
		examples: '示例',
		more: '运行 passport-ocr-tui 命令 --help 查看某个命令的说明。',
	},

	summary: {
		'': '从一个文件夹的护照图片到核对好的表格。不带命令时进入引导界面。',
		recognize: '识别图片并输出结果。',
		export: `把已识别的结果写成 ${anyOf(formatNames('zh'))}，不再识别图片。`,
		validate: '检查以文本给出的两行护照机读码：字段、依据、可能的更正。',
		config: '查看、保存或清除翔云云端服务的 key 和 secret。',
		demo: '用随程序附带的虚构人物图片走完全过程，位于 ./passport-ocr-demo。',
		purge: '删除保存在图片旁的识别结果，图片不受影响。',
	},

	options: {
		file: '一张图片，可重复使用',
		dir: '一个文件夹，包括其中的子文件夹',
		base64: 'base64 文本形式的图片，可带“data:…,”前缀；“-”表示从标准输入读取，“@F”表示从文件读取',
		url: '网上的一张图片，不会在旁边保存结果',
		'allow-private': '与 --url 一起使用：允许内网地址',
		'output-format': 'json（默认）、供人阅读的 table，或 ndjson：每识别一张输出一行',
		'no-save': '不在图片旁保存结果',
		engine:
			'由谁识别：offline 为本机，xiangyun 为云端；auto（默认）发送本机未能验证的图片前会询问，both 发送全部前会询问',
		visual: '本机识别时同时读取机读区以上的印刷内容（出生地、签发日期、签发机关等）；每张图片约多用一秒，默认不读',
		endpoint: '自有的翔云服务器：https，或本机及内网的 http',
		again: '重新识别已有结果或此前失败的图片',
		watch: '持续识别放入文件夹的新图片，按 Ctrl-C 结束；输出 ndjson',
		'max-calls': '最多把 N 张图片发送到云端',
		concurrency: '同时识别的图片数',
		shard: '把图片平均分成 N 份，只处理第 I 份，便于多台电脑分工',
		strict: '有结果需要人工核对，或有护照不符合行程时，退出码为 5',
		'from-dir': '已识别过的图片所在的文件夹，包括子文件夹；优先于后两项',
		'batch-input': 'recognize 输出的 JSON 文件，可重复使用，可用 *',
		input: 'recognize 输出的一个 JSON 文件，没有 --batch-input 时使用；三者都没有时读取标准输入',
		format: '默认由文件扩展名决定，否则为 csv',
		output: '要写入的文件，已存在时会被替换；“-”表示标准输出',
		columns: 'default，或 original：原技能的列和中文表头',
		only: '只写这些列：number、surname、given、script、sex、born、nationality、issuer、expiry、printed、mrz、file、checks',
		dates: '日期写作 2026-11-22、22/11/2026 或 22 NOV 2026，默认 iso',
		delimiter: 'csv 的分隔符，默认“,”；“\\t”表示制表符',
		rejected: '包括人工拒绝的护照',
		once: '每本护照只写一行，不论有几张图片',
		key: 'key',
		secret: 'secret；命令运行时本机其他用户可以看到，建议改用：',
		'secret-stdin': '从标准输入读取 secret',
		'older-than': '只处理更早识别的结果，例如 12h、30d、8w、6m',
		'valid-for': '出行当天护照还须有效多久，例如 6m、90d、1y',
		on: '出行日期，例如 2027-02-01，默认为今天',
		until: '离开申根国家的日期，默认为出行日期',
		schengen: '按申根国家的要求：离境后还有三个月有效期，且为十年内签发',
		yes: '不询问',
		'no-input': '从不询问，不进入引导界面',
		plain: '以文字行进行引导，适合读屏软件或管道',
		resume: '继续上次的批次：回到同一本护照、同一字段，撤销记录也在',
		lang: '消息语言',
		'config-dir': '配置文件夹',
		help: '显示帮助',
		version: '显示版本',
	},

	special: {
		purge: {dir: '文件夹，包括子文件夹；默认为当前文件夹', yes: '删除前不询问；没有终端时必须使用'},
		validate: {'output-format': 'json（默认）或供人阅读的 table', strict: '有错误或未验证的内容时退出码为 5'},
		recognize: {yes: '同意把图片发送到云端'},
		config: {yes: '用于 test：调用前不询问', endpoint: '用于 save：保存自有服务器的地址'},
	},

	actions: {
		load: '显示已设置的内容及来源，secret 会被遮盖',
		save: '保存 key 和 secret',
		test: '向服务验证它们，可能消耗一次调用',
		reset: '清除它们',
	},

	environment: {
		PASSPORT_OCR_LANG: 'en 或 zh',
		PASSPORT_OCR_CONFIG_DIR: '配置文件夹',
		PASSPORT_OCR_KEY: '云服务的 key',
		PASSPORT_OCR_SECRET: '云服务的 secret',
		PASSPORT_OCR_ENDPOINT: '用自有服务器代替 netocr.com',
		NO_COLOR: '不使用颜色',
		FORCE_COLOR: '至少使用的颜色数：0 无，1 为 16 色，2 为 256 色，3 为全部',
	},

	exitCodes: {
		0: '全部识别完成',
		1: '部分失败或未能保存，其余结果有效',
		2: '命令用法错误',
		3: '云服务未设置，或 key 被拒绝',
		4: '无法连接云服务，或次数已用完',
		5: '已识别，但需要人工核对（仅在使用 --strict 时）',
		65: '没有可用的输入',
		70: '程序内部错误',
		130: '被 Ctrl-C 停止，此前的结果已保存并输出',
		143: '被系统终止（TERM）；129 为终端被关闭',
	},

	examples: {
		'': [
			['passport-ocr-tui', '引导界面'],
			['passport-ocr-tui ~/Pictures/group', '直接使用某个文件夹的图片'],
			['passport-ocr-tui demo', '用虚构人物试一试'],
		],
		recognize: [
			['passport-ocr-tui recognize --file passport.jpg', ''],
			['passport-ocr-tui recognize --dir group --output-format table', ''],
			['base64 passport.jpg | passport-ocr-tui recognize --base64 -', ''],
			['passport-ocr-tui recognize --dir group --engine xiangyun --max-calls 50', ''],
			['passport-ocr-tui recognize --dir group --valid-for 6m --on 2027-02-01 --output-format table', ''],
		],
		export: [
			['passport-ocr-tui export --from-dir group --output group.xlsx', ''],
			['passport-ocr-tui recognize --dir group | passport-ocr-tui export --output group.csv', ''],
		],
		config: [['passport-ocr-tui config save --key KEY --secret-stdin < secret.txt', '']],
		validate: [
			["passport-ocr-tui validate 'P<UTO…' 'L898902C36UTO…' --output-format table", ''],
			['passport-ocr-tui validate --valid-for 6m --on 2027-02-01 < lines.txt', ''],
		],
		purge: [['passport-ocr-tui purge --dir group --older-than 30d', '']],
	},

	expected: {
		number: least => `应为不小于 ${least} 的整数`,
		choice: choices => `应为以下之一：${choices}`,
		shard: '应为 I/N，I 从 1 到 N，例如 1/4',
		only: '应为用逗号分隔的列名，如 number,surname,born',
		delimiter: '应为一个字符',
		endpoint: '应为 https://…，或本机及内网地址的 http://…，不含密码',
		output: extensions => `以 ${anyOf(extensions)} 结尾的文件名，或“-”；指定 --format 时可用任意文件名`,
		url: '应为 http://… 或 https://…，不含密码',
		'valid-for': '应为数字加 d、m 或 y，例如 6m',
		on: '应为日期，例如 2027-02-01',
		until: '应为日期，例如 2027-02-01',
		'older-than': '应为数字加 h、d、w 或 m，例如 30d',
		text: '文本',
	},

	yes: ['y', 'yes', '是'],

	failed: '失败',
	about: (what, said) => `${what}：${said}`,
	aside: (said, why) => `${said}（${why}）`,
	comma: '，',
	next: step => `  → ${step}`,

	recognize: {
		status: {clean: '已验证', check: '请核对', refused: '无法识别'},
		kept: '以前识别过',
		failedBefore: '此前识别失败',
		notReadAgain: count => `${count} 张图片此前识别失败，未重新识别；使用 --again 可重新识别。`,
		dropsDecisions: (count, names) =>
			`--again 会放弃 ${count} 张图片的人工核对结果：${names}。原结果保存在图片旁，文件名为“图片名.before-时间.json.old”。`,
		later: (file, sidecar) => `${file}：${sidecar} 是更新版本程序的识别结果，保持不变；将重新识别该图片。`,
		keeps: {
			typed: failure => `${failure}人工输入的内容仍保留。`,
			read: failure => `${failure}原识别结果仍保留。`,
		},
		unsaved: (file, why) => `${file}：已识别，但未能保存：${why}`,
		summary: ({read, look, unproven, rejected, failed}) => {
			const open = [
				...(look > 0 ? [`${look} 本待核对`] : []),
				...(unproven > 0 ? [`${unproven} 本未经验证但已人工接受`] : []),
				...(rejected > 0 ? [`${rejected} 本已剔除`] : []),
			];
			const parts = [...(open.length > 0 ? open : ['全部已验证']), ...(failed > 0 ? [`${failed} 张失败`] : [])];
			return `已识别 ${read} 本护照，${parts.join('，')}。`;
		},
		acceptedUnproven: '未经验证，已人工接受',
		nothingRead: failed => `没有识别出任何护照，${failed} 张失败。`,
		watching: folders => `正在监视 ${folders}：新放入的图片会自动识别，按 Ctrl-C 结束。`,
		triedAgain: count => `未能连接到服务：${count} 张图片稍后会再试。`,
		stopping: '正在停止，已识别的结果会保留；再按一次 Ctrl-C 立即停止。',
		owed: count => `正在等待 ${count} 个可能已计费的结果，不再发送图片。`,
		notSent: count => `${count} 张图片没有发送。`,
		noHelp: (file, why) => `${file}：云端未能识别，保留本机结果：${why}`,
		notes: {
			reduced: (from, to) => `发送前从 ${from} 缩小到 ${to}`,
			converted: (from, to) => `服务不接受这种 ${from}，以 ${to} 发送`,
			small: size => `只有 ${size} 像素，服务可能无法识别`,
		},
		levels: {verified: '已验证', supported: '可信', unverified: '未验证', refuted: '有矛盾'},
		confirmed: '已人工核对',
	},

	upload: {
		official: host => `${host}（中国）`,
		ask: (count, host) => `把 ${count} 张图片发送到翔云云端服务 ${host}？每张可能消耗一次调用。[y/N] `,
		sending: (count, host) => `${count} 张图片将发送到 ${host}。`,
		notAsked: (count, host) => `${count} 张图片留在本机；使用 --yes 表示同意发送到 ${host}。`,
		noAccount: count => `${count} 张图片保留本机识别结果：未设置云服务的 key 和 secret。`,
	},

	table: {
		file: '文件',
		status: '状态',
		field: '字段',
		value: '识别结果',
		evidence: '依据',
		rows: {
			passport_number: '护照号码',
			name: '姓名',
			name_pinyin: '拼音',
			sex: '性别',
			birth_date: '出生日期',
			birth_place: '出生地点',
			issue_date: '签发日期',
			expiry_date: '有效期限',
			issuing_authority: '签发机关',
			nationality: '国籍',
		},
		sexes: {M: '男', F: '女', X: '未注明'},
	},

	export: {
		written: (path, rows) => `已写入 ${path}（共 ${rows} 条）`,
		failed: (count, names) => `${count} 张图片未能识别：${names}。`,
		unread: (count, names, folder) =>
			`${count} 张图片还没有结果：${names}。识别请执行：passport-ocr-tui recognize --dir ${folder}`,
		notReadYet: '尚未识别。',
		readFolder: folder => `passport-ocr-tui recognize --dir ${folder}`,
		notInList: (count, sheet) => `${count} 张图片不在列表中${sheet ? '，原因见“未识别”工作表' : ''}。`,
		standardInput: '标准输入',
		sourceUsed: (used, others) => `从 ${used} 读取；未使用 ${others}。`,
		later: path => `${path}：由更新版本的程序写入，已跳过`,
		skipped: path => `${path}：不含已识别的护照，已跳过`,
		broken: path => `${path}：识别结果已损坏，已跳过`,
		notJson: path => `${path}：不是 JSON，已跳过`,
		emptyColumns: names => `以下各列对所有护照均为空：${names}。`,
		saysNotRead: '结果中注明该图片未能识别。',
		leftOut: count => `未导出人工拒绝的护照 ${count} 本。`,
		twins: (count, names) => `${count} 张图片的护照已有一行：${names}。加 --once 则每本护照只写一行。`,
		once: (count, names) => `${count} 张重复护照的图片未写入：${names}。`,
	},

	config: {
		saved: path => `已保存到 ${path}，只有您能读取。`,
		reset: '已清除 key 和 secret。',
		brokenFile: path => `无法读取设置，原文件已保留为 ${path}，并新建了设置。`,
		warnings: {
			'file-open-to-others': path => `本机其他用户可以读取 ${path}，建议执行 chmod 600。`,
			'folder-open-to-others': path => `本机其他用户可以进入 ${path}，建议执行 chmod 700。`,
			'in-git-work-tree': path => `${path} 位于 Git 工作区内，可能被误提交。`,
		},
		hints: {
			swapped: 'key 和 secret 似乎填反了。',
			same: 'key 和 secret 相同，其中一个一定不对。',
			'key-shape': 'key 看起来不寻常：通常是 22 位字母和数字。',
			'secret-shape': 'secret 看起来不寻常：通常是 32 位 0-9 和 a-f。',
		},
		testWhat: host => `向 ${host} 发送一张空白图片，可能消耗一次调用`,
		testAsk: host => `为了验证，将用 key 和 secret 向 ${host} 发送一张空白图片，可能消耗一次调用。[y/N] `,
		testNotAsked: '没有发送任何内容：使用 --yes 表示同意一次可能计费的调用。',
		tested: {
			accepted: '服务接受 key 和 secret。',
			refused: '服务拒绝了 key 和 secret。',
			noQuota: '服务接受 key 和 secret，但账号的次数已用完。',
			noBalance: '服务接受 key 和 secret，但账号余额不足。',
			noProduct: '服务接受 key 和 secret，但账号没有护照识别权限。',
			unclear: '从服务返回的内容看不出是否接受 key 和 secret。',
		},
		testSaid: words => `  服务返回：${words}`,
		environmentWins: name => `已设置环境变量 ${name}，它优先于保存的内容。`,
	},

	validate: {
		digits: '校验位',
		of: {
			number: '护照号码',
			birth: '出生日期',
			expiry: '有效期',
			optional: '选择性数据',
			composite: '总校验位',
		},
		printed: '印刷',
		expected: '应为',
		verdict: '结论',
		verdicts: {verified: '相符', refuted: '不符', 'not printed': '未印'},
		otherReadings: '其他读法',
		next: [
			'请给出资料页底部的两行，每行加引号，或通过标准输入提供。',
			'识别图片请用：passport-ocr-tui recognize --file F',
		],
	},

	demo: {
		folder: (count, path) => `${path} 中有 ${count} 张虚构人物的图片`,
	},

	purge: {
		what: (count, folder, journals) =>
			`删除 ${folder} 及其子文件夹中保存的 ${count} 条结果（包括人工核对的内容）${journals > 0 ? `和 ${journals} 次工作的记录` : ''}`,
		ask: what => `${what}？图片会保留。[y/N]`,
		nothing: folder => `${folder} 中没有保存的结果。`,
		deleted: count => `已删除 ${count} 条保存的结果。`,
		journals: count => `已删除 ${count} 次工作的记录。`,
		left: '没有删除任何内容。',
		disk: '在固态硬盘或日志文件系统上，删除不等于彻底擦除。',
	},
};
