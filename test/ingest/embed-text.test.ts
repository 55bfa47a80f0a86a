import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.js';
import { tokenBound } from '../../ingest/chunk.js';
import { embedText } from '../../ingest/embed-text.js';

const chunk = (heading: string[] = [], tableHeader: string | null = null) => ({ heading, tableHeader });

test('title, headings and table header stand in front of the passage', () => {
  expect(embedText('通知', chunk(['一、目标'], '年份 | 指标'), '2021 | 90%')).toBe(
    '通知\n一、目标\n年份 | 指标\n2021 | 90%',
  );
});

test('a long path of headings leaves room for the header of the table', () => {
  const text = embedText('关'.repeat(60), chunk(['第一章'.repeat(10), '学位供给'], '学校 | 学位'), '第三小学 | 45个');
  expect(text.split('\n').slice(2)).toEqual(['学校 | 学位', '第三小学 | 45个']);
  expect(text).toContain('学位供给');
});

test('the context gives way, the passage is whole, and the model’s limit is kept', () => {
  const passage = '教'.repeat(450);
  const text = embedText('关'.repeat(200), chunk(['标'.repeat(100)]), passage);
  expect(text.endsWith(passage)).toBe(true);
  expect(tokenBound(text)).toBeLessThanOrEqual(510);
  expect(embedText('通知', chunk(), '教'.repeat(510))).toBe('教'.repeat(510));
});

test('the bound is one: no token of the vocabulary stands for less than a character', () => {
  const { model } = JSON.parse(readFileSync(join(projectRoot, 'models/bge-small-zh-v1.5/tokenizer.json'), 'utf8'));
  const pieces = Object.keys(model.vocab).map((piece) => piece.replace(/^##/, ''));
  expect(pieces.every((piece) => piece.length > 0)).toBe(true);
});
