import { gbt7714 } from '../../../services/citation/gbt7714.js';
import { placeName, plainCitation } from '../../../services/citation/plain.js';
import type { Place } from '../../../services/domain/place.js';

const document = {
  title: '临澜市作业管理办法',
  number: '临教发〔2021〕3号',
  issuer: '临澜市教育局',
  date: '2021-03-02',
  year: 2021,
};
const bare = { title: '说明', number: null, issuer: null, date: null, year: null };
const nowhere: Place = { article: null, clause: null, item: null, paragraphs: { from: 17, to: 17 }, page: null };

describe('a citation in one line', () => {
  it('names issuer, title, number, date, article and page', () => {
    expect(plainCitation(document, { ...nowhere, article: '第十二条', page: 4 })).toBe(
      '临澜市教育局：《临澜市作业管理办法》（临教发〔2021〕3号），2021年3月2日，第十二条，第4页',
    );
  });

  it('counts 款 and 项 in words and without brackets, as the rules of drafting ask', () => {
    expect(placeName({ ...nowhere, article: '第十二条', clause: 2, item: 13 })).toBe('第十二条第二款第十三项');
    expect(placeName({ ...nowhere, article: '第十二条', item: 3 })).toBe('第十二条第三项');
  });

  it('names the paragraph where there is no article', () => {
    expect(plainCitation(document, nowhere)).toMatch(/，2021年3月2日，第17自然段$/);
    expect(plainCitation(document, { ...nowhere, paragraphs: { from: 3, to: 5 } })).toMatch(/，第3—5自然段$/);
  });

  it('says that a date is not stated, and leaves out what is unknown', () => {
    expect(plainCitation(bare)).toBe('《说明》，日期未载');
    expect(plainCitation({ ...bare, year: 2015 })).toBe('《说明》，2015年');
  });

  it('does not double title marks', () => {
    expect(plainCitation({ ...document, title: '《办法》' })).toContain('：《办法》（');
    expect(plainCitation({ ...document, title: '关于印发《办法》的通知' })).toContain('《关于印发〈办法〉的通知》');
  });
});

describe('a reference after GB/T 7714', () => {
  const read = { url: 'https://dang.an/documents/ab?at=12', on: '2026-11-25' };

  it('has body, title and number, kind, date, day of reading, address', () => {
    expect(gbt7714(document, read)).toBe(
      '临澜市教育局. 临澜市作业管理办法: 临教发〔2021〕3号[A/OL]. (2021-03-02)[2026-11-25]. https://dang.an/documents/ab?at=12.',
    );
  });

  it('names three bodies and says 等 for the rest', () => {
    const joint = (issuer: string) => gbt7714({ ...bare, issuer }, read).split('. ')[0];
    expect(joint('云州省教育厅、云州省财政厅')).toBe('云州省教育厅, 云州省财政厅');
    expect(joint('甲局、乙局、丙局')).toBe('甲局, 乙局, 丙局');
    expect(joint('甲局、乙局、丙局、丁局')).toBe('甲局, 乙局, 丙局, 等');
  });

  it('leaves out what is not stated', () => {
    expect(gbt7714(bare, read)).toBe('说明[A/OL]. [2026-11-25]. https://dang.an/documents/ab?at=12.');
    expect(gbt7714({ ...bare, year: 2015 }, read)).toContain('[A/OL]. (2015)[2026-11-25]. ');
  });

  it('is no reference on line without an address', () => {
    expect(gbt7714(document, { ...read, url: '' })).toBe(
      '临澜市教育局. 临澜市作业管理办法: 临教发〔2021〕3号[A]. 2021-03-02.',
    );
    expect(gbt7714(bare, { ...read, url: '' })).toBe('说明[A].');
  });
});
