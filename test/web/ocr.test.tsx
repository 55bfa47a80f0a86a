import { renderToString } from 'preact-render-to-string';
import { sayIn } from '../../services/domain/messages/web.js';
import type { Passage } from '../../services/domain/passage.js';
import { readingBlocks } from '../../web/reading.js';
import { OcrBadge, pagesByOcr, Unread } from '../../web/views/ocr.js';
import type { View } from '../../web/views/view.js';

const view = (language: 'zh' | 'en') => ({ language, say: sayIn(language) }) as View; // all that these parts use

const passage = (id: number, start: number, page: number, ocr: number | null): Passage => ({
  id,
  heading: [],
  text: '某某某',
  start,
  end: start + 3,
  page,
  ocr,
});
const blocks = readingBlocks({
  text: '第一页\n第二页\n第五页\n第六页',
  outline: [],
  passages: [passage(1, 0, 1, null), passage(2, 4, 2, 0.9), passage(3, 8, 5, 0.967), passage(4, 12, 6, null)],
  marks: [],
});

test('what OCR read says so, with its confidence rounded down; other text does not', () => {
  expect(renderToString(<OcrBadge view={view('zh')} confidence={0.967} />)).toContain('文字识别 96%');
  expect(renderToString(<OcrBadge view={view('en')} confidence={0.967} />)).toMatch(/title="[^"]*may contain errors/);
  expect(renderToString(<OcrBadge view={view('zh')} confidence={null} />)).toBe('');
});

test('pages that OCR read are marked where they start, and counted up to the next one', () => {
  expect(blocks.map(({ page, ocr }) => [page, ocr])).toEqual([
    [1, undefined],
    [2, 0.9],
    [5, 0.967],
    [6, undefined],
  ]);
  expect(pagesByOcr(blocks)).toBe(4);
});

test('parts that were not read are listed by reason with their pages', () => {
  const unread = [
    { reason: 'ocr' as const, page: 3 },
    { reason: 'ocr' as const, page: 7 },
    { reason: 'object' as const, page: null },
  ];
  const html = renderToString(<Unread view={view('zh')} unread={unread} />);
  expect(html).toContain('有 2 页是扫描件，没有识别成功。页码：3、7。');
  expect(html).toContain('有 1 个嵌入的对象没有读出。');
});
