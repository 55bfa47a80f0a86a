import { readCitations } from '../../../../services/facts/citations/read-citations.js';
import { createShelf, heldOf, type Stored } from '../../../../services/facts/citations/shelf.js';
import { type CitationWeb, citationWeb, type Resolved } from '../../../../services/facts/citations/web-of.js';

type Given = Partial<Stored> & Pick<Stored, 'id' | 'title'> & { readonly text?: string };
const stored = (given: Given): Stored => ({
  number: null,
  issuers: [],
  regionCode: null,
  regionPath: [],
  date: null,
  year: null,
  status: '未知',
  family: given.id,
  newer: null,
  ...given,
});
// 31 is 上海市, 41 河南省, 4101 郑州市: places that the table of regions knows
const shanghai = { regionCode: '31', regionPath: ['31'] };
const zhengzhou = { regionCode: '4101', regionPath: ['41', '4101'] };
const henan = { regionCode: '41', regionPath: ['41'] };
const state = { regionCode: '0', regionPath: ['0'] };

function webOf(documents: readonly Given[]): CitationWeb {
  const mentions = documents.flatMap(({ id, title, text = '' }) =>
    readCitations(text, title).map((mention) => ({ documentId: id, mention })),
  );
  return citationWeb(mentions, createShelf(documents.map((given) => heldOf(stored(given)))));
}
const only = (documents: readonly Given[]): Resolved => webOf(documents).cites('citing')[0]!; // each text below cites
const target = ({ match }: Resolved): string =>
  match.kind === 'one' ? match.document.id : match.kind === 'version' ? `newer ${match.newer.id}` : match.kind;
const citing = (text: string, more: Partial<Given> = {}): Given => ({
  id: 'citing',
  title: '关于做好招生工作的通知',
  text,
  ...more,
});

