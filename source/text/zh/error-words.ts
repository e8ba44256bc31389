export const seems: Readonly<Record<string, string>> = {
	empty: '文件是空的',
	text: '里面是文字',
	html: '里面是网页',
	json: '里面是 JSON',
	email: '是电子邮件',
	zip: '是压缩包',
	archive: '是压缩包',
	office: '是 Office 文档',
	video: '是视频',
};

/** 不是图片的文件该怎么办。 */
export const seemsAdvice: Readonly<Record<string, string>> = {
	html: '请用浏览器打开，再把其中的图片另存为文件。',
	email: '请在邮件程序中打开，把附件中的图片另存为文件。',
	zip: '请直接指定该 .zip 文件以识别其中的图片，或先解压。',
	archive: '请先解压，再选择其中图片所在的文件夹。',
	office: '请打开它，把其中的图片另存为 JPEG 或 PNG 文件。',
	video: '请拍一张该页的照片，或把视频中的一帧另存为 JPEG。',
};

/** 无法读取的图片格式该怎么办。 */
export const formatAdvice: Readonly<Record<string, string>> = {
	ZIP: '请用密码解压，再选择其中的图片。',
	PDF: '请输入密码打开，再打印成新的 PDF，或把各页另存为图片。',
	HEIF: '请另存为 JPEG。手机上可在相机设置中选择 JPEG 或“兼容性最佳”。',
	SVG: '这是矢量图，不是照片。请用浏览器打开，另存为 PNG。',
	'camera RAW': '请用相机配套的程序导出为 JPEG。',
};

export const kinds: Readonly<Record<string, string>> = {
	folder: '文件夹',
	fifo: '管道',
	socket: '套接字',
	device: '设备',
};

export const shapes: Readonly<Record<string, string>> = {
	TD1: '身份证件（TD1）',
	TD2: '身份证件或旧式旅行证件（TD2）',
	'old-french-card': '旧版法国身份证（其机读行不符合 ICAO 9303）',
	'MRV-A': '签证（MRV-A）',
	'MRV-B': '签证（MRV-B）',
};

/** 服务的证件编号（typeId）。 */
export const documents: Readonly<Record<string, string>> = {
	1: '身份证',
	2: '身份证',
	3: '身份证背面',
	4: '临时身份证',
	5: '驾驶证',
	6: '行驶证',
	9: '往来港澳通行证',
	10: '台湾通行证',
	11: '台湾通行证',
	12: '签证',
	14: '回乡证',
	15: '回乡证',
	16: '户口本',
	17: '银行卡',
	22: '往来港澳通行证',
	25: '台湾通行证',
	26: '台湾通行证',
};

export const answers: Readonly<Record<string, string>> = {
	empty: '内容为空',
	cut: '内容不完整',
	html: '返回的是网页',
	'not-json': '不是 JSON',
	'unknown-shape': '格式未知',
	'no-card': '没有任何内容',
	'too-long': '内容过长',
	redirect: '要求转到别处，未跟随',
};

export const networks: Readonly<Record<string, string>> = {
	'proxy-refuses': 'HTTPS_PROXY 指定的代理无法连接到它',
	HPE: '对方不是 HTTP 服务',
	UND_ERR_HEADERS_OVERFLOW: '对方的回应不符合 HTTP',
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: '连接中断',
	EPIPE: '连接中断',
	ECONNREFUSED: '对方拒绝连接',
	ENOTFOUND: '没有这个服务器',
	EAI_AGAIN: '暂时无法解析域名',
	UND_ERR_CONNECT_TIMEOUT: '连接超时',
	ECONNRESET: '连接中断',
	UND_ERR_SOCKET: '连接中断',
	'address-reserved': '该地址为保留地址',
	'not-encrypted': '转到了未加密的地址',
	'address-not-allowed': '地址属于内网或保留地址',
	'bad-redirect': '重定向到非网页地址，或带有密码的地址',
	'too-many-redirects': '重定向次数过多',
	timeout: '用时过长',
};

/** 系统的错误代码。 */
export const systems: Readonly<Record<string, string>> = {
	EINVAL: '系统不接受这个名称或位置',
	ELOOP: '链接形成了循环',
	ENXIO: '它是管道或设备',
	NOT_A_FILE: '它是管道或设备',
	EFBIG: '文件太大',
	ERR_FS_FILE_TOO_LARGE: '文件太大',
	ENFILE: '打开的文件过多',
	EXDEV: '它在另一个磁盘上',
	ETXTBSY: '其他程序正在使用它',
	ESTALE: '网络磁盘已找不到它',
	ETIMEDOUT: '网络磁盘没有响应',
	ENOTCONN: '网络磁盘未连接',
	ENOSYS: '该磁盘不支持此操作',
	ENODEV: '没有这个设备',
	ENOTEMPTY: '文件夹不是空的',
	EACCES: '没有权限',
	EPERM: '不允许此操作',
	EROFS: '磁盘只读',
	ENOSPC: '磁盘已满',
	EDQUOT: '磁盘配额已用完',
	LOCKED: '本程序的另一次运行正在追加',
	PROTECTED: '已在 Excel 中设置保护',
	READ_ONLY: '文件设有写保护',
	DEVICE: '它是设备，不是文件',
	DANGLING: '它是一个链接，所指的文件不存在',
	OTHER_ENDING: '它是一个链接，所指文件的扩展名不同',
	RESULT: '它是一张图片的识别结果',
	LINK: '它是一个链接，程序不会跟随链接',
	EISDIR: '已有同名文件夹',
	ENOENT: '文件夹不存在',
	ENOTDIR: '路径中有一段是文件，不是文件夹',
	EBUSY: '其他程序正在使用',
	CHANGED: '刚刚被其他程序修改过',
	EMFILE: '打开的文件过多',
	ENAMETOOLONG: '名称过长',
	EIO: '磁盘读写出错',
};
