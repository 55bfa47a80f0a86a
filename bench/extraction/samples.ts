// Sound files of every format, to be spoilt: the bundled examples, generated ones, and those of other folders.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { projectRoot } from '../../config/root.js';
import { makeDoc } from '../../test/ingest/extract/support/make-doc.js';
import { makeZip } from '../../test/ingest/extract/support/make-zip.js';

export interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
}

const notice = [
  '临澜市教育局关于做好义务教育招生入学工作的通知',
  '各区县教育局，各直属学校：',
  '一、总体要求',
  '（一）凡年满六周岁的儿童，应当入学接受义务教育。',
  '（二）各校不得以任何形式组织入学考试。',
  '临澜市教育局',
  '2024年5月6日',
];

const rtf = (): string => {
  const escaped = (line: string): string => [...line].map((c) => `\\u${c.charCodeAt(0)}?`).join('');
  return `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}${notice.map((line) => `\\pard ${escaped(line)}\\par`).join('\n')}
{\\footnote ${escaped('注')}}\\trowd\\cellx900\\cellx1800 1\\cell 2\\cell\\row}`;
};
const html = `<html><head><meta charset="utf-8"><title>通知</title></head><body>${notice.map((line) => `<p>${line}</p>`).join('')}
<table><tr><td>索引号</td><td>1</td></tr></table></body></html>`;
const mht = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html; charset="utf-8"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(html).toString('base64'),
  '--b--',
].join('\r\n');
const ofd = (): Buffer => {
  const text = notice.map(
    (line, i) =>
      `<ofd:TextObject ID="${i + 9}" Boundary="20 ${20 + 8 * i} 170 6" Font="1" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g ${[...line].length - 1} 4">${line}</ofd:TextCode></ofd:TextObject>`,
  );
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  return makeZip(
    Object.entries({
      'OFD.xml': `<ofd:OFD ${ns}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      'Doc_0/Document.xml': `<ofd:Document ${ns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="2" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
      'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${ns}><ofd:Content><ofd:Layer ID="3">${text.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
    }).map(([name, content]) => ({ name, content })),
  );
};
const picture = (): Sharp =>
  sharp({
    create: {
      width: 200,
      height: 280,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 200, sigma: 20 },
    },
  });

async function generated(): Promise<Sample[]> {
  const zip = makeZip([
    { name: '通知.txt', content: notice.join('\n') },
    { name: '网页.html', content: html },
    { name: '内.zip', content: makeZip([{ name: '深.rtf', content: rtf() }]) },
  ]);
  return [
    { name: 'a.doc', bytes: makeDoc(notice.join('\r')) },
    { name: 'a.rtf', bytes: Buffer.from(rtf()) },
    { name: 'a.mht', bytes: Buffer.from(mht) },
    { name: 'a.ofd', bytes: ofd() },
    { name: 'a.zip', bytes: zip },
    { name: 'a.png', bytes: await picture().png().toBuffer() },
    { name: 'a.jpg', bytes: await picture().jpeg().toBuffer() },
    { name: 'a.tiff', bytes: await picture().tiff().toBuffer() },
  ];
}

/** Long files cost time and are spoilt no otherwise than short ones. */
const longest = 400_000;
function ofFolder(folder: string): Sample[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .filter((path) => {
      const { size } = statSync(path);
      return size > 0 && size <= longest;
    })
    .map((path) => ({ name: `a${extname(path)}`, bytes: readFileSync(path) }));
}

/** By extension, so that formats are drawn alike however many files there are of each. */
export async function samplesByType(folders: readonly string[]): Promise<Sample[][]> {
  const all = [
    ...(await generated()),
    ...ofFolder(join(projectRoot, 'examples', 'documents')),
    ...folders.flatMap(ofFolder),
  ];
  const read = /\.(?:docx?|wps|rtf|pdf|ofd|html?|mht|txt|md|png|jpe?g|tiff?|zip)$/i;
  const types = new Map<string, Sample[]>();
  for (const sample of all) {
    const type = read.test(sample.name) ? extname(sample.name).toLowerCase() : 'other';
    types.set(type, [...(types.get(type) ?? []), sample]);
  }
  return [...types.values()];
}
