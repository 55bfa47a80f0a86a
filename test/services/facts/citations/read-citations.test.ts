import fc from 'fast-check';
import type { Mention } from '../../../../services/domain/citation.js';
import { normalForm } from '../../../../services/domain/text.js';
import { readCitations } from '../../../../services/facts/citations/read-citations.js';

const read = (text: string, title = '临澜市教育局关于做好招生工作的通知'): Mention[] => readCitations(text, title);
const documents = (text: string, title?: string): Mention[] =>
  read(text, title).filter(({ kind }) => kind === 'document');
const told = (text: string): unknown[] =>
  documents(text).map(({ title, number, issuer, articles }) => [title, number, issuer, articles.join('；')]);

describe('mentions in a text', () => {
  it('are titles in marks, each of a row by itself, with the articles behind them', () => {
    expect(told('根据《云州省学前教育条例》第十条、第十一条和《临澜市招生办法》第二十条第三款，制定本办法。')).toEqual([
      ['云州省学前教育条例', null, null, '第十条；第十一条'],
      ['临澜市招生办法', null, null, '第二十条第三款'],
    ]);
    expect(told('按照《云州省学前教育条例》《云州省教师条例》执行。').map((one) => (one as unknown[])[0])).toEqual([
      '云州省学前教育条例',
      '云州省教师条例',
    ]);
  });

  it('have their number, whatever brackets it is written with', () => {
    for (const number of [
      '（云政发〔2020〕3号）',
      '(云政发[2020] 3号)',
      '（云政发（2020）第3号）',
      '【云政发﹝2020﹞3 号】',
    ]) {
      expect(told(`落实《关于办好学前教育的意见》${number}精神。`)).toEqual([
        ['关于办好学前教育的意见', '云政发〔2020〕3号', null, ''],
      ]);
    }
  });

  it('are numbers that stand alone, without the words that run into them', () => {
    const numbers = (text: string): unknown[] => documents(text).map(({ number }) => number);
    expect(numbers('统一指标按照云人社发〔2011〕306号规定调整。')).toEqual(['云人社发〔2011〕306号']);
    expect(numbers('现根据教育部令第40号办理。')).toEqual(['教育部令第40号']);
    expect(numbers('按中华人民共和国主席令第五十二号执行。')).toEqual(['中华人民共和国主席令第52号']);
  });

  it('take the number of an order that stands before the title', () => {
    expect(told('2004年8月30日临澜市人民政府令第32号发布的《临澜市居住证暂行规定》仍然有效。')).toEqual([
      ['临澜市居住证暂行规定', '临澜市人民政府令第32号', null, ''],
    ]);
  });

  it('have the body that is named before them', () => {
    expect(
      documents('贯彻省政府办公厅《关于做好招生工作的意见》和教育部《招生办法》。').map(({ issuer }) => issuer),
    ).toEqual(['省政府办公厅', '教育部']);
  });

  it('stay whole where a line or a page breaks them, and where marks are nested', () => {
    expect(documents('依据《云州省学前\n教育条例》制定。')[0]?.title).toBe('云州省学前教育条例');
    expect(documents('《关于印发〈临澜市招生办法〉的通知》规定如下。')[0]?.title).toBe(
      '关于印发〈临澜市招生办法〉的通知',
    );
    expect(documents('《关于印发<临澜市招生办法>的通知》规定如下。')).toHaveLength(1);
    expect(documents('《临澜市招生办法没有合上。按《云州省教师条例》办。').map(({ title }) => title)).toEqual([
      '云州省教师条例',
    ]);
  });

  it('are no documents where certificates, forms, books and papers are named', () => {
    const words =
      '持《居住证》《户口簿》，填写《报名登记表》，签订《租赁合同》，领取《入学通知书》，购买《数学》课本，刊于《临澜日报》。';
    expect(read(words).map(({ kind }) => kind)).toEqual(Array.from({ length: 7 }, () => 'other'));
    expect(read('《书法》《办事方法》《算法》').map(({ kind }) => kind)).toEqual(['other', 'other', 'other']);
  });

  it('go by the full name where a short one was given', () => {
    const text =
      '根据《云州省学前教育条例》（云人发〔2019〕5号，以下简称《条例》），制定本细则。《条例》第三条规定了范围。';
    expect(documents(text)[1]).toMatchObject({
      title: '云州省学前教育条例',
      number: '云人发〔2019〕5号',
      articles: ['第三条'],
    });
    expect(documents('依照《云州省民办教育法》及其《实施条例》执行。')[1]?.title).toBe('云州省民办教育法实施条例');
    expect(documents('《云州省招生方案》已公布。各地要落实《方案》要求。', '临澜市通知')[1]?.title).toBe(
      '云州省招生方案',
    );
  });

  it('go by their own name where that is a law’s whole name', () => {
    const titles = documents('根据《中华人民共和国高等教育法》招生。违规的，按照《教育法》处理，不适用《法》。').map(
      ({ title }) => title,
    );
    expect(titles.slice(0, 2)).toEqual(['中华人民共和国高等教育法', '教育法']);
  });

  it('are the document’s own where it carries what they name', () => {
    const kinds = (text: string, title?: string): unknown[] => read(text, title).map(({ kind }) => kind);
    expect(kinds('现将《临澜市招生办法》印发给你们，请遵照执行。')).toEqual(['own']);
    expect(kinds('《临澜市招生办法》已经市政府第9次常务会议通过，现予公布。')).toEqual(['own']);
    expect(kinds('临澜市教育局关于做好招生工作的通知\n临教发〔2021〕3号\n各学校：')).toEqual(['own']);
    expect(kinds('请落实《临澜市招生办法》。\n临澜市招生办法\n第一条 为了规范招生。')).toEqual(['own']);
  });

  it('are repealed only where the sentence says so of them', () => {
    const repealed = (text: string): unknown[] =>
      read(text)
        .filter(({ repeals }) => repeals)
        .map(({ title }) => title);
    expect(
      repealed(
        '本办法自2021年1月1日起施行，2010年市教育局印发的《临澜市招生规定》（临教发〔2010〕1号）和《临澜市转学规定》同时废止。',
      ),
    ).toEqual(['临澜市招生规定', '临澜市转学规定']);
    expect(repealed('一九八○年八月颁布的《临澜市卫生规定（草案）》即行废止。')).toEqual(['临澜市卫生规定(草案)']);
    expect(repealed('市政府决定废止《临澜市暂住规定》。')).toEqual(['临澜市暂住规定']);
    expect(repealed('根据《关于废止和修改部分法规的决定》第一次修订。逾期的，《居住证》自然失效。')).toEqual([]);
    expect(repealed('依照《云州省教师条例》，有关规定同时废止。')).toEqual([]);
    expect(repealed('《云州省教师条例》第三条同时废止。')).toEqual([]);
  });

  it('stand where their offsets say, whatever is written around them', () => {
    const title = fc.stringMatching(/^[云临教学校生园办法条例]{2,10}(?:办法|条例|通知)$/u);
    const space = fc.constantFrom('', ' ', '\n', '　', '\u200b');
    const noise = fc.string({
      unit: fc.constantFrom('甲', '、', '，', '。', '(', '）', '《', '〈', '\n', '和', '９', '𠮷', '第'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, title, space), { maxLength: 6 }), (parts) => {
        const text = parts
          .map(([before, name, gap]) => `${before}。《${name.slice(0, 2)}${gap}${name.slice(2)}》`)
          .join('');
        for (const mention of read(text)) {
          const words = normalForm(text.slice(mention.start, mention.end));
          expect(words).toMatch(/^《.*》$|号$|号令$/su);
          expect(mention.sentence.start).toBeLessThanOrEqual(mention.start);
          expect(mention.sentence.end).toBeGreaterThanOrEqual(mention.end);
        }
        for (const [, name] of parts) expect(read(`。《${name}》`)).toHaveLength(1);
      }),
    );
  });

  it('are read in time out of texts made to take long', () => {
    const started = performance.now();
    for (const part of [
      '《',
      '《甲办法》和',
      '《甲办法》（',
      '（',
      '以下简称《',
      '《甲》第一条、',
      '甲',
      '第1号',
      '甲〔2020〕',
      '令第',
      '简称',
      '2010年印发的',
    ]) {
      read(`${part.repeat(2_000)}同时废止`);
      read(`现将${part.repeat(2_000)}`);
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
