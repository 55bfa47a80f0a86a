import { render } from 'preact-render-to-string';
import { exampleDocument, exampleFamily, exampleSimilar } from '../../services/api/endpoints/examples.js';
import { sayIn } from '../../services/domain/messages/web.js';
import { Family } from '../../web/views/family.js';
import { NewerNotice } from '../../web/views/newer.js';

const view = { language: 'zh' as const, say: sayIn('zh'), here: { path: '/', params: {} } };
const [related] = exampleSimilar.documents;
const earlier = related!.document;

test('a family says which is in force and why, how alike each is, and how many numbers differ', () => {
  const members = [{ ...related!, relation: 'version' as const, numbers: 3 }];
  const inForce = { id: exampleDocument.id, ground: 'newest' as const, of: 2 };
  const html = render(<Family view={view} family={{ ...exampleFamily, members, inForce }} />);
  for (const words of [
    '同一文件的各个版本',
    '2 个版本都有日期',
    '现行版本：本文件',
    '另一版本',
    '文字相同 82%',
    '数字不同 3 处',
  ])
    expect(html).toContain(words);
  expect(html).toContain(`href="/compare?a=${earlier.id}&amp;b=${exampleDocument.id}"`); // the older on the left
});

test('a series lists its years, this one marked', () => {
  const html = render(<Family view={view} family={exampleFamily} />);
  expect(html).toMatch(/2023 年 <strong>本文件<\/strong>/);
  expect(html).toContain('2022 年');
});

test('a newer edition is said clearly, with a link; nothing is said where there is none', () => {
  const html = render(<NewerNotice view={view} document={earlier} />);
  expect(html).toContain('有更新的一年');
  expect(html).toContain(`/documents/${exampleDocument.id}`);
  expect(render(<NewerNotice view={view} document={exampleDocument} />)).toBe('');
});
