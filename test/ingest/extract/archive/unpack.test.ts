import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import iconv from 'iconv-lite';
import { nameParts } from '../../../../ingest/extract/archive/names.js';
import { type Member, type Unpacking, unpackArchive } from '../../../../ingest/extract/archive/unpack.js';
import { isArchive } from '../../../../ingest/extract/detect.js';
import { extractLimits } from '../../../support/limits.js';
import { temporaryFolder } from '../../../support/temporary.js';
import { failureCode } from '../support/failure-code.js';
import { makeZip, type ZipFile } from '../support/make-zip.js';

const folder = temporaryFolder();
const megabyte = 1024 * 1024;
async function unpack(
  files: readonly ZipFile[] | Uint8Array,
  more: Partial<Unpacking> = {},
  limits = extractLimits,
): Promise<{ members: Member[]; folder: string }> {
  const into = mkdtempSync(join(folder, 'into-'));
  const data = files instanceof Uint8Array ? files : makeZip(files);
  const unpacking = { folder: into, depth: 0, usedMembers: 0, usedBytes: 0, maxFileMb: 8, ...more };
  return { members: await unpackArchive(data, limits, unpacking), folder: into };
}
const namesOf = async (files: readonly ZipFile[]): Promise<string[]> =>
  (await unpack(files)).members.map(({ name }) => name);
const codes = (members: readonly Member[]): string[] =>
  members.map((member) => ('error' in member ? member.error.code : 'none'));
const gbk = (name: string): Buffer => iconv.encode(name, 'gb18030');