describe('a citation', () => {
  it('means the document of its number, whatever the title is called', () => {
    const held = { id: 'a', title: '关于办好学前教育的意见', number: '云政发〔2020〕3号', ...henan };
    expect(target(only([held, citing('按照《关于进一步办好学前教育的意见》（云政发[2020]3号）办理。')]))).toBe('a');
    expect(target(only([held, citing('现按云政发〔2020〕3号文件办理。')]))).toBe('a');
    expect(target(only([held, citing('按照《关于办好学前教育的意见》（云政发〔2021〕9号）办理。')]))).toBe('none');
  });

  it('means the version that there was when it was made, and the newer one where the archive holds no other', () => {
    const law = { title: '中华人民共和国学前教育法', family: 'old', ...state };
    const old = { ...law, id: 'old', date: '2018-04-27', newer: 'new' };
    const renumbered = { ...law, id: 'new', date: '2024-09-13' };
    const made = (date: string | null) => citing('根据《学前教育法》第二十八条制定。', { date });
    expect(target(only([old, renumbered, made('2020-09-24')]))).toBe('old');
    expect(only([old, renumbered, made('2020-09-24')]).state).toBe('revised');
    expect(target(only([old, renumbered, made('2025-01-01')]))).toBe('new');
    expect(target(only([old, renumbered, made(null)]))).toBe('new');
    expect(target(only([renumbered, made('2020-09-24')]))).toBe('new');
  });

  it('means the document of its title, without 中华人民共和国, the issuer, or notes of the version', () => {
    const held = { id: 'a', title: '中华人民共和国学前教育法（2018修正）', ...state };
    expect(target(only([held, citing('根据《学前教育法》制定。')]))).toBe('a');
    const notice = {
      id: 'a',
      title: '教育部关于印发《学前教育督导办法（试行）》的通知',
      issuers: ['教育部'],
      ...state,
    };
    expect(target(only([notice, citing('根据教育部《学前教育督导办法》制定。')]))).toBe('a');
    expect(target(only([notice, citing('根据《教育部关于印发〈学前教育督导办法〉的通知》制定。')]))).toBe('a');
  });

  it('never means another region’s document of the same title', () => {
    const other = { id: 'a', title: '关于加强学校美育工作的实施意见', issuers: ['河南省人民政府办公厅'], ...henan };
    const text = '落实市政府办公厅《关于加强学校美育工作的实施意见》。';
    expect(target(only([other, citing(text, shanghai)]))).toBe('none');
    expect(target(only([other, citing('落实《关于加强学校美育工作的实施意见》。', shanghai)]))).toBe('none');
    expect(target(only([other, citing('落实省政府办公厅《关于加强学校美育工作的实施意见》。', zhengzhou)]))).toBe('a');
    expect(target(only([other, citing('落实《国务院办公厅关于加强学校美育工作的实施意见》。', zhengzhou)]))).toBe(
      'none',
    );
  });

  it('by an order’s number alone means that of the body and place meant', () => {
    const order = {
      id: 'a',
      title: '郑州市居住证办法',
      number: '市政府令第170号',
      issuers: ['郑州市人民政府'],
      ...zhengzhou,
    };
    expect(target(only([order, citing('按市政府令第170号办理。', zhengzhou)]))).toBe('a');
    expect(target(only([order, citing('按市政府令第170号办理。', shanghai)]))).toBe('none');
  });

  it('is told as ambiguous where several unrelated documents fit, and they are listed', () => {
    const text = '依照《关于学校收费的规定》执行。';
    const found = only([
      { id: 'a', title: '教育部关于学校收费的规定', issuers: ['教育部'], date: '2010-01-01', ...state },
      { id: 'b', title: '财政部关于学校收费的规定', issuers: ['财政部'], date: '2015-01-01', ...state },
      citing(text),
    ]);
    expect(found.state).toBe('ambiguous');
    expect(found.match).toMatchObject({ kind: 'several', documents: [{ id: 'b' }, { id: 'a' }] });
  });

  it('means the version that it states, else the one that came in place of the others', () => {
    const versions = [
      { id: 'old', title: '中华人民共和国学前教育法', date: '2015-03-01', family: 'f', newer: 'new', ...state },
      { id: 'new', title: '中华人民共和国学前教育法', date: '2020-03-01', family: 'f', ...state },
    ];
    expect(only([...versions, citing('根据《学前教育法》制定。')])).toMatchObject({
      state: 'current',
      match: { document: { id: 'new' } },
    });
    expect(only([...versions, citing('根据《学前教育法》（2015年修正）制定。')])).toMatchObject({
      state: 'revised',
      match: { document: { id: 'old' } },
    });
    const found = only([versions[1]!, citing('根据《学前教育法》（2009年修正）制定。')]);
    expect([found.state, target(found)]).toEqual(['revised', 'newer new']);
  });

  it('of a repealed document says so, whether its text is held or not, and by what', () => {
    const repealing = {
      id: 'r',
      title: '郑州市居住证办法',
      date: '2016-01-01',
      text: '2005年发布的《郑州市暂住办法》（郑政〔2005〕1号）同时废止。',
      ...zhengzhou,
    };
    const text = '按照《郑州市暂住办法》办理。';
    const missing = webOf([repealing, citing(text, zhengzhou)]).cites('citing')[0];
    expect(missing).toMatchObject({ state: 'repealed', match: { kind: 'none' }, repeals: [{ by: { id: 'r' } }] });
    const held = { id: 'a', title: '郑州市暂住办法', date: '2005-01-01', ...zhengzhou };
    const web = webOf([held, repealing, citing(text, zhengzhou)]);
    expect(web.cites('citing')[0]).toMatchObject({ state: 'repealed', match: { document: { id: 'a' } } });
    expect(web.repealsOf('a')).toMatchObject([{ by: { id: 'r' } }]);
    expect(webOf([{ ...held, status: '已废止' }, citing(text, zhengzhou)]).cites('citing')[0]?.state).toBe('repealed');
  });

  it('in a repealing sentence means the earlier version, not the document that stands in its place', () => {
    const self = citing('《郑州市招生办法》（郑教〔2010〕3号）同时废止。', {
      title: '郑州市招生办法',
      number: '郑教〔2015〕8号',
      date: '2015-01-01',
      ...zhengzhou,
    });
    expect(only([self])).toMatchObject({ state: 'repealed', match: { kind: 'none' } });
    const others = webOf([self, { id: 'o', title: '通知', text: '按《郑州市招生办法》执行。', ...zhengzhou }]);
    expect(others.cites('o')[0]).toMatchObject({ state: 'current', match: { document: { id: 'citing' } } });
  });

  it('of the document itself is none of another', () => {
    const self = citing('关于印发《郑州市招生办法》的通知，郑教〔2015〕8号。', {
      title: '关于印发《郑州市招生办法》的通知',
      number: '郑教〔2015〕8号',
      ...zhengzhou,
    });
    expect(
      webOf([self])
        .cites('citing')
        .map(({ state: told, match }) => [told, match.kind]),
    ).toEqual([
      [null, 'own'],
      [null, 'own'],
    ]);
  });
});

test('who cites a family is found from any of its members, and a member is no citer of it', () => {
  const web = webOf([
    { id: 'a', title: '中华人民共和国学前教育法', family: 'f', date: '2020-01-01', ...state },
    {
      id: 'b',
      title: '中华人民共和国学前教育法',
      family: 'f',
      date: '2015-01-01',
      newer: 'a',
      text: '根据《学前教育法》修正。',
      ...state,
    },
    citing('根据《学前教育法》制定。'),
  ]);
  expect(web.citing(['a', 'b']).map(({ citing: by }) => by.id)).toEqual(['citing']);
});
