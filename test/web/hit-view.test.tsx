import { render } from 'preact-render-to-string';
import { exampleDocument, exampleSearch, exampleSimilar } from '../../services/api/endpoints/examples.js';
import type { DocumentSummary } from '../../services/domain/document.js';
import { sayIn } from '../../services/domain/messages/web.js';
import type { Hit as HitType } from '../../services/domain/result.js';
import { Facts } from '../../web/views/facts.js';
import { Hit } from '../../web/views/hit.js';

const view = { language: 'zh' as const, say: sayIn('zh'), here: { path: '/', params: {} } };
const [hit] = exampleSearch.hits as [HitType];
const earlier = exampleSimilar.documents[0]!.document;
const older: DocumentSummary = { ...earlier, newer: { ...earlier.newer!, kind: 'version' } };
const shown = (
  changes: Partial<HitType> = {},
  asked: readonly ('keyword' | 'vector')[] = ['keyword', 'vector'],
): string => render(<Hit view={view} hit={{ ...hit, ...changes }} q="毛入园率" asked={asked} />);
const facts = (changes: Partial<DocumentSummary>): string =>
  render(<Facts view={view} document={{ ...exampleDocument, ...changes }} />);

test('what is folded under a hit is listed with its date, how it is related and a comparison; an old version as such', () => {
  const { id, start, end, page } = hit.passage;
  const member = { document: older, passage: { id: id + 1, start, end, page }, relation: 'version' as const };
  const html = shown({ family: { members: [member], count: 1 } });
  for (const words of ['同样的内容还见于', '旧版', '2022年3月10日', '另一版本']) expect(html).toContain(words);
  expect(html).toContain(`/compare?a=${older.id}&amp;b=${exampleDocument.id}`);
  expect(html).toContain(`/documents/${older.id}?at=${start}&amp;q=`);
  expect(html).not.toContain('另有');
});

test('a long family shows three and keeps the rest behind one line', () => {
  const members = Array.from({ length: 5 }, (_, i) => ({
    document: older,
    passage: { id: i + 2, start: 0, end: 1, page: null },
    relation: null,
  }));
  const html = shown({ family: { members, count: 30 } });
  expect(html).toContain('另有 27 份');
  expect(html.split('<details').at(0)?.match(/同族/g)).toHaveLength(3);
});

test('why a hit stands there: places in the legs, terms, what it was brought forward for, and the sentence', () => {
  const html = shown();
  for (const words of [
    '为什么排在这里',
    '字面：排第 1',
    '意思：排第 3，相近度 0.64',
    '含有查询的词：',
    '原样含有查询',
    '最贴近的一句：',
  ])
    expect(html).toContain(words);
});

test('a leg that was not asked is not spoken of; one that was and did not find it is', () => {
  const legs = hit.why.legs.filter(({ leg }) => leg === 'vector');
  expect(shown({ why: { ...hit.why, legs } }, ['vector'])).not.toContain('字面');
  expect(shown({ why: { ...hit.why, legs } })).toContain('字面：没有排进前列');
});

test('an old document says how old it is, and a superseded one that it is an older version, whatever status it gives itself', () => {
  const year = new Date().getFullYear();
  expect(facts({ year: year - 12, date: null, status: '未知' })).toContain('12 年前');
  expect(facts({ year: year - 1, date: null, status: '未知' })).not.toContain('年前');
  expect(facts({ year: year - 12, date: null, status: '现行' })).not.toContain('年前');
  const superseded = facts({ year: year - 12, date: null, status: '试行', newer: older.newer });
  expect(superseded).toContain('旧版');
  expect(superseded).toContain('12 年前');
  expect(superseded).not.toContain('badge good');
  expect(facts({ newer: earlier.newer })).toContain('往年');
});
