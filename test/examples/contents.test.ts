import { printedLines } from '../../examples/layout.js';
import { readSources } from '../../examples/read-sources.js';
import { divisions } from '../../services/regions/divisions.js';

const sources = readSources();
const documents = sources.filter(({ header }) => header.folder === 'documents');
const textOf = new Map(sources.map((source) => [source, printedLines(source).join('\n')]));

describe('what the bundled documents say', () => {
  test('names no real province, city or county', () => {
    const official = [...divisions().values()].filter(({ code }) => code < '9'); // the rest are added by config/regions.tsv
    const names = official.map(({ name }) => name).filter((name) => name.length > 2);
    expect(names.length).toBeGreaterThan(3000);
    for (const [{ name }, text] of textOf) {
      expect({ name, real: names.filter((place) => text.includes(place)) }).toEqual({ name, real: [] });
    }
  });

  test.each([
    ['学前三年毛入园率', '84.1%', '93.6%'],
    ['公办园在园幼儿占比', '38.5%', '58.8%'],
    ['普惠性幼儿园覆盖率', '68.0%', '92.8%'],
    ['九年义务教育巩固率', '95.2%', '97.6%'],
    ['高中阶段毛入学率', '88.6%', '94.5%'],
    ['一般公共预算教育支出', '46.2亿元', '84.2亿元'],
  ])('%s rises in the yearly priorities from %s to %s', (indicator, first, last) => {
    const yearly = documents.filter(({ header }) => header.type === '工作要点');
    const values = yearly.map((source) => {
      const [, value = ''] = new RegExp(`${indicator}达到([\\d.]+(?:%|亿元))`).exec(textOf.get(source) ?? '') ?? [];
      return value;
    });
    expect(values).toHaveLength(10);
    expect([values[0], values[9]]).toEqual([first, last]);
    const numbers = values.map(Number.parseFloat);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(10);
  });

  test('every local number that is cited belongs to a document of the archive that is not later', () => {
    const dates = new Map(documents.map(({ header }) => [header.number, header.date]));
    let cited = 0;
    for (const source of documents) {
      for (const [number] of (textOf.get(source) ?? '').matchAll(
        /[临云青望][教政][发办基师公告]{1,2}〔\d{4}〕\d+号/gu,
      )) {
        if (number === source.header.number) continue;
        cited += 1;
        const date = dates.get(number);
        expect({ in: source.name, number, known: date !== undefined }).toEqual({
          in: source.name,
          number,
          known: true,
        });
        expect((date ?? '') <= source.header.date).toBe(true);
      }
    }
    expect(cited).toBeGreaterThan(30);
  });

  test('no two documents share a number', () => {
    const numbers = documents.flatMap(({ header }) => header.number ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('the newer of the two 办法 repeals the older', () => {
    const newer = documents.find(({ name }) => name === '2023-after-school-measures.txt');
    const repeal = '《临澜市中小学生课后服务管理办法（试行）》（临教发〔2018〕31号）同时废止';
    expect(newer && textOf.get(newer)).toContain(repeal);
  });
});
