import { citation } from '../../web/citation.js';

const document = {
  title: '临江市作业管理办法',
  number: '临教发〔2021〕3号',
  issuer: '临江市教育局',
  date: '2021-03-02',
  year: 2021,
};
const passage = { heading: ['第二章 学生'], text: '第十二条 小学一年级不布置书面作业。', page: 4 };

describe('a citation', () => {
  it('names issuer, title, number, date, article and page', () => {
    expect(citation(document, passage)).toBe(
      '临江市教育局：《临江市作业管理办法》（临教发〔2021〕3号），2021年3月2日，第十二条，第4页',
    );
  });

  it('takes the article from the heading where the passage goes on from it', () => {
    const later = { heading: ['第二章 学生', '第十二条之一 例外'], text: '前款不适用于初中。', page: null };
    expect(citation(document, later)).toContain('，第十二条之一');
  });

  it('says that a date is not stated, and leaves out what is unknown', () => {
    const bare = { title: '说明', number: null, issuer: null, date: null, year: null };
    expect(citation(bare)).toBe('《说明》，日期未载');
    expect(citation({ ...bare, year: 2015 })).toBe('《说明》，2015年');
  });

  it('does not double title marks', () => {
    expect(citation({ ...document, title: '《办法》' })).toContain('：《办法》（');
    expect(citation({ ...document, title: '关于印发《办法》的通知' })).toContain('《关于印发〈办法〉的通知》');
  });
});
