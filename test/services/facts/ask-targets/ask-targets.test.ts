import fc from 'fast-check';
import { openCatalogue } from '../../../../services/catalogue/open.js';
import { AppError } from '../../../../services/domain/errors.js';
import { type StatedTarget, TargetsResponse } from '../../../../services/domain/target-table.js';
import { keepFacts } from '../../../../services/facts/keep-facts.js';
import { type Desk, deskFiles, idOf, putDeskFiles, targetsDesk } from '../../../support/targets-desk.js';
import { temporaryFolder } from '../../../support/temporary.js';

const folder = temporaryFolder();
const indicator = '学前教育毛入园率';
let desk: Desk;
beforeAll(async () => {
  desk = await targetsDesk(`${folder}/desk`);
});
afterAll(() => desk.catalogue.close());

const statedIn = (response: TargetsResponse): StatedTarget[] =>
  (response.table?.series ?? []).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ stated }) => stated)),
  );
/** region → year → values, as they stand in the table of one unit */
const grid = (response: TargetsResponse): Record<string, Record<string, number[]>> =>
  Object.fromEntries(
    (response.table?.series[0]?.rows ?? []).map(({ region, cells }) => [
      region?.name ?? '—',
      Object.fromEntries(cells.map(({ year, stated }) => [String(year), stated.map(({ value }) => value)])),
    ]),
  );

test('indicators come with counts, those of most documents first', () => {
  const { total, indicators, table, coverage, unread } = desk.ask();
  expect(total).toBe(indicators.length);
  expect(indicators[0]).toEqual({
    indicator,
    targets: 7,
    documents: 6,
    years: 3,
    yearFrom: 2023,
    yearTo: 2025,
    regions: 3,
    units: ['%'],
  });
  expect(table).toBeNull();
  expect(unread).toBe(0);
  expect(coverage.documents).toBe(deskFiles.length);
});

test('an indicator is a table by region and year, the country before provinces before their cities', () => {
  const response = desk.ask({ indicator });
  expect(grid(response)).toEqual({
    云州省: { 2025: [91] },
    临澜市: { 2023: [92.3], 2024: [93], 2025: [93.6, 95] },
    临澜市望湖区: { 2025: [97] },
  });
  expect(TargetsResponse.parse(response)).toEqual(response);
});

test('every value stands in its sentence, and its sentence in its document', () => {
  for (const { document, sentence, start, end, words, passage } of statedIn(desk.ask({ indicator }))) {
    const { text } = desk.catalogue.documents.text(document.id);
    expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
    expect(text.slice(start, end)).toBe(words);
    expect(sentence.text).toContain(words);
    expect(passage && passage.start <= start && end <= passage.end).toBe(true);
  }
});

test('the same value in the same sentence of a reprint is one value, with the copy named', () => {
  const { table } = desk.ask({ indicator, forYear: '2025', forRegion: '临澜市' });
  expect(table).toMatchObject({ folded: 1, targets: 3, documents: 4 });
  const folded = statedIn(desk.ask({ indicator })).find(({ value }) => value === 95);
  const files = [folded?.document.file, ...(folded?.copies ?? []).map(({ file }) => file)];
  expect(files.sort()).toEqual(['规划.txt', '转载/规划.html']);
  expect(folded?.folded).toBe(1);
});

test('the name may be written otherwise', () => {
  expect(desk.ask({ indicator: '学前三年毛入园率' }).named).toBe(indicator);
});

test.each([
  ['入园率', indicator],
  ['幼儿园入园率', indicator],
  ['學前三年毛入園率', indicator],
  ['高中入学率', '高中阶段毛入学率'],
  ['班级人数 小学', null],
])('everyday words: %s finds %s', (q, named) => {
  expect(desk.ask({ q }).named).toBe(named);
});

test('words that several names hold find them all and name none', () => {
  const { named, indicators } = desk.ask({ q: '率' });
  expect(named).toBeNull();
  expect(indicators.map((one) => one.indicator).sort()).toEqual([indicator, '高中阶段毛入学率'].sort());
});

test('an unknown indicator comes with names near it and with what was searched', () => {
  for (const request of [{ indicator: '高中毛入学率指标' }, { q: '高中毛入学率指标' }]) {
    const response = desk.ask(request);
    expect(response).toMatchObject({ named: null, table: null, total: 0 });
    expect(response.indicators[0]?.indicator).toBe('高中阶段毛入学率');
    expect(response.coverage.documents).toBe(deskFiles.length);
  }
});

