import type {off as en} from '../en/off.ts';
import {press} from './press.ts';

/** 按键此时为什么不起作用。 */
export const off: typeof en = {
	onlyEditing: key => `只在修改字段时有效：先${press(key('field.edit'))}。`,
	pressKey: '请关闭帮助后直接按这个键。',
	noAccountYet: '请先填写 Key 和 Secret。',
	decided: key =>
		`这本已经有核对结果：先${press(key('app.undo'), '撤销')}，再${press(key('passport.again'), '重新识别')}。`,
	noPictures: key => `这个终端不能显示图片。${press(key('view.open'), '打开图片')}。`,
	otherScreen: '请在其他页面使用。',
	closest: '已放到最大。',
	wholePage: key => `没有放大。${press(key('view.closer'), '放大整页')}。`,
	noOther: '这个字段没有其他识别结果。',
	noSuchOther: '这个字段没有这么多其他识别结果。',
	nothingChanged: '内容没有改动，不算核对。',
	allDecided: '每本护照都已核对。',
	noField: '还没有可以核对的护照。',
	notTyped: key =>
		`这张图片未识别：${press(key('mrz.type'), '录入两行机读码')}，${press(key('field.edit'), '录入单个字段')}。`,
	noneClean: '没有等待接受的已验证护照。',
	unbound: key => `此键在这里不起作用，${press(key('app.help'), '查看全部按键')}。`,
	held: '按键按住未放，或按得太快：请松开，看清后再按。',
	nothingToUndo: '没有可以撤销的。',
	nothingToRedo: '没有可以重做的。',
	nothingChosen: key => `请先选择图片：${press(key('picker.toggle'), '选择')}，${press(key('picker.all'), '全选')}。`,
	notFailed: '已识别或失败的图片才能重新识别。',
	nothingFailed: '没有失败的图片。',
	allRead: '已经全部识别完。',
	nothingRead: '还没有识别出护照。',
	alreadyRead: key => `这一张已经识别完了。核对时${press(key('passport.reject'), '可以剔除')}。`,
	alreadyOut: key => `这一张已经移出，${press(key('reading.again'), '可以再识别')}。`,
	beingRead: '这一张正在识别。',
	noFolder: '光标处不是文件夹。',
	atTop: '已经是最上级文件夹。',
	noneAccepted: key => `还没有接受任何护照：${press(key('question.all'), '导出全部已识别的')}。`,
	noRows: '没有可以导出的行。',
	noPicture: '还没有图片。',
	notReadYet: '尚未识别。',
	notReading: '现在没有在识别。',
};
