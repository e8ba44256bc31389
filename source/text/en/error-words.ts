export const seems: Readonly<Record<string, string>> = {
	empty: 'it is empty',
	text: 'it holds text',
	html: 'it holds a web page',
	json: 'it holds JSON',
	email: 'it is an e-mail',
	zip: 'it is an archive',
	archive: 'it is an archive',
	office: 'it is an Office document',
	video: 'it is a video',
};

/** What to do with a file that is no picture, by what it seems to be. */
export const seemsAdvice: Readonly<Record<string, string>> = {
	html: 'Open it in a browser and save the picture itself.',
	email: 'Open it in your mail program and save the attached pictures.',
	zip: 'Name the .zip file itself to read the pictures in it, or unpack it.',
	archive: 'Unpack it, and choose the folder with its pictures.',
	office: 'Open it and save the pictures in it as JPEG or PNG files.',
	video: 'Take a picture of the page, or save one frame of the video as JPEG.',
};

/** What to do with a picture in a format that cannot be read. */
export const formatAdvice: Readonly<Record<string, string>> = {
	ZIP: 'Unpack it with its password, and choose the pictures in it.',
	PDF: 'Open it with its password and print it to a new PDF, or save its pages as pictures.',
	HEIF: 'Save it as JPEG. On a phone: choose JPEG, or Most Compatible, in the settings of the camera.',
	SVG: 'It is a drawing, not a photo. Open it in a browser and save it as PNG.',
	'camera RAW': 'Export it as JPEG in the program of the camera.',
};

export const kinds: Readonly<Record<string, string>> = {
	folder: 'a folder',
	fifo: 'a pipe',
	socket: 'a socket',
	device: 'a device',
};

export const shapes: Readonly<Record<string, string>> = {
	TD1: 'an identity card (TD1)',
	TD2: 'an identity card or an older travel document (TD2)',
	'old-french-card': 'an old French identity card, whose lines do not follow ICAO 9303',
	'MRV-A': 'a visa (MRV-A)',
	'MRV-B': 'a visa (MRV-B)',
};

/** What the service calls its documents by number (`typeId`). */
export const documents: Readonly<Record<string, string>> = {
	1: 'an identity card',
	2: 'an identity card',
	3: 'the back of an identity card',
	4: 'a temporary identity card',
	5: 'a driving licence',
	6: 'a vehicle licence',
	9: 'a Hong Kong and Macau permit',
	10: 'a Taiwan permit',
	11: 'a Taiwan permit',
	12: 'a visa',
	14: 'a home-return permit',
	15: 'a home-return permit',
	16: 'a household register',
	17: 'a bank card',
	22: 'a Hong Kong and Macau permit',
	25: 'a Taiwan permit',
	26: 'a Taiwan permit',
};

/** Where the answer of a service is no answer of this service. */
export const answers: Readonly<Record<string, string>> = {
	empty: 'it is empty',
	cut: 'it ends in the middle',
	html: 'it is a web page',
	'not-json': 'it is no JSON',
	'unknown-shape': 'it has a shape that is not known',
	'no-card': 'it says nothing',
	'too-long': 'it is too long',
	redirect: 'it sends elsewhere, which is not followed',
};

export const networks: Readonly<Record<string, string>> = {
	'proxy-refuses': 'the proxy of HTTPS_PROXY does not connect to it',
	HPE: 'it does not speak HTTP',
	UND_ERR_HEADERS_OVERFLOW: 'its answer is no HTTP answer',
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection broke',
	EPIPE: 'the connection broke',
	ECONNREFUSED: 'connection refused',
	ENOTFOUND: 'there is no such server',
	EAI_AGAIN: 'the name cannot be looked up now',
	UND_ERR_CONNECT_TIMEOUT: 'no answer',
	ECONNRESET: 'the connection broke',
	UND_ERR_SOCKET: 'the connection broke',
	'address-reserved': 'its address is reserved for other purposes',
	'not-encrypted': 'it sends on to an address without encryption',
	'address-not-allowed': 'its address is in a private network or reserved',
	'bad-redirect': 'it redirects to what is no web address, or to one with a password',
	'too-many-redirects': 'it sends from one address to the next',
	timeout: 'it takes too long',
};

/** What the system says of a file, by its code. */
export const systems: Readonly<Record<string, string>> = {
	EINVAL: 'the system does not take this name or place',
	ELOOP: 'its links lead in a circle',
	ENXIO: 'it is a pipe or a device',
	NOT_A_FILE: 'it is a pipe or a device',
	EFBIG: 'it is too large',
	ERR_FS_FILE_TOO_LARGE: 'it is too large',
	ENFILE: 'too many files are open',
	EXDEV: 'it is on another disk',
	ETXTBSY: 'another program uses it',
	ESTALE: 'the network drive has lost it',
	ETIMEDOUT: 'the network drive does not answer',
	ENOTCONN: 'the network drive is not connected',
	ENOSYS: 'the disk cannot do this',
	ENODEV: 'there is no such device',
	ENOTEMPTY: 'the folder is not empty',
	EACCES: 'no permission',
	EPERM: 'not permitted',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'your share of the disk is used up',
	LOCKED: 'another run of this program is adding to it',
	PROTECTED: 'it is protected in Excel',
	READ_ONLY: 'it is write-protected',
	DEVICE: 'it is a device, not a file',
	DANGLING: 'it is a link to a file that is not there',
	OTHER_ENDING: 'it is a link to a file with another ending',
	RESULT: 'it is the kept result of a picture',
	LINK: 'it is a link, which is not followed',
	EISDIR: 'a folder has this name',
	ENOENT: 'the folder does not exist',
	ENOTDIR: 'a part of the path is a file, not a folder',
	EBUSY: 'another program uses it',
	CHANGED: 'it was changed in the meantime',
	EMFILE: 'too many files are open',
	ENAMETOOLONG: 'the name is too long',
	EIO: 'the disk reports an error',
};
