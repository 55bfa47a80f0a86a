import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import request from 'supertest';
import type { CitedPlace } from '../../services/domain/citation.js';
import type { DocumentSummary } from '../../services/domain/document.js';
import { sayIn } from '../../services/domain/messages/web.js';
import type { Passage } from '../../services/domain/passage.js';
import { type CitationLink, citationLinks } from '../../web/citation-links.js';
import { wholeCharacters } from '../../web/highlight.js';
import { readingBlocks } from '../../web/reading.js';
import { Reading } from '../../web/views/reading.js';
import type { View } from '../../web/views/view.js';
import { createFixtureApp } from './app-fixture.js';

const view: View = { language: 'zh', say: sayIn('zh'), here: { path: '/documents/d', params: {} } };
const held = (title: string, status: DocumentSummary['status'] = '未知'): DocumentSummary => ({
  id: `d-${title}`,
  title,
  number: null,
  issuer: null,
  region: null,
  date: null,
  year: null,
  type: null,
  status,
  file: `${title}.txt`,
  newer: null,
});
const nothing = { document: null, newer: null, repealedBy: [], candidates: [], passage: null };
const place = (resolution: Partial<CitedPlace['resolution']>, more: Partial<CitedPlace> = {}): CitedPlace => ({
  start: 0,
  end: 4,
  title: null,
  articles: [],
  resolution: { ...nothing, state: 'current', ...resolution },
  ...more,
});
const linkOf = (resolution: Partial<CitedPlace['resolution']>, more: Partial<CitedPlace> = {}) =>
  citationLinks([place(resolution, more)], view)[0]!; // of one place

describe('the link of a citation', () => {
  it('leads to the document, and to the article where one is cited', () => {
    const document = held('临澜市入学办法');
    expect(linkOf({ document }).href).toBe(`/documents/${encodeURIComponent(document.id)}`);
    const cited = linkOf({ document, passage: { id: 7, start: 30, end: 60 } }, { articles: ['第三条'] });
    expect(cited.href).toMatch(/\?at=30#p7$/);
    expect(cited.title).toBe('已收；《临澜市入学办法》；到第三条');
  });

  it('says that a document is in force only where it says so itself', () => {
    expect(linkOf({ document: held('甲办法', '现行') }).title).toMatch(/^现行/);
    expect(linkOf({ document: held('甲办法') }).title).not.toContain('现行');
  });

  it('names what came in its place, and what repealed it', () => {
    const [document, newer] = [held('甲办法（2010年）'), held('甲办法（2020年）')];
    expect(linkOf({ state: 'revised', document, newer })).toMatchObject({
      href: `/documents/${encodeURIComponent(document.id)}`,
      title: '已修订；《甲办法（2010年）》；新的版本是《甲办法（2020年）》',
    });
    expect(linkOf({ state: 'revised', newer }).title).toBe(
      '已修订；所引的一版未收，打开的是较新的《甲办法（2020年）》',
    );
    const repealedBy = [{ document: newer, start: 0, end: 9, text: '废止。' }];
    expect(linkOf({ state: 'repealed', document, repealedBy }).title).toContain('废止依据见《甲办法（2020年）》');
  });

  it('leads nowhere where nothing is held, or several fit', () => {
    expect(linkOf({ state: 'missing' })).toMatchObject({ href: undefined, title: '未收' });
    expect(linkOf({ state: 'ambiguous', candidates: [held('甲'), held('乙')] })).toMatchObject({ href: undefined });
  });
});

const link = (start: number, end: number, href: string | undefined = '/documents/x'): CitationLink => ({
  start,
  end,
  href,
  state: href === undefined ? 'missing' : 'current',
  title: 't',
});
const rendered = (
  text: string,
  links: readonly CitationLink[],
  more: {
    marks?: { start: number; end: number }[];
    passages?: Passage[];
    opened?: Passage;
    values?: typeof value;
  } = {},
): string => {
  const { marks = [], passages = [], opened, values = [] } = more;
  const found = marks.map((range) => ({ ...range, kind: 'match' as const }));
  const blocks = readingBlocks({ text, outline: [], passages, marks: found, links });
  return renderToString(
    <Reading
      view={view}
      text={text}
      blocks={blocks}
      opened={opened}
      marks={marks.length}
      values={values}
      permalink={(n) => `#n${n}`}
      elsewhere={(n) => `/e${n}`}
    />,
  );
};
const value = [{ field: 'number' as const, start: 1, end: 3 }];
/** The words of the text, without numerals, ways to neighbours and controls. */
const wordsOf = (html: string): string =>
  html
    .replace(/<a class="(?:n|elsewhere-link)"[^>]*>[^<]*<\/a>/gu, '')
    .replace(/<span class="steps"[^>]*>(?:<a[^>]*>‹<\/a>)?<span>[^<]*<\/span>(?:<a[^>]*>›<\/a>)?<\/span>/gu, '')
    .replace(/<[^>]+>/gu, '');
const nested = (html: string): boolean => {
  let depth = 0;
  for (const [tag] of html.matchAll(/<\/?a[\s>]/gu)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth > 1) return true;
  }
  return false;
};