test('filters are of the document, and conditions of the value', () => {
  const values = (request: Record<string, unknown>) =>
    statedIn(desk.ask({ indicator, ...request }))
      .map(({ value }) => value)
      .sort();
  expect(values({ year: '2024' })).toEqual([93, 93.6]); // said in 2024
  expect(values({ forYear: '2024' })).toEqual([93]); // said of 2024
  expect(values({ forYearFrom: '2024', forYearTo: '2025', region: '临澜市' })).toEqual([93, 93.6, 95, 97]);
  expect(values({ type: '意见' })).toEqual([91]);
  expect(values({ status: '现行' })).toEqual([91]);
  expect(values({ issuer: '望湖区教育局' })).toEqual([97]);
  expect(values({ forRegion: '望湖区' })).toEqual([97]);
  expect(values({ forRegion: '云州' })).toHaveLength(6); // a province takes in its cities
  expect(values({ forYear: 'none' })).toEqual([]);
  expect(values({ forRegion: 'none' })).toEqual([]);
  expect(values({ unit: '人' })).toEqual([]);
  expect(desk.ask({ type: '意见' }).coverage.documents).toBe(1);
});

test('conditions count in the list of indicators too', () => {
  expect(desk.ask({ forYear: '2023', unit: '%' }).indicators).toMatchObject([{ indicator, targets: 1, documents: 1 }]);
});

test('a cell lists so many values and counts the others; rows come in pages', () => {
  const small = desk.ask({ indicator, perCell: '1', size: '2' });
  expect(small.table).toMatchObject({ rows: 3, targets: 6 });
  expect(grid(small)).toEqual({ 云州省: { 2025: [91] }, 临澜市: { 2023: [92.3], 2024: [93], 2025: [93.6] } });
  expect(small.table?.series[0]?.rows[1]?.cells.map(({ more }) => more)).toEqual([0, 0, 1]);
  expect(grid(desk.ask({ indicator, size: '2', page: '2' }))).toEqual({ 临澜市望湖区: { 2025: [97] } });
  expect(desk.ask({ indicator, page: '9' }).table?.series).toEqual([]);
});

test('a region that there is not is an error, for the value’s as for the document’s', () => {
  for (const request of [{ forRegion: '乌有市' }, { region: '乌有市' }]) {
    expect(() => desk.ask(request)).toThrow(expect.objectContaining({ code: 'REGION_UNKNOWN' }));
  }
});

test('whatever is asked, the answer is an answer', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      "' OR 1=1 --",
      '%',
      '_',
      '毛入园率"; DROP TABLE targets',
      '__proto__',
      'constructor',
      '。',
      '\u200b',
      '率率率',
    ),
  );
  fc.assert(
    fc.property(word, fc.constantFrom('q', 'indicator'), (words, name) => {
      fc.pre(name === 'q' || words.trim() !== '');
      const response = desk.ask({ [name]: words });
      expect(TargetsResponse.parse(response)).toEqual(response);
    }),
    { numRuns: 300 },
  );
  expect(desk.ask().total).toBeGreaterThan(0);
});

test('one document’s targets stand in the order of its text', () => {
  const { total, targets, unread } = desk.archive.documentTargets(idOf('要点2024.txt'), 1, 100);
  expect({ total, unread }).toEqual({ total: 2, unread: false });
  expect(targets.map(({ value, year }) => [value, year])).toEqual([
    [93, 2024],
    [93.6, 2025],
  ]);
  expect(() => desk.archive.documentTargets('没有', 1, 1)).toThrow(AppError);
});

test('what was not read from the present text is not shown, and said to be unread', async () => {
  const own = await targetsDesk(`${folder}/changing`);
  expect(own.ask({ indicator }).table?.targets).toBe(6);
  // another process writes: the notice now says something else, before its facts were read anew
  const writer = openCatalogue(`${folder}/changing`);
  putDeskFiles(writer, [['望湖区通知.txt', '望湖区关于招生的通知\n照此执行。到2025年，学前三年毛入园率达到98%。', {}]]);
  const between = own.ask({ indicator });
  expect(between.unread).toBe(1);
  expect(statedIn(between).map(({ value }) => value)).not.toContain(97);
  expect(own.archive.documentTargets(idOf('望湖区通知.txt'), 1, 9)).toMatchObject({ total: 0, unread: true });
  await keepFacts(writer);
  expect(statedIn(own.ask({ indicator })).map(({ value }) => value)).toContain(98);
  writer.transaction(() => writer.store.markRemoved(idOf('望湖区通知.txt'), '2026-01-02T00:00:00.000Z'));
  const after = own.ask({ indicator });
  expect(statedIn(after).map(({ value }) => value)).not.toContain(98);
  expect(after.unread).toBe(0);
  writer.close();
  own.catalogue.close();
});

test('an archive without targets says what was searched', async () => {
  const empty = await targetsDesk(`${folder}/empty`, deskFiles.slice(-1));
  expect(empty.ask()).toMatchObject({ total: 0, indicators: [], unread: 0, coverage: { documents: 1 } });
  empty.catalogue.close();
});
