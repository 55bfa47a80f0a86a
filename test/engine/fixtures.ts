// A small archive of a made-up city for the engines, and what the port's definitions say of it, worked out
// plainly from the passages themselves.
import type {
  EngineDocument,
  EngineFilter,
  EnginePassage,
  EngineQuery,
  PassageFacets,
} from '../../services/engine/engine.js';
import { commonShare } from '../../services/engine/engine.js';
import { indexForm, keyTerms } from '../../services/language/segment.js';

export const dimension = 8;

/** Unit vector that depends on the seed alone. */
export function vectorOf(seed: number): Float32Array {
  const raw = Array.from({ length: dimension }, (_, i) => Math.sin(seed * 12.9898 + i * 78.233) * Math.cos(seed + i));
  const length = Math.hypot(...raw);
  return Float32Array.from(raw, (x) => x / length);
}

export const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** The seed of the vector that passage 13 has beside its own. */
export const WINDOW_SEED = 777;
const vectorsOf = (id: number): Float32Array[] => (id === 13 ? [vectorOf(id), vectorOf(WINDOW_SEED)] : [vectorOf(id)]);

const unknown: PassageFacets = {
  region: null,
  regionPath: [],
  years: [],
  type: null,
  issuers: [],
  status: '未知',
};

interface Draft {
  readonly documentId: string;
  readonly title: string;
  readonly facets?: Partial<PassageFacets>;
  /** heading and text of each passage */
  readonly passages: readonly (readonly [heading: string, text: string])[];
  readonly embedded?: boolean;
}

export function documentOf(
  { documentId, title, facets, passages, embedded = true }: Draft,
  firstId: number,
): EngineDocument {
  return {
    documentId,
    passages: passages.map(([heading, text], i) => ({
      id: firstId + i,
      documentId,
      title,
      heading,
      text,
      vectors: embedded ? vectorsOf(firstId + i) : [],
      facets: { ...unknown, ...facets },
    })),
  };
}

const drafts: readonly Draft[] = [
  {
    documentId: 'linjiang-2021',
    title: '临江市2021年学前教育工作计划',
    facets: {
      region: '云州省临江市',
      regionPath: ['98', '9801'],
      years: [2021],
      type: '工作计划',
      issuers: ['临江市教育局'],
      status: '现行',
    },
    passages: [
      ['一、主要目标', '到2021年底，学前三年毛入园率达到88%，普惠性幼儿园覆盖率达到85%。'],
      ['二、重点任务', '加快公办幼儿园建设，规范民办幼儿园办园行为，推进幼小衔接。'],
      ['三、保障措施', '健全经费投入机制，教育部门会同财政部门安排专项资金，关怀老幼。'],
    ],
  },
  {
    documentId: 'yunzhou-2019',
    title: '云州省教育厅2019年工作要点',
    facets: {
      region: '云州省',
      regionPath: ['98'],
      years: [2019],
      type: '工作要点',
      issuers: ['云州省教育厅'],
      status: '现行',
    },
    passages: [
      ['基础教育', '巩固义务教育普及成果，教育质量稳步提高，控辍保学落到实处。'],
      ['素质教育', '实施素质教育，开齐开足体育与艺术课程，减轻学生过重课业负担。'],
      ['教师队伍', '教育行政部门加强教师培训，教师编制向乡村学校倾斜。'],
    ],
  },
  {
    documentId: 'national-law',
    title: '义务教育法实施细则',
    facets: {
      region: '全国',
      regionPath: ['0'],
      years: [2006],
      type: '法规',
      issuers: ['国务院'],
      status: '已修订',
    },
    passages: [
      ['第一章 总则', '第一条 为了保障适龄儿童接受教育的权利，依照义务教育法，制定本细则。'],
      ['第一章 总则', '第二条 凡年满六周岁的儿童，应当入学接受规定年限的教育。'],
    ],
  },
  {
    documentId: 'donghu-2020',
    title: '东湖区2021年招生入学通知',
    facets: {
      region: '云州省临江市东湖区',
      regionPath: ['98', '9801', '980102'],
      years: [2020, 2021],
      type: '通知',
      issuers: ['东湖区教育局', '东湖区公安分局'],
      status: '试行',
    },
    passages: [
      ['报名', '凡年满六周岁、具有本区户籍的儿童，由监护人持户口簿报名。'],
      ['监督', '严禁以考试方式招生，教育督导部门负责检查。'],
    ],
  },
  {
    documentId: 'spread-years',
    title: '历年统计汇编',
    facets: {
      regionPath: ['97'],
      region: '海川省',
      years: [2012, 2024],
      type: '统计',
      issuers: ['海川省统计局'],
    },
    passages: [['', '在校学生人数见附表，学校布局调整按GB/T 50099执行，covid19期间停课。']],
  },
  {
    documentId: 'traditional',
    title: '學前教育機構設置辦法',
    facets: { issuers: ['云州省教育厅办公室'] },
    passages: [
      ['設置', '學前教育機構應當符合消防、衛生標準。'],
      ['附則', '本辦法自２０２１年９月１日起施行。'],
    ],
    embedded: false,
  },
];