describe('citations in the reading text', () => {
  it('are one link around what is marked, anchored and opened in them', () => {
    const passage: Passage = { id: 3, heading: [], text: '', start: 4, end: 9, page: null, ocr: null };
    const html = rendered('根据《入学办法》制定', [link(2, 8)], { marks: [{ start: 3, end: 5 }], passages: [passage] });
    expect(html).toContain(
      '<a href="/documents/x" class="cites current" title="t">《<mark id="f1">入</mark><span class="anchor" id="p3"></span><mark>学</mark>办法》</a>制定',
    );
  });

  it('hold no other link: the way between marks stands behind them', () => {
    const html = rendered('根据《入学办法》制定', [link(2, 8)], {
      marks: [
        { start: 3, end: 5 },
        { start: 8, end: 10 },
      ],
    });
    expect(nested(html)).toBe(false);
    expect(html).toMatch(/<mark id="f1">入学<\/mark><\/a><span class="steps"/);
    expect(html.match(/class="cites/gu)).toHaveLength(2);
  });

  it('that are repealed say so once, at their end', () => {
    const repealed = { ...link(2, 8), state: 'repealed' as const };
    const marks = [
      { start: 3, end: 5 },
      { start: 5, end: 6 },
    ];
    const html = rendered('根据《入学办法》制定', [repealed], { marks });
    expect(html.match(/class="cites repealed"/gu)).toHaveLength(3);
    expect(html.match(/data-state="已废止"/gu)).toHaveLength(1);
    expect(html).toMatch(/data-state="已废止">法》<\/a>/u);
  });

  it('of documents that are not held are plain words', () => {
    const html = rendered('根据《入学办法》制定', [{ ...link(2, 8), href: undefined, state: 'missing' }]);
    expect(html).toContain('<span class="cites missing" title="t">《入学办法》</span>');
  });

  it('that go on in the next line are linked in both, and in the cells of a table', () => {
    expect(rendered('根据《入学\n办法》制定', [link(2, 9)]).match(/<a href="\/documents\/x"/gu)).toHaveLength(2);
    const table = rendered('甲 | 《入学办法》\n乙 | 丙', [link(4, 10)]);
    expect(table).toMatch(/<td><a href="\/documents\/x"[^>]*>《入学办法》<\/a><\/td>/);
  });

  it('change no word of the text, whatever else lies in them, cut no character, and nest no link', () => {
    const piece = fc.constantFrom('甲', '《', '》', '𠮷', '\n', ' | ', '乙丙', '〔2020〕3号', '<b>', ' ');
    const range = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 14 }),
        fc.array(range, { maxLength: 4 }),
        fc.array(range, { maxLength: 4 }),
        range,
        (pieces, cited, marked, [openedAt, length]) => {
          const text = pieces.join('');
          const inOrder = (ranges: [number, number][]) => {
            let end = 0;
            return ranges
              .sort(([a], [b]) => a - b)
              .map(([start, size]) => ({ start, end: start + size }))
              .filter((one) => {
                if (one.start < end || one.end > text.length) return false;
                end = one.end;
                return true;
              });
          };
          const links = inOrder(cited).map(({ start, end }) => link(start, end, start % 2 ? undefined : '/x'));
          const marks = inOrder(marked);
          // passages and values never cut a character
          const at = wholeCharacters(text, { start: openedAt, end: openedAt + length });
          const opened = { id: 1, heading: [], text: '', ...at, page: null, ocr: null };
          const values = value.map((one) => ({ ...one, ...wholeCharacters(text, one) }));
          const html = rendered(text, links, { marks, passages: [opened], opened, values });
          const without = rendered(text, [], { marks, passages: [opened], opened, values });
          expect(wordsOf(html)).toBe(wordsOf(without));
          expect(html.isWellFormed()).toBe(true);
          expect(nested(html)).toBe(false);
          for (const id of without.match(/id="[^"]+"/gu) ?? []) expect(html).toContain(id);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the page of a document', () => {
  const get = (path: string, query: object = {}) => request(createFixtureApp()).get(path).query(query);

  it('has its citations as links, one that is repealed marked as such', async () => {
    const { text } = await get('/documents/d-statute');
    expect(text).toMatch(
      /<a href="\/documents\/d-statute\?at=30#p7" class="cites repealed" title="已废止；[^"]*废止依据见[^"]*" data-state="已废止">《中华人民共和国义务教育法》<\/a>/,
    );
    expect((await get('/documents/d-statute', { lang: 'en' })).text).toContain('data-state="repealed"');
  });

  it('marks what is looked for inside of them', async () => {
    const { text } = await get('/documents/d-statute', { q: '义务教育法' });
    expect(text).toMatch(/>《中华人民共和国<mark id="f1">义务教育法<\/mark>》<\/a>/);
  });

  it('has none on an older version, whose citations are not read', async () => {
    expect((await get('/documents/d-draft')).text).toContain('class="cites');
    expect((await get('/documents/d-draft', { v: 1 })).text).not.toContain('class="cites');
  });

  it('has none, and says nothing of it, where it is not known yet what they mean', async () => {
    const { status, text } = await get('/documents/d-enrolment');
    expect(status).toBe(200);
    expect(text).not.toContain('class="cites');
  });
});
