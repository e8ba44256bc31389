import {expect, test} from 'vitest';
import {sentences} from '../../source/text/sentences.ts';

test('sentences have a blank between them, but none in Chinese, and none for one that is empty', () => {
	expect(sentences('It is full.', '', 'Export first.')).toBe('It is full. Export first.');
	expect(sentences('磁盘已满。', '请先导出。')).toBe('磁盘已满。请先导出。');
	expect(sentences('要继续吗？', 'Yes or no?', '请回答。')).toBe('要继续吗？Yes or no? 请回答。');
	expect(sentences()).toBe('');
});
