import { everydayEntries, officialWords } from '../../../services/language/everyday.js';
import { indexForm } from '../../../services/language/segment.js';

const entries = [...everydayEntries().values()];
const official = (query: string) => officialWords(indexForm(query)).map((found) => [found.everyday, ...found.official]);

describe('the dictionary', () => {
  it('has several hundred entries, each with a source that is named', () => {
    expect(entries.length).toBeGreaterThan(500);
    // A law or document by its name, a document's number, or what kind of term it is.
    expect(entries.filter(({ source }) => !/《[^》]+》|〔\d{4}〕\d+号|用语|名称|简称|术语/u.test(source))).toEqual([]);
  });

  it('says something else in official words, in the form that the index holds', () => {
    for (const { everyday, official: words } of entries) {
      expect(words).not.toContain(everyday);
      expect([everyday, ...words].map(indexForm)).toEqual([everyday, ...words]);
    }
  });
});

describe('official words of a query', () => {
  it('are those of the everyday words in it', () => {
    expect(official('私立学校能赚钱吗')).toEqual([
      ['私立学校', '民办学校'],
      ['赚钱', '营利', '营利性'],
    ]);
    expect(official('小升初怎么划片')[0]).toEqual(['小升初', '初中入学', '初中招生']);
  });

  it('are none where the words are parts of other words, or say it officially already', () => {
    expect(official('下一个学期')).toEqual([]);
    expect(official('民办学校与私立学校').flat()).not.toContain('民办学校');
    expect(official('')).toEqual([]);
  });
});
