import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GivenMetadata, parseMetadataFile, readMetadataFile } from '../../ingest/metadata/file.js';
import { AppError } from '../../services/domain/errors.js';
import { temporaryFolder } from '../support/temporary.js';

const folder = temporaryFolder();
const parse = (...rows: string[][]) => parseMetadataFile(rows.map((cells) => cells.join('\t')).join('\n'), 'm.tsv');
const failure = (read: () => unknown): AppError => {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

test('every column is read, and columns of other names are left alone', () => {
  const found = parse(
    ['file', 'title', 'number', 'issuer', 'region', 'year', 'date', 'type', 'status', 'how'],
    ['a/b.txt', '办法', '教发〔2021〕3号', '教育厅、财政厅', '河南', '2021', '2021年3月5日', '办法', '试行', 'by hand'],
  );
  expect(Object.fromEntries(found)).toEqual({
    'a/b.txt': {
      title: '办法',
      number: '教发〔2021〕3号',
      issuers: ['教育厅', '财政厅'],
      region: { name: '河南省', code: '41' },
      year: 2021,
      date: '2021-03-05',
      type: '办法',
      status: '试行',
    },
  });
  expect(GivenMetadata.parse(JSON.parse(JSON.stringify(found.get('a/b.txt'))))).toEqual(found.get('a/b.txt'));
});

test('what a document states of its course is read too, names set apart by ；', () => {
  const names = ['file', 'statusBasis', 'addressees', 'publishedOn', 'effectiveOn', 'signature', 'attachments'];
  const cells = [
    'a',
    '2022年修正',
    '各区、县教育局；市属各学校',
    '2021-03-08',
    '2021年5月1日',
    '市教育局',
    '表一;表二',
  ];
  expect(parse(names, cells).get('a')).toEqual({
    statusBasis: '2022年修正',
    addressees: ['各区、县教育局', '市属各学校'],
    publishedOn: '2021-03-08',
    effectiveOn: '2021-05-01',
    signature: '市教育局',
    attachments: ['表一', '表二'],
  });
});

test('empty cells and short rows give nothing, blank lines and Windows line ends are no matter', () => {
  const text = '\ufefffile\tregion\tyear\r\na\t\t2020\r\n\r\nb\r\n';
  expect(Object.fromEntries(parseMetadataFile(text, 'm.tsv'))).toEqual({ a: { year: 2020 }, b: {} });
});

test.each([
  ['a header without file', [['path'], ['a']], 1],
  [
    'a row without a file',
    [
      ['file', 'year'],
      ['', '2020'],
    ],
    2,
  ],
  ['a file named twice', [['file'], ['a'], ['a']], 3],
  [
    'a region that is not in the table',
    [
      ['file', 'region'],
      ['a', '火星'],
    ],
    2,
  ],
  [
    'a region that several districts bear',
    [
      ['file', 'region'],
      ['a', '朝阳区'],
    ],
    2,
  ],
  [
    'a year that is none',
    [
      ['file', 'year'],
      ['a', '20xx'],
    ],
    2,
  ],
  [
    'a date that the calendar does not have',
    [
      ['file', 'date'],
      ['a', '2021-02-30'],
    ],
    2,
  ],
  [
    'a date with something behind it',
    [
      ['file', 'date'],
      ['a', '2021-02-03前'],
    ],
    2,
  ],
  [
    'a year that does not fit its date',
    [
      ['file', 'year', 'date'],
      ['a', '2020', '2021-02-03'],
    ],
    2,
  ],
  [
    'an unknown status',
    [
      ['file', 'status'],
      ['a', '好'],
    ],
    2,
  ],
  ['more cells than columns', [['file'], ['a', 'b']], 2],
  [
    'a cell that is too long',
    [
      ['file', 'title'],
      ['a', '长'.repeat(2_000)],
    ],
    2,
  ],
])('%s is METADATA_INVALID, naming file and line', (_, rows, line) => {
  const { code, values } = failure(() => parse(...rows));
  expect([code, values.file, values.line]).toEqual(['METADATA_INVALID', 'm.tsv', line]);
  expect(values.why).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
});

test('a file that is missing or not in UTF-8 is refused with a code', () => {
  expect(failure(() => readMetadataFile(join(folder, 'none.tsv'))).code).toBe('PATH_NOT_FOUND');
  const path = join(folder, 'gbk.tsv');
  writeFileSync(path, Buffer.from([0x66, 0x69, 0x6c, 0x65, 0x09, 0xba, 0xd3]));
  expect(failure(() => readMetadataFile(path)).code).toBe('METADATA_INVALID');
});
