import type {ErrorDetails} from '../../core/errors.ts';
import type {ExportFormat} from '../../core/export/formats.ts';
import {detail} from '../details.ts';
import {formatWords} from '../export-formats.ts';

/** 输入的命令有什么问题。 */
export const usage = (details: ErrorDetails): string => {
	const value = (name: string) => detail(details, name);
	const hint = value('suggestion') ? `您是否想输入 ${value('suggestion')}？` : '';
	switch (details.problem) {
		case 'unknown-option':
			return value('belongs')
				? `${value('option')} 是以下命令的选项：${value('belongs')}。`
				: `没有选项 ${value('option')}。${hint}`;
		case 'prints':
			return `${value('option')}：此命令不写电子表格，请用导出命令：passport-ocr-tui export --from-dir 文件夹 --output ${value('option')}`;
		case 'taken':
			return `${value('option')} 不能是 ${value('value')}：这是图片或其已存结果的文件名。`;
		case 'own-input':
			return `${value('option')} 不能是 ${value('value')}：本命令要读取它${value('input') === '-' ? '（标准输入）' : value('input') === value('value') ? '' : `（${value('input')}）`}。请换一个名称。`;
		case 'unknown-command':
			return `没有名为“${value('command')}”的命令或文件。${hint}`;
		case 'missing-value':
			return `${value('option')} 需要一个值：${value('expected')}。`;
		case 'needless-value':
			return `${value('option')} 后面不需要值。`;
		case 'bad-value':
			return `${value('option')} 不能是“${value('value')}”：${value('expected')}。${hint}`;
		case 'conflict':
			return `${value('option')} 和 ${value('other')} 不能同时使用。`;
		case 'too-early':
			return `${value('option')} ${value('value')} 早于行程开始的 ${value('from')}。`;
		case 'needs':
			return `这里需要 ${value('option')}。`;
		case 'needs-yes':
			return `没有终端时需要 --yes：${value('does')}。未执行任何操作。`;
		case 'misnamed':
			return `${value('output')} 不是 ${formatWords.zh[value('format') as ExportFormat]?.file ?? value('format')}的名称：请以 ${value('extension')} 结尾，或去掉 --format。`;
		case 'extra-argument':
			return `${value('command')} 不接受参数“${value('value')}”。${hint}`;
		case 'unknown-choice':
			return `${value('command')} 后面须为下列之一：${value('choices')}。${hint}`;
		case 'nothing-named':
			return '没有指定图片。';
		case 'no-shard':
			return `--shard auto 在环境变量中找不到份号和份数：SLURM_ARRAY_TASK_ID 和 SLURM_ARRAY_TASK_COUNT、JOB_COMPLETION_INDEX 和 JOB_COMPLETIONS，或 SHARD_INDEX（从 0 起）和 SHARD_COUNT。${value('found') && `当前为：${value('found')}。`}`;
		case 'no-terminal':
			return '引导界面需要在终端中运行，当前环境不是终端。';
		default:
			return '命令用法错误。';
	}
};