export const archive: readonly EngineDocument[] = drafts.map((draft, i) => documentOf(draft, 10 * i + 1));
export const passagesOf = (documents: readonly EngineDocument[]): EnginePassage[] =>
  documents.flatMap(({ passages }) => passages);

export const queryOf = (words: string, more: Partial<EngineQuery> = {}): EngineQuery => {
  const text = indexForm(words);
  return { keyword: { text, terms: keyTerms(text) }, filter: {}, depth: 100, vectorMatches: 5, ...more };
};

export const underFilter = ({ facets }: EnginePassage, filter: EngineFilter): boolean =>
  (filter.region === undefined || facets.regionPath.includes(filter.region)) &&
  !filter.notRegions?.some((code) => facets.regionPath.includes(code)) &&
  (!filter.years ||
    facets.years.some((year) => year >= (filter.years?.from ?? 0) && year <= (filter.years?.to ?? 0))) &&
  (filter.type === undefined || facets.type === filter.type) &&
  (filter.issuers ?? []).every((bodies) => facets.issuers.some((issuer) => bodies.includes(issuer))) &&
  (filter.status === undefined || facets.status === filter.status);

const word = /[\p{L}\p{N}]/u;
const isWordLetter = (character: string | undefined): boolean =>
  character !== undefined && word.test(character) && !/\p{Script=Han}/u.test(character);

/** Whether a part holds a term: anywhere in Han text, words of letters and digits whole. */
function partHolds(part: string, term: string): boolean {
  for (let at = part.indexOf(term); at !== -1; at = part.indexOf(term, at + 1)) {
    const cutsBefore = isWordLetter(term[0]) && isWordLetter(part[at - 1]);
    const cutsAfter = isWordLetter(term.at(-1)) && isWordLetter(part[at + term.length]);
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

const holds = ({ title, heading, text }: EnginePassage, term: string): boolean =>
  [title, heading, text].some((part) => partHolds(indexForm(part), term));

/** Ids that match by keyword, by the definition in EngineQuery.keyword; null where no key term is in the archive. */
export function matching(passages: readonly EnginePassage[], query: EngineQuery): number[] | null {
  if (!query.keyword) return [];
  const present = query.keyword.terms
    .map((term) => passages.filter((passage) => holds(passage, term)))
    .filter((found) => found.length > 0);
  if (present.length === 0) return null;
  const rare = present.filter((found) => found.length <= commonShare * passages.length);
  const counted = (rare.length > 0 ? rare : present).flat();
  const ids = counted.filter((passage) => underFilter(passage, query.filter)).map(({ id }) => id);
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** Facets as plain entries, sorted by value, for comparison: each counts what passes the filter by it. */
export function facetsOf(passages: readonly EnginePassage[], ids: readonly number[]) {
  const chosen = passages.filter(({ id }) => ids.includes(id));
  const by = (
    valuesOf: (facets: PassageFacets) => readonly (string | number | null)[],
    filterBy: (value: string) => EngineFilter,
  ) => {
    const all = new Set(chosen.flatMap(({ facets }) => valuesOf(facets)).filter((value) => value !== null));
    return [...all]
      .map((value) => {
        const having = chosen.filter((passage) => underFilter(passage, filterBy(String(value))));
        return [
          String(value),
          { passages: having.length, documents: new Set(having.map((p) => p.documentId)).size },
        ] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1));
  };
  const codeOf = (name: string): string | undefined =>
    chosen.find(({ facets }) => facets.region === name)?.facets.regionPath.at(-1);
  const bodies = passages.flatMap(({ facets }) => facets.issuers);
  return {
    region: by(
      ({ region }) => [region],
      (name) => ({ region: codeOf(name) ?? '' }),
    ),
    year: by(
      ({ years }) => years,
      (year) => ({ years: { from: Number(year), to: Number(year) } }),
    ),
    type: by(
      ({ type }) => [type],
      (type) => ({ type }),
    ),
    issuer: by(
      ({ issuers }) => issuers,
      (name) => ({ issuers: [bodies.filter((body) => body.startsWith(name))] }),
    ),
  };
}

/** Strings that have broken search engines and parsers, and syntax of FTS5, SQL and Meilisearch. */
export const hostile: readonly string[] = [
  '',
  ' ',
  '"',
  '""""',
  '"教育',
  "'; DROP TABLE passages; --",
  '教育 AND OR NOT NEAR(教育, 5)',
  'NEAR(',
  'grams : 教育',
  '{grams words} : x',
  '- ^ * ( ) : + ~ \\ / ; ,',
  '-教育 -"素质教育"',
  '教*',
  '^教育',
  'type = "通知" OR id EXISTS',
  'id IN [1, 2] AND NOT _geoRadius(1, 2, 3)',
  '_vectors.passage EXISTS',
  '\u0000',
  '教\u0000育',
  '\u0001\u001f\u007f',
  '😀👩‍👩‍👧‍👦',
  '\ud800',
  '教\udc00育',
  '\u202e\u200b\u200d\ufeff',
  '𠀀𠮷野家',
  'ﷺ İ ß ﬁ ㊎ ⼒ ⺠',
  '教育'.repeat(5_000),
  'a'.repeat(10_000),
  '一 '.repeat(5_000),
  Array.from({ length: 3_000 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join(''),
  '<script>alert(1)</script>',
  '%00%n%s{{constructor}}',
];
