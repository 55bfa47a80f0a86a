import { chart } from '../../bench/quality/chart.js';
import { draw } from '../../bench/quality/draw.js';
import type { Result } from '../../bench/quality/judge-set.js';

const systems = ['Yanju hybrid', 'Yanju keyword', 'BM25 over bigrams'];
const result = (kind: string, system: string, ...values: number[]): Result => ({
  set: 'archive',
  kind,
  system,
  ids: values.map((_, i) => `${kind}${i}`),
  judged: values.map((value) => ({ 'nDCG@10': value })),
});
const results = [
  result('exact', 'Yanju hybrid', 1, 1, 1),
  result('exact', 'BM25 over bigrams', 1, 0.5, 0.9),
  result('semantic', 'Yanju hybrid', 0.4, 0.6, 0.8),
  result('semantic', 'Yanju keyword', 0.1, 0.2, 0.3),
];
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words ?? '');

test('the chart has a panel for each set and kind, and names every system in it with its figure', async () => {
  const svg = await draw(chart(results, systems));
  expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
  const words = texts(svg);
  expect(words).toEqual(expect.arrayContaining(['archive: exact (3)', 'archive: semantic (3)']));
  expect(words.filter((word) => word === 'Yanju hybrid')).toHaveLength(2);
  expect(words).toEqual(expect.arrayContaining(['1.000', '0.800', '0.600', '0.200']));
});

test('systems that are not asked for, and kinds of several sets taken together, are left out', async () => {
  const pooled: Result = { ...result('semantic', 'Yanju hybrid', 1), set: '' };
  const words = texts(await draw(chart([...results, pooled], ['Yanju hybrid'])));
  expect(words).not.toContain('BM25 over bigrams');
  expect(words.filter((word) => word.includes('('))).toHaveLength(3); // two panels, and the note above them
});
