import fc from 'fast-check';
import { findingKey, type ToldFinding } from '../../../services/drafting/finding-key.js';

const finding: ToldFinding = {
  kind: 'deadline',
  level: 'conflict',
  start: 120,
  end: 126,
  draft: '30个工作日',
  source: {
    documentId: 'd1',
    file: '办法.txt',
    title: '临澜市课后服务管理办法',
    date: '2018-08-01',
    start: 40,
    end: 70,
    text: '学校应当自收到之日起15个工作日内答复。',
  },
  words: '15个工作日',
  message: '此处是“15个工作日”。',
  confidence: 0.9,
};
const key = findingKey(finding);

test('a key stays the same when the draft grows above the words, and in another language', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), (shift, message, confidence) => {
      const moved = { ...finding, start: finding.start + shift, end: finding.end + shift, message, confidence };
      expect(findingKey(moved)).toBe(key);
    }),
  );
});

test('a key stays the same when the words are typed in another width or with spaces, on either side', () => {
  const source = { ...finding.source!, start: 80, end: 110, text: '学校应当自收到之日起 15 个工作日内答复。' };
  expect(findingKey({ ...finding, draft: '３０ 个工作日', words: '１５个工作日', source })).toBe(key);
});

test('another value, another source or another kind has another key', () => {
  const others: ToldFinding[] = [
    { ...finding, draft: '60个工作日' },
    { ...finding, words: '20个工作日' },
    { ...finding, kind: 'number' },
    { ...finding, source: { ...finding.source!, documentId: 'd2' } },
    { ...finding, source: { ...finding.source!, text: '学校应当自受理之日起15个工作日内答复。' } },
  ];
  expect(new Set([key, ...others.map(findingKey)]).size).toBe(others.length + 1);
});

test('a finding inside the draft alone has a key too', () => {
  const { source: _source, words: _words, ...inside } = finding;
  expect(findingKey(inside)).toMatch(/^[0-9a-f]{16}$/);
});