describe('unpackArchive', () => {
  it('gives every file under the hash of its bytes, packed or stored', async () => {
    const { members, folder: into } = await unpack([
      { name: '通知/甲.txt', content: '甲'.repeat(1000) },
      { name: '乙.txt', content: '乙', method: 0 },
    ]);
    for (const [i, content] of ['甲'.repeat(1000), '乙'].entries()) {
      const member = members[i]!;
      if ('error' in member) throw new Error(member.error.code);
      expect(readFileSync(member.path, 'utf8')).toBe(content);
      expect(member.contentHash).toBe(createHash('sha256').update(content).digest('hex'));
      expect(basename(member.path)).toBe(member.contentHash);
      expect(member.bytes).toBe(Buffer.byteLength(content));
    }
    expect(readdirSync(into)).toHaveLength(2);
  });

  it('reads names in GB18030, in UTF-8 with and without its flag, and in code page 437', async () => {
    expect(
      await namesOf([
        { name: gbk('联通.txt'), content: '1' }, // also valid UTF-8
        { name: gbk('附件1：实施细则（二〇二四）.docx'), content: '2' },
        { name: Buffer.from('教育局/通知.txt'), content: '3' },
        { name: 'é.txt', content: '4' },
        { name: Buffer.from([0x82, 0x2e, 0x74, 0x78, 0x74]), content: '5' },
      ]),
    ).toEqual([
      '联通.txt',
      '附件1：实施细则（二〇二四）.docx',
      '教育局/通知.txt',
      'é.txt',
      'é.txt'.replace('é.', 'é (5).'),
    ]);
  });

  it('shows no way out of the archive, tells equal names apart, and leaves folders, links and system files out', async () => {
    expect(
      await namesOf([
        { name: '../../etc/passwd', content: '1' },
        { name: 'C:\\文件\\甲.txt', content: '2' },
        { name: '/文件/./甲.txt', content: '3' },
        { name: '文件/', content: '' },
        { name: '__MACOSX/._甲.txt', content: '4' },
        { name: '文件/.DS_Store', content: '5' },
        { name: '文件/~$甲.docx', content: '6' },
        { name: 'Thumbs.db', content: '7' },
        { name: '链接', content: '/etc/passwd', unixMode: 0o120777 },
        { name: 'a\u202etxt.exe', content: '8' },
      ]),
    ).toEqual(['etc/passwd', '文件/甲.txt', '文件/甲 (3).txt', 'atxt.exe']);
    expect(nameParts('D:../\0/..\\x')).toEqual(['x']);
  });

  it('gives a member that cannot be unpacked with its reason, and the others all the same', async () => {
    const { members } = await unpack([
      { name: '好.txt', content: '好' },
      { name: '密.txt', content: '密', flags: 0x801 },
      { name: '错.txt', content: '错', crc: 1 },
      { name: '怪.txt', content: '怪', method: 14 },
      { name: '大.txt', content: new Uint8Array(9 * megabyte) },
      { name: '谎.txt', content: new Uint8Array(9 * megabyte), size: 1 },
    ]);
    expect(codes(members)).toEqual([
      'none',
      'ENCRYPTED',
      'DAMAGED',
      'UNSUPPORTED_TYPE',
      'FILE_TOO_LARGE',
      'FILE_TOO_LARGE',
    ]);
  });

  it('never unpacks more than the limit of all members together, whatever sizes they state', async () => {
    const limits = { ...extractLimits, maxUnpackedMb: 10 };
    const honest = [1, 2, 3].map((i) => ({ name: `${i}`, content: new Uint8Array(4 * megabyte).fill(i) }));
    expect(codes((await unpack(honest, {}, limits)).members)).toEqual(['none', 'none', 'ARCHIVE_TOO_LARGE']);
    expect(codes((await unpack(honest, { usedBytes: 5 * megabyte }, limits)).members)).toEqual([
      'none',
      'ARCHIVE_TOO_LARGE',
      'ARCHIVE_TOO_LARGE',
    ]);
    const lying = honest.map((file) => ({ ...file, size: 1 }));
    const { members, folder: into } = await unpack(lying, {}, limits);
    expect(codes(members)).toEqual(['none', 'none', 'ARCHIVE_TOO_LARGE']);
    expect(readdirSync(into)).toHaveLength(2);
  });

  it('refuses too many files, too deep a nest, one that is encrypted whole, and one without files', async () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ name: `${i}.txt`, content: 'x' }));
    expect(await failureCode(() => unpack(many))).toBe('ARCHIVE_TOO_LARGE');
    expect(await failureCode(() => unpack(many.slice(0, 60), { usedMembers: 41 }))).toBe('ARCHIVE_TOO_LARGE');
    expect(await failureCode(() => unpack(many.slice(0, 60), { usedMembers: 40 }))).toBe('none');
    expect(await failureCode(() => unpack(many.slice(0, 1), { depth: 4 }))).toBe('ARCHIVE_TOO_DEEP');
    expect(await failureCode(() => unpack(many.slice(0, 1), { depth: 3 }))).toBe('none');
    expect(await failureCode(() => unpack([{ name: 'a.txt', content: 'x', flags: 1 }]))).toBe('ENCRYPTED');
    expect(await failureCode(() => unpack([{ name: '空/', content: '' }]))).toBe('EMPTY_FILE');
  });

  it('ends every cut or changed archive in members or an error', async () => {
    const zip = makeZip([
      { name: '甲.txt', content: '甲'.repeat(30) },
      { name: '乙.txt', content: '乙'.repeat(30), method: 0 },
    ]);
    for (let at = 0; at < zip.length; at += 3) {
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      for (const bytes of [changed, zip.subarray(0, at)]) {
        expect(['none', 'DAMAGED', 'ENCRYPTED', 'EMPTY_FILE']).toContain(await failureCode(() => unpack(bytes)));
      }
    }
  });
});

test.each([
  ['a zip of documents', ['通知.docx', 'word/办法.docx'], true],
  ['a docx', ['[Content_Types].xml', 'word/document.xml'], false],
  ['an xlsx', ['[Content_Types].xml', 'xl/workbook.xml'], false],
  ['an ofd', ['OFD.xml', 'Doc_0/Document.xml'], false],
  ['an epub', ['mimetype', 'META-INF/container.xml'], false],
  ['a program', ['META-INF/MANIFEST.MF', 'a.class'], false],
])('%s is told from its members', (_what, names, expected) => {
  expect(isArchive(makeZip(names.map((name) => ({ name, content: 'x' }))))).toBe(expected);
});
