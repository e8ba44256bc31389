import {colourRoles} from '../../core/settings/theme.ts';
import type {commands as en} from '../en/commands.ts';
import {formatNames} from '../export-formats.ts';
import {closed} from './closed.ts';
import {anyOf, pagesText} from './counting.ts';

export const commands: typeof en = {
	help: {
		usage: '用法',
		commands: '命令',
		options: '选项',
		environment: '环境变量',
		exitCodes: '退出码',
		examples: '示例',
		man: {name: '名称', session: '引导界面'},
		more: '运行 passport-ocr-tui 命令 --help 查看某个命令的说明。',
		report: '报告问题时请附上 NODE_DEBUG=passport-ocr 的输出，其中不含识别结果、姓名和密钥。',
	},

	summary: {
		'': '从一个文件夹的护照图片到核对好的表格。不带命令时进入引导界面。',
		recognize: '识别图片并输出结果。',
		export: `把已识别的结果写成 ${anyOf(formatNames('zh'))}，不再识别图片。`,
		validate: '检查以文本给出的一条或多条机读码：字段、依据、更正和结论。',
		config: '查看、保存或清除翔云云端服务的 Key 和 Secret。',
		demo: '用随程序附带的虚构人物图片走完全过程，位于 ./passport-ocr-demo。',
		purge: '删除保存在图片旁的识别结果，图片不受影响。',
		schema: '以 JSON Schema 输出 JSON 结果的结构。',
		skill: '把供 AI 智能体使用的说明（skill）写到智能体查找的位置。',
		mcp: '通过标准输入输出以模型上下文协议（MCP）提供同样的工具。',
		completion: '输出 shell 的命令补全脚本或手册页。',
	},

	options: {
		file: '一张图片，可重复使用',
		dir: '一个文件夹，包括其中的子文件夹；也可以是图片压缩包（ZIP）',
		base64: 'base64 文本形式的图片，可带“data:…,”前缀；“-”表示从标准输入读取，“@F”表示从文件读取',
		url: '网上的一张图片，不会在旁边保存结果',
		'allow-private': '与 --url 一起使用：允许内网地址',
		'output-format': 'json（默认）、供人阅读的 table，ndjson：每识别一张输出一行，或 brief：每张一行，最多 400 个字符',
		fields:
			'只输出这些值，号码不遮盖：number、surname、given、script、sex、born、nationality、issuer、expiry、printed、mrz，或 JSON 中的键',
		json: '以 JSON 为格式的简写',
		'no-save': '不在图片旁保存结果',
		index: 'on（默认）：付费结果同时按图片内容保存，同一图片的副本不会再次付费；off：只保存在图片旁',
		engine:
			'由谁识别：offline 为本机，xiangyun 为云端；auto（默认）发送本机未能验证的图片前会询问，both 发送全部前会询问',
		'no-printed': '本机识别时仅读取机读码，不读取上方的印刷内容（出生地、签发日期、签发机关、汉字姓名）；更快',
		visual: '为旧脚本保留：除非指定 --no-printed，印刷内容总会读取',
		documents:
			'要识别的证件，用逗号分隔：passport 护照（默认）、id 身份证件、visa 签证；其余证件会说明种类但不识别。云端只识别护照',
		endpoint: '自有的翔云服务器：https，或本机及内网的 http',
		again: '重新识别已有结果或此前失败的图片',
		watch: '也识别之后放入文件夹的图片：recognize 直到按 Ctrl-C 结束，输出 ndjson；在会话中则一边核对一边识别',
		'stdin-list': '逐行从标准输入读取图片路径，来一张识别一张，直到输入结束；输出 ndjson',
		'max-calls': '最多向云端发送 N 次请求，重试也计入',
		concurrency: '同时识别的图片数',
		pages: '多页文件只识别这些页，例如 3 或 2-5',
		shard:
			'把图片平均分成 N 份，只处理第 I 份，便于多台电脑分工；auto 表示由 Slurm、Kubernetes 或 SHARD_INDEX 和 SHARD_COUNT 决定',
		strict: '有结果需要人工核对，或有护照不符合行程时，退出码为 5',
		'from-dir': '已识别过的图片所在的文件夹，包括子文件夹；优先于后两项',
		'batch-input': 'recognize 输出的 JSON 文件，可重复使用，可用 *',
		input: 'recognize 输出的一个 JSON 文件，没有 --batch-input 时使用；三者都没有时读取标准输入',
		format: '默认由文件扩展名决定，否则为 csv',
		output: '要写入的文件，已存在时会被替换；“-”表示标准输出',
		columns:
			'default：全部已知内容；tour-list、visa-group、brief：各类名单和表格；original：原技能的列；也可以是您保存的列名单，或用逗号分隔的键，键后加“=表头”可改表头',
		'save-columns': '把这些列、表头和写法存为一个名字，供 --columns 和导出画面使用',
		template: '名单的格式模板，代替 --format：文件，或 alloggiati、hospedajes、ubyport、manifest',
		set: '与 --template 同用：护照上没有的值，如 arrival=2026-11-29，可重复',
		header: '表头用英文、中文或中英文，默认与提示语言一致',
		names: '姓名按机读码（默认）、按印刷内容（仅当是同一姓名时），或首字母大写：Van Der Berg',
		countries: '国家写代码（默认）或名称',
		only: '只写这些列：number、surname、given、script、sex、born、nationality、issuer、expiry、printed、mrz、file、checks',
		dates: '日期写作 2026-11-22、22/11/2026 或 22 NOV 2026，默认 iso',
		delimiter: 'csv 的分隔符，默认“,”；“\\t”表示制表符',
		'country-letters': '用于 docs-…：国家代码的字母数，2（CN）或 3（CHN），默认 3',
		'single-name': '用于 docs-…：只有一个姓名的旅客，航空公司要求填写的名，如 FNU；不给出则没有指令',
		rejected: '包括人工剔除的护照',
		once: '每本护照只写一行，不论有几张图片',
		append: '向已有的 Excel 或 CSV 文件追加其中没有的护照，原有的列、顺序、格式和修改都保留',
		'with-optional': '写出完整的机读码；不加此项时，可选数据（常为国民身份号码）写成 *',
		photos: '在工作簿的每一行放入页面缩略图和照片小图，不含相机写入的信息',
		families: '同一家庭排在一起；同一人的多本护照排在一起，有效期最长的在前',
		'excel-safe': '用于 csv：Excel 会改动的值（007、12E45678、MAR1）写成 ="…"，其他程序不识别这种写法',
		config: '从原技能的 config.json 读取 Key 和 Secret',
		to: '写入 skill 的文件夹，其中会新建 ocr-passport-xiangyun；默认为主目录中智能体的文件夹',
		key: 'Key',
		secret: 'Secret；命令运行时本机其他用户可以看到，建议改用：',
		'secret-stdin': '从标准输入读取 Secret；没有 --key 时，第一行是 Key',
		person: '只删除此人的结果：其号码，或姓名的全部单词',
		'older-than': '只处理更早识别的结果，例如 12h、30d、8w、6m',
		keep: '结束时删除超过此期限且图片已不存在的结果，以及工作记录，例如 30d',
		'valid-for': '出行当天护照还须有效多久，例如 6m、90d、1y',
		on: '出行日期，例如 2027-02-01，默认为今天',
		until: '离开申根国家的日期，默认为出行日期',
		schengen: '按申根国家的要求：离境后还有三个月有效期，且为十年内签发',
		'dry-run': '不删除，只列出将被删除的文件',
		yes: '不询问',
		quiet: '标准错误上不显示进度，只显示错误和询问',
		'no-input': '从不询问，不进入引导界面',
		plain: '以文字行进行引导，适合读屏软件或管道',
		resume: '继续上次的批次：回到同一本护照、同一字段，撤销记录也在',
		lang: '消息语言',
		'no-color': '不使用颜色，与环境变量 NO_COLOR 相同',
		'config-dir': '配置文件夹',
		help: '显示帮助',
		version: '显示版本',
	},

	special: {
		mcp: {dir: '除客户端指定的根目录外允许读写的文件夹，可重复使用'},
		purge: {dir: '文件夹，包括子文件夹；默认为当前文件夹', yes: '删除前不询问；没有终端时必须使用'},
		validate: {
			file: '含机读码的文本文件，原样粘贴即可，可重复使用',
			'output-format': 'json（默认）、供人阅读的 table、ndjson：每条机读码一行，或 csv',
			output: '写入此文件而不输出到标准输出，已存在时会被替换；未指定 --output-format 时由扩展名决定格式',
			documents: '预期的证件：passport（默认）、id、visa；其他证件视为存疑',
			strict: '除非全部一致且符合行程，否则退出码为 5',
		},
		recognize: {
			yes: '同意把图片发送到云端',
			output: '写入此文件而不输出到标准输出，已存在时会被替换；未指定 --output-format 时由扩展名决定格式',
		},
		config: {
			config: '用于 save：从原技能的 config.json 导入 Key 和 Secret',
			yes: '用于 test：调用前不询问',
			endpoint: '用于 save：保存自有服务器的地址',
			'output-format': '用于 keys：表格 table（默认）或 json',
		},
	},

	actions: {
		load: '显示已设置的内容及来源，Secret 会被遮盖',
		save: '保存 Key 和 Secret',
		test: '向服务验证它们，可能消耗一次调用',
		reset: '清除 Key 和 Secret',
		get: '显示 lang、theme、colours、keys、mouse、keychain、engine、documents、dates、valid-for、schengen、no-printed、index 或 keep，或以 JSON 全部显示',
		set: '保存其中一项的默认值；“default”表示恢复默认',
		keys: '列出应用正在使用的按键',
		forget: '删除起名保存的一组列',
		bash: '在 ~/.bashrc 中加入 source <(passport-ocr-tui completion bash)',
		zsh: '保存为 $fpath 某个文件夹中的 _passport-ocr-tui',
		fish: '保存为 ~/.config/fish/completions/passport-ocr-tui.fish',
		man: '手册页，可用 man -l 查看',
		recognize: 'recognize 的一个结果或其列表',
		brief: 'recognize --output-format brief 的一行',
		validate: 'validate 的一个结果或其列表',
		export: 'export --format json 导出的内容',
		error: '未能识别的结果',
	},

	environment: {
		PASSPORT_OCR_LANG: 'en 或 zh',
		PASSPORT_OCR_CONFIG_DIR: '配置文件夹',
		PASSPORT_OCR_KEY: '云端服务的 Key',
		PASSPORT_OCR_SECRET: '云端服务的 Secret',
		PASSPORT_OCR_ENDPOINT: '用自有服务器代替 netocr.com',
		NO_COLOR: '不使用颜色',
		FORCE_COLOR: '至少使用的颜色数：0 无，1 为 16 色，2 为 256 色，3 为全部',
	},

	exitCodes: {
		0: '全部识别完成',
		1: '部分失败或未能保存，其余结果有效',
		2: '命令用法错误',
		3: '云端服务未设置，或 Key 被拒绝',
		4: '无法连接云端服务，或次数已用完',
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
			['curl -s 网址 | passport-ocr-tui recognize -', ''],
			['base64 passport.jpg | passport-ocr-tui recognize --base64 -', ''],
			['passport-ocr-tui recognize --dir group --engine xiangyun --max-calls 50', ''],
			['passport-ocr-tui recognize --dir hotel --documents passport,id', ''],
			['passport-ocr-tui recognize --dir group --valid-for 6m --on 2027-02-01 --output-format table', ''],
		],
		export: [
			['passport-ocr-tui export --from-dir group --output group.xlsx', ''],
			['passport-ocr-tui recognize --dir group | passport-ocr-tui export --output group.csv', ''],
		],
		config: [
			['passport-ocr-tui config save --key KEY --secret-stdin < secret.txt', ''],
			['passport-ocr-tui config save --config ocr-passport-xiangyun/config.json', ''],
			['passport-ocr-tui config set valid-for 6m', ''],
			['passport-ocr-tui config keys', ''],
		],
		validate: [
			["passport-ocr-tui validate 'P<UTO…' 'L898902C36UTO…' --output-format table", ''],
			['passport-ocr-tui validate --valid-for 6m --on 2027-02-01 < lines.txt', ''],
			['passport-ocr-tui validate --file many.txt --output-format csv --strict', ''],
		],
		purge: [
			['passport-ocr-tui purge --dir group --older-than 30d', ''],
			['passport-ocr-tui purge --dir group --person L898902C3', ''],
			['passport-ocr-tui purge --dir group --dry-run', ''],
		],
		mcp: [['passport-ocr-tui mcp --dir group', '']],
		skill: [
			['passport-ocr-tui skill', ''],
			['passport-ocr-tui skill --to .agents/skills', ''],
		],
		schema: [['passport-ocr-tui schema recognize > recognize.schema.json', '']],
		completion: [
			['source <(passport-ocr-tui completion bash)', ''],
			['passport-ocr-tui completion zsh > ~/.zfunc/_passport-ocr-tui', ''],
			['passport-ocr-tui completion fish > ~/.config/fish/completions/passport-ocr-tui.fish', ''],
			['passport-ocr-tui completion man > passport-ocr-tui.1; man -l passport-ocr-tui.1', ''],
		],
	},

	expected: {
		number: least => `应为不小于 ${least} 的整数`,
		choice: choices => `应为以下之一：${choices}`,
		documents: '应为 passport、id 或 visa，多个用逗号分隔',
		pages: '应为页码或页码范围，例如 3 或 2-5',
		shard: '应为 I/N，I 从 1 到 N，例如 1/4，或 auto',
		config: '应为含 key 和 secret 的 JSON 文件',
		fields: '应为用逗号分隔的名称，如 number,surname,born',
		only: '应为用逗号分隔的列名，如 number,surname,born',
		'save-columns': '应为以文字开头的名字，只含文字、数字、- 和 _，且不与已有的列重名',
		set: '应为 名称=值，名称用小写字母',
		columns: (presets, keys) => `应为 ${presets} 之一、您保存的列名单，或用逗号分隔的键：${keys}`,
		'single-name': '应为字母，单词之间一个空格，如 FNU',
		delimiter: '应为一个字符',
		endpoint: '应为 https://…，或本机及内网地址的 http://…，不含密码',
		output: extensions => `以 ${anyOf(extensions)} 结尾的文件名，或“-”；指定 --format 时可用任意文件名`,
		url: '应为 http://… 或 https://…，不含密码',
		'valid-for': '应为数字加 d、m 或 y，例如 6m',
		on: '应为日期，例如 2027-02-01',
		until: '应为日期，例如 2027-02-01',
		'older-than': '应为数字加 h、d、w 或 m，例如 30d',
		keep: '应为数字加 h、d、w 或 m，例如 30d',
		text: '文本',
	},

	yes: ['y', 'yes', '是'],

	failed: '失败',
	about: (what, said) => `${what}：${said}`,
	aside: (said, why) => `${said}（${why}）`,
	comma: '，',
	next: step => `  → ${step}`,

	recognize: {
		kept: '以前识别过',
		notRead: '未识别',
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
		keptAt: place => `付费结果已保存在 ${place}，下次会直接使用。`,
		elsewhere: (pid, host) => `${host} 上的进程 ${pid} 也在识别这里的图片：等待它的结果，不会重复付费。`,
		elsewhereUnknown: '另一个进程也在识别这里的图片：等待它的结果。',
		lost: count => `${count} 张图片已重新发送：上次运行在等待结果时被强行终止，那些请求可能已计费。`,
		unanswered: count => `上次运行在等待 ${count} 张图片的结果时被强行终止，这些图片没有重新发送，那些请求可能已计费。`,
		originalUsed: count => `使用了原技能的 ${count} 个结果：它们只按文件名对应图片。`,
		originalOlder: count =>
			`${count} 张图片比旁边原技能的结果更新：已重新识别，原结果保存为“图片名.before-时间.json.old”。`,
		summary: ({read, look, unproven, rejected, failed, untried}) => {
			const open = [
				...(look > 0 ? [`${look} 本待核对`] : []),
				...(unproven > 0 ? [`${unproven} 本未经验证但已人工接受`] : []),
				...(rejected > 0 ? [`${rejected} 本已剔除`] : []),
			];
			const parts = [
				...(open.length > 0 ? open : ['全部已验证']),
				...(failed > 0 ? [`${failed} 张失败`] : []),
				...(untried > 0 ? [`${untried} 张未识别`] : []),
			];
			return `已识别 ${read} 本护照，${parts.join('，')}。`;
		},
		acceptedUnproven: '未经验证，已人工接受',
		nothingRead: ({failed, untried}) =>
			`没有识别出任何护照：${[
				...(failed > 0 ? [`${failed} 张失败`] : []),
				...(untried > 0 ? [`${untried} 张未尝试`] : []),
			].join('，')}。`,
		watching: folders => `正在监视 ${folders}：新放入的图片会自动识别，按 Ctrl-C 结束。`,
		notWatched: why => `${why}监视仍在继续：可以打开后会识别其中的图片。`,
		triedAgain: count => `未能连接到服务：${count} 张图片稍后会再试。`,
		stopping: '正在停止，已识别的结果会保留；再按一次 Ctrl-C 立即停止。',
		owed: count => `正在等待 ${count} 个可能已计费的结果，不再发送图片。`,
		calls: ({made, paid, perhaps, saved}) =>
			`调用云端服务 ${made} 次：${paid} 次已计费，${perhaps} 次可能已计费，${made - paid - perhaps} 次未计费。${saved > 0 ? `已保留的结果节省了 ${saved} 次调用。` : ''}`,
		lastCalls: (time, calls) => `上次运行（${time}）：${calls}`,
		leftUnread: count => `还有 ${count} 张图片没有识别：运行提前停止了。`,
		notSent: count => `${count} 张图片没有发送。`,
		noHelp: (file, why) => `${file}：云端未能识别，保留本机结果：${why}`,
		notes: {
			reduced: (from, to) => `发送前从 ${from} 缩小到 ${to}`,
			converted: (from, to) => `服务不接受这种 ${from}，以 ${to} 发送`,
			cut: '图片文件不完整：只发送了其中已有的部分',
			small: size => `只有 ${size} 像素，服务可能无法识别`,
		},
		levels: {verified: '已验证', supported: '可信', unverified: '未验证', refuted: '有矛盾'},
		confirmed: '已人工核对',
	},

	upload: {
		pictures: count => `${count} 张图片`,
		official: host => `${host}（中国）`,
		ask: (upload, host) => `把 ${pagesText(upload)}发送到翔云云端服务 ${host}？每张可能消耗一次调用。[y/N] `,
		sending: (upload, host) => `${pagesText(upload)}将发送到 ${host}。`,
		notAsked: (upload, host) => `${pagesText(upload)}留在本机；使用 --yes 表示同意发送到 ${host}。`,
		noAccount: upload => `${pagesText(upload)}保留本机识别结果：未设置云端服务的 Key 和 Secret。`,
	},

	table: {
		file: '文件',
		status: '状态',
		field: '字段',
		value: '识别结果',
		evidence: '依据',
		documentNumber: '证件号码',
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

	closed,

	export: {
		appended: (path, added, listed, isChanged) =>
			`已向 ${path} 追加 ${added} 行，其中已有 ${listed} 本护照${isChanged ? '' : '，文件未改动'}。`,
		noPhotosAdded: '追加的行不含图片：如需图片请重新导出整张表。',
		keptCounts: sheet => `工作表“${sheet}”里有您自己的内容，因此保持原样：其中的人数不是追加后名单的人数。`,
		keptNotRead: (sheet, names, count) =>
			`工作表“${sheet}”里有您自己的内容，因此未删除任何行：其中仍列着 ${count} 张后来已识别的图片：${names.join('、')}${count > names.length ? '……' : ''}。`,
		otherDates: '追加的行中日期写作 2026-11-22：名单里的日期可能月在前。',
		unlikeDates: '追加的行中日期写作 2026-11-22，与名单中的写法不同。',
		belowOther: row => `名单的最后一行（第 ${row} 行）看起来不是护照的一行：追加的行在它下面。`,
		onSheet: (sheet, others) => {
			const named = ({name, isHidden}: typeof sheet) => `“${name}”${isHidden ? '（已隐藏）' : ''}`;
			const rest = others.length === 0 ? '' : `，而不是表头相同的${others.map(named).join('、')}`;
			return `名单是工作表${named(sheet)}${rest}。`;
		},
		elsewhere: (name, sheet) => `${name}：工作表“${sheet}”里也有这本护照；如果不需要，请删去追加的行。`,
		belowBlock: range => `追加的行在 ${range} 下面：该区域已合并或属于另一个表格，写在其中 Excel 不会显示。`,
		headsAgain: row => `第 ${row} 行又是名单的表头：如果从那里开始是另一份名单，追加的行就在那一份里。`,
		outsideTable: range =>
			`追加的行不在 Excel 表格 ${range} 之内：其下方另有内容，没有空余的行。如需包含在内，请把这些内容下移、删去追加的行后重新追加。`,
		leftEmpty: heads =>
			`追加的行在${heads.map(head => `“${head}”`).join('、')}列为空：只填写表头属于本程序的列。如果改过表头，请改回原来的表头，删去追加的行后重新追加。`,
		missingColumn: (column, count) =>
			`名单没有“${column}”列，而追加的 ${count} 本护照有此内容：请在名单中加上这一列、删去这些行后重新追加，或另写一份新名单。`,
		otherPassport: (row, name, listed, read, isNewer) =>
			isNewer
				? `第 ${row} 行 ${name}：已有新护照 ${read}（名单中为 ${listed}）。新护照已另起一行，第 ${row} 行未改动。`
				: `第 ${row} 行 ${name}：护照 ${read} 未追加，名单中的 ${listed} 有效期更长。`,
		formerRow: (row, name, file, read) =>
			`第 ${row} 行 ${name}：${file} 现识别为 ${read}，已另起一行。如果图片已被替换，请删去第 ${row} 行；该行未改动。`,
		rejectedListed: (rows, count) =>
			`${count} 本已人工剔除的护照仍在名单中：${rows.map(([row, name]) => `第 ${row} 行 ${name}`).join('；')}${count > rows.length ? '；……' : ''}。如不应保留，请在名单中删去这些行。`,
		earlierDecision: (listed, now, rows, count) =>
			`${count} 行仍写着“${listed}”，现在已是“${now}”：第 ${rows.join('、')}${count > rows.length ? '……' : ''} 行。`,
		alikeNumber: (row, name, listed, read) =>
			`第 ${row} 行的号码 ${listed} 可能是 ${read} 被电子表格去掉了开头的零。${name}（${read}）已追加：如果是同一本护照，请删去其中一行。`,
		differing: (row, name, values) => `第 ${row} 行 ${name}：名单保留原值，现在的值不同：${values}。`,
		differs: (field, listed, now, byHand) => {
			const how = byHand === undefined ? '识别为' : byHand === 'edited' ? '人工改为' : '人工录入为';
			return `${field} ${listed}（${how} ${now}）`;
		},
		moreRows: count => `……另有 ${count} 行。`,
		alteredByExcel: (count, examples) =>
			`Excel 打开此文件时会改动 ${count} 个值：${examples}。要用 Excel 请用 --format excel，或加 --excel-safe。`,
		written: (path, rows) => `已导出 ${rows} 行：${path}`,
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
		ofText: path =>
			`${path}：已跳过。这是 validate 对文字的判断，不是图片的识别结果。要列出多条文字，请用 validate --output-format csv`,
		broken: path => `${path}：识别结果已损坏，已跳过`,
		notJson: path => `${path}：不是 JSON，已跳过`,
		notJsonAfter: (path, count) =>
			`${path}：前 ${count} 条结果有效，之后的内容不是 JSON。如文件不完整，请重新运行生成它的命令`,
		emptyColumns: names => `以下各列对所有护照均为空：${names}。`,
		saysNotRead: '结果中注明该图片未能识别。',
		openAdded: count => `新增的行中有 ${count} 行仍待核对，名单中没有说明的列。请核对：passport-ocr-tui 文件夹`,
		openRows: count => `${count} 行仍待核对，名单中没有说明的列。请核对：passport-ocr-tui 文件夹`,
		refused: count => `${count} 本护照有不能确定的内容，没有导出指令。请核对后重新导出：`,
		misfits: count => `${count} 本护照没有按模板写入：`,
		changed: (count, names) =>
			`${count} 张图片在识别之后已更改：${names}。这些值来自原来的图片，不算已验证：请重新识别。`,
		refusedRow: (name, why) => `${name}：${why}`,
		leftOut: count => `未导出人工剔除的护照 ${count} 本。`,
		twins: (count, names) => `${count} 张图片的护照已有一行：${names}。加 --once 则每本护照只写一行。`,
		once: (count, names) => `${count} 张重复护照的图片未写入：${names}。`,
	},

	config: {
		saved: path => `已保存到 ${path}，只有您能读取。`,
		inKeychain: path => `Secret 保存在系统钥匙串中，Key 保存在 ${path}。`,
		notInKeychain: reason => `系统钥匙串未能保存 Secret（${reason}），已保存到配置文件。`,
		noKeychain: '本机没有钥匙串，或尚未安装 @napi-rs/keyring：Secret 保存在配置文件中。',
		notForgotten: reason => `系统钥匙串中仍有该 Secret：${reason}`,
		secretSeen: '本机其他用户能看到 --secret 的值，它也会留在命令历史中：请改用 --secret-stdin。',
		reset: '已清除 Key 和 Secret。',
		savedColumns: names => (names === '' ? '没有起名保存的列' : `应为 ${names} 之一`),
		unfitSettings: (path, names) => `${path}：以下设置的值无效：${names}。现使用默认值，请在该文件中改正或删除。`,
		brokenFile: path => `无法读取设置，原文件已保留为 ${path}，并新建了设置。`,
		warnings: {
			'file-open-to-others': path => `本机其他用户可以读取 ${path}，建议执行 chmod 600。`,
			'folder-open-to-others': path => `本机其他用户可以进入 ${path}，建议执行 chmod 700。`,
			'in-git-work-tree': path => `${path} 位于 Git 工作区内，可能被误提交。`,
		},
		hints: {
			swapped: 'Key 和 Secret 似乎填反了。',
			same: 'Key 和 Secret 相同，其中一个一定不对。',
			'key-shape': 'Key 看起来不寻常：通常是 22 位字母和数字。',
			'secret-shape': 'Secret 看起来不寻常：通常是 32 位 0-9 和 a-f。',
		},
		keyTable: {
			heads: ['操作', '按键', '说明', '备注'],
			fixed: '不能更改',
			insteadOf: keys => `替代 ${keys}`,
		},
		/** What is wrong with keys, where all actions are known. */
		keysProblem: problem => {
			const wrong = {
				'unknown-action': () => `没有“${problem.id}”这个操作`,
				fixed: () => `“${problem.id}”的按键不能更改`,
				'unknown-key': () => `“${problem.id}”的“${'key' in problem ? problem.key : ''}”不能设为按键`,
				clash: () =>
					`“${'key' in problem ? problem.key : ''}”在同一页面上既是“${problem.id}”又是“${'other' in problem ? problem.other : ''}”`,
			};
			return wrong[problem.code]();
		},
		keys: problem => {
			switch (problem.code) {
				case 'no-pair':
					return `“${problem.part}”不是像 passport.accept=v 这样的“操作=按键”`;
				case 'unknown-action':
					return `没有“${problem.part}”这个操作，config keys 会列出全部操作`;
				case 'unknown-key':
					return `“${problem.part}”不能设为按键：可以是一个字符、space、enter、tab、up、pgdn，或 ctrl+ 加 c、z 以外的字母`;
			}
		},
		colours: problem => {
			switch (problem.code) {
				case 'no-background':
					return '以 light 或 dark 开头，然后是用途和颜色，例如 dark,look=#ffd75f';
				case 'unknown-role':
					return `“${problem.part}”不是“用途=颜色”；用途有 ${colourRoles.join('、')}`;
				case 'not-a-colour':
					return `“${problem.part}”不是像 look=#ffd75f 这样的颜色`;
				case 'low-contrast':
					return `${problem.part} 的对比度为 ${problem.ratio.toFixed(1)}:1，至少需要 4.5:1 才能看清`;
			}
		},
		engineNamed: engine => `auto 或 both 会在发送图片前询问；${engine} 必须在命令中指明，因为指明即表示同意发送`,
		testWhat: host => `向 ${host} 发送一张空白图片，可能消耗一次调用`,
		testAsk: host => `为了验证，将用 Key 和 Secret 向 ${host} 发送一张空白图片，可能消耗一次调用。[y/N] `,
		testNotAsked: '没有发送任何内容：使用 --yes 表示同意一次可能计费的调用。',
		tested: {
			accepted: 'Key 和 Secret 有效。',
			refused: 'Key 或 Secret 无效。',
			noQuota: 'Key 和 Secret 有效，但账号的次数已用完。',
			noBalance: 'Key 和 Secret 有效，但账号余额不足。',
			noProduct: 'Key 和 Secret 有效，但账号没有护照识别权限。',
			unclear: '从服务返回的内容看不出 Key 和 Secret 是否有效。',
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
		text: {consistent: '一致', doubtful: '存疑', contradicted: '有矛盾'},
		refused: '没有机读码',
		head: {line: '行', verdict: '结论', note: '说明'},
		atLine: line => `第 ${line} 行`,
		repaired: (from, to) => `${from} 已更正为 ${to}`,
		otherReadings: '其他读法',
		next: [
			'请给出资料页底部的两行，每行加引号，或通过标准输入提供。',
			'识别图片请用：passport-ocr-tui recognize --file F',
		],
	},

	demo: {
		folder: (count, path) => `${path} 中有 ${count} 张虚构人物的图片`,
	},

	mcp: {
		noRoots: '没有可读取的文件夹：客户端未指定根目录（roots）。请用 --dir 文件夹 启动，或由客户端指定根目录。',
		outside: (paths, roots) => `不在允许的文件夹中：${paths}。允许的文件夹：${roots}。`,
		needsConsent: engine =>
			`${engine} 会把图片发送到收费服务。请先征得用户同意，再带上 confirm_paid: true 和 max_calls 调用。`,
		noTool: name => `没有名为 ${name} 的工具。`,
		wrongInput: (name, faults) => `${name} 的参数有误：${faults}。`,
	},

	skill: {written: folder => `已写入 ${folder}。`},

	keep: {
		age: (count, unit) => `${count} ${{h: '小时', d: '天', w: '周', m: '个月'}[unit]}`,
		deleted: ({results, paid, journals}, age) =>
			`已删除 ${age}未改动的内容：${[
				...(results > 0 ? [`${results} 条图片已不存在的结果${paid > 0 ? `（其中 ${paid} 条为付费结果）` : ''}`] : []),
				...(journals > 0 ? [`${journals} 次工作的记录`] : []),
			].join('、')}。`,
		withPicture: (count, command) => `${count} 条更早的结果因图片仍在而保留。如需一并删除：${command}`,
	},

	purge: {
		what: (count, folder, journals) =>
			`删除 ${folder} 及其子文件夹中保存的 ${count} 条结果（包括人工核对的内容）${journals > 0 ? `和 ${journals} 次工作的记录` : ''}`,
		ask: what => `${what}？图片会保留。[y/N]`,
		shared: file => `${file} 中还有其他人的护照，因此保留：请自行处理。`,
		nothing: folder => `${folder} 中没有保存的结果。`,
		deleted: count => `已删除 ${count} 条保存的结果。`,
		journals: count => `已删除 ${count} 次工作的记录。`,
		would: what => `将${what}。没有删除任何内容。`,
		left: '没有删除任何内容。',
		disk: '在固态硬盘或日志文件系统上，删除不等于彻底擦除。',
	},
};
