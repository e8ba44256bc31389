import type {reading as en} from '../../en/screens/reading.ts';
import {seconds} from '../counting.ts';
import {press} from '../press.ts';

/** 识别过程。 */
export const reading: typeof en = {
	of: (done, all) => `${done} / ${all}`,
	left: time => `还需 ${seconds(time)}`,
	finished: '已完成',
	paused: '已暂停',
	goOn: '继续',
	starting: '准备中',
	startingReader: '正在启动识别',
	watched: count => (count === 0 ? '正在监视文件夹' : `正在监视文件夹，新增 ${count} 张`),
	watchNoMore: '停止监视',
	waitingForPictures: '等待新图片',
	stopped: '已停止',
	waitingForService: '等待服务响应',
	slowest: time => `最慢 ${time.toFixed(1)} 秒`,
	failed: count => `${count} 张失败`,
	again: (seconds, why, next, of) => `${seconds} 秒后重试 ${next}/${of}：${why}`,
	share: percent => `识别中 ${percent} %`,
	took: time => `${time} 秒`,
	heads: {file: '文件', state: '状态', number: '号码', checks: '校验位', time: '用时'},
	keysFailed: key =>
		`${press(key('reading.again'), '重新识别')}，${press(key('reading.openOutside'), '打开图片')}，${press(key('reading.leaveOut'), '移出')}`,
	keysOther: key => press(key('reading.failedOnly'), '只看失败的'),
	atATime: count => `同时 ${count} 张`,
	each: time => `每张 ${time < 10 ? time.toFixed(1) : Math.round(time)} 秒`,
	elapsed: time => `已用 ${seconds(time)}`,
	calls: (made, paid, perhaps) => `调用 ${made} 次，已计费 ${paid} 次${perhaps > 0 ? `，可能计费 ${perhaps} 次` : ''}`,
	states: {waiting: '等待', reading: '识别中', leftOut: '已移出'},
	toCheck: fields => (fields.length > 3 ? `${fields.length} 个字段待核对` : `待核对：${fields.join('、')}`),
	kept: '已有结果',
	failedBefore: why => `此前识别失败：${why}`,
	hintWhile: key => `${press(key('reading.review'), '现在就开始核对')}，识别会继续进行。`,
	hintHeld: key =>
		`${press(key('reading.review'), '现在就开始核对')}，${press(key('reading.pause'), '继续识别其余图片')}。`,
	hintDone: (counts, key) => `${counts}。${press(key('reading.review'), '开始核对')}。`,
	hintWatching: key => `放入文件夹的图片会自动识别；${key('reading.watch')} 停止监视。`,
	hintNothing: key => `没有识别出任何护照。${press(key('app.back'), '返回选择图片')}。`,
	onlyFailed: '只看失败',
	nothingFailed: '没有失败的图片。',
};
