import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { projectRoot } from '../../config/root.js';
import { layout, printedLines } from '../../examples/layout.js';
import { readSources, type Source } from '../../examples/read-sources.js';
import { debianFonts, findFonts } from '../../examples/write/fonts.js';
import { writePdf } from '../../examples/write/pdf.js';
import { bytesOf, targetOf } from '../../examples/write-documents.js';
import { readDoc } from '../../ingest/extract/doc.js';
import { normalForm } from '../../services/domain/text.js';

const folder = join(projectRoot, 'examples');
const sources = readSources();
const documents = sources.filter(({ header }) => header.folder === 'documents');
const pathOf = (source: Source): string => join(folder, targetOf(source));
const scanned = sources.filter(({ header }) => header.print === 'scan');
const of = (...formats: string[]) =>
  sources
    .filter((source) => formats.includes(extname(source.header.file)) && !scanned.includes(source))
    .map((source) => [source.header.file, source] as const);

const filesUnder = (part: string): string[] =>
  readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** Every line stands in `text`, in order; lines are compared in the normal form. */
function expectInOrder(text: string, lines: readonly string[]): void {
  let from = 0;
  for (const line of lines.map(normalForm).filter((normal) => normal !== '')) {
    const at = text.indexOf(line, from);
    expect({ line, found: at !== -1 }).toEqual({ line, found: true });
    from = at + line.length;
  }
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const withoutTags = (html: string): string =>
  html.replace(/<[^<>]*>/g, '').replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);

/** Text of the pages, their footers left out; pdf.js does not run within Jest's realm. */
function pdfTexts(paths: readonly string[]): string[] {
  const script = `
    import { readFileSync } from 'node:fs';
    import { PDFParse } from 'pdf-parse';
    const texts = [];
    for (const path of process.argv.slice(1)) {
      const parser = new PDFParse({ data: new Uint8Array(readFileSync(path)) });
      const { pages } = await parser.getText();
      texts.push(pages.map(({ text }, i) => text.replace('— ' + (i + 1) + ' —', '')).join(''));
      await parser.destroy();
    }
    process.stdout.write(JSON.stringify(texts));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, ...paths], { cwd: projectRoot });
  return JSON.parse(output.toString()) as string[]; // the script's own output
}

describe('the bundled documents', () => {
  test('are at least 20, one or more for every year from 2016 to 2025, in six formats', () => {
    expect(documents.length).toBeGreaterThanOrEqual(20);
    const years = new Set(documents.map(({ header }) => header.date.slice(0, 4)));
    expect([...years].sort()).toEqual(Array.from({ length: 10 }, (_, i) => String(2016 + i)));
    const formats = new Set(documents.map(({ header }) => extname(header.file)));
    expect(formats).toEqual(new Set(['.docx', '.doc', '.pdf', '.html', '.txt', '.md']));
  });

  test('are the files that the sources name, and no others', () => {
    const named = sources.map(targetOf).sort();
    expect([...filesUnder('documents'), ...filesUnder('drafts')].sort()).toEqual(named);
  });

  test('hold 600 to 4,000 characters each', () => {
    for (const source of sources) {
      const { length } = printedLines(source).join('');
      expect({ name: source.name, fits: length >= 600 && length <= 4000 }).toEqual({ name: source.name, fits: true });
    }
  });

  test('are small: under 300 KB each, under 3 MB in all', () => {
    const sizes = sources.map((source) => statSync(pathOf(source)).size);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  test.each(of('.docx', '.html', '.txt', '.md'))('%s is, byte for byte, what its source gives', async (_, source) => {
    expect(Buffer.compare(readFileSync(pathOf(source)), Buffer.from((await bytesOf(source, null)) ?? ''))).toBe(0);
  });

  test.each(of('.txt', '.md'))('%s holds every line of its source in order', (_, source) => {
    const text = iconv.decode(readFileSync(pathOf(source)), source.header.encoding);
    expectInOrder(normalForm(text), printedLines(source, extname(source.header.file) === '.md' ? ' | ' : '\t'));
  });

  test.each(of('.html'))('%s holds every line of its source in order', (_, source) => {
    const text = iconv.decode(readFileSync(pathOf(source)), source.header.encoding);
    const inside = printedLines(source, '').filter((line) => line !== source.header.number);
    expectInOrder(normalForm(withoutTags(text)), inside);
  });

  test.each(of('.docx'))('%s holds every line of its source, its numbers as automatic numbering', (_, source) => {
    const parts = unzipSync(readFileSync(pathOf(source)));
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    const blocks = layout(source);
    const typed = source.header.literal;
    const lines = blocks.flatMap((block) => {
      if (block.kind === 'table') return block.rows.map((row) => row.join(''));
      return [(typed && block.mark ? block.mark.literal : '') + block.text];
    });
    expectInOrder(normalForm(withoutTags(xml)), lines);
    const marked = blocks.filter((block) => block.kind !== 'table' && block.mark);
    expect(xml.match(/<w:numPr>/g)?.length ?? 0).toBe(typed ? 0 : marked.length);
  });

  test('as PDF hold every line of their sources in order', () => {
    const pdfs = of('.pdf').map(([, source]) => source);
    const texts = pdfTexts(pdfs.map(pathOf));
    for (const [i, source] of pdfs.entries()) expectInOrder(normalForm(texts[i] ?? ''), printedLines(source, ''));
  });

  test.each(of('.pdf'))('%s carries the date of its document as that of its making', (_, source) => {
    const date = `D:${source.header.date.replaceAll('-', '')}080000Z`;
    expect(readFileSync(pathOf(source)).includes(date)).toBe(true);
  });

  test.each(of('.doc'))('%s holds every line of its source in order', async (_, source) => {
    const { blocks } = await readDoc(readFileSync(pathOf(source)));
    const lines = blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.join('\t')) : [block.text],
    );
    expectInOrder(normalForm(lines.join('\n')), printedLines(source));
  });

  test('one is a scan: pictures of pages, not a word of text', () => {
    expect(scanned).toHaveLength(1);
    expect(pdfTexts(scanned.map(pathOf)).join('').trim()).toBe('');
    expect(readFileSync(pathOf(scanned[0]!)).includes('/DCTDecode')).toBe(true);
  });

  const { fonts } = findFonts(debianFonts);
  const withFonts = fonts ? test : test.skip;
  if (!fonts)
    process.stderr.write(`PDF examples not written again in this test: no fonts in ${debianFonts} (fonts-noto-cjk)\n`);
  withFonts('as PDF come out the same twice', async () => {
    const source = of('.pdf')[0]?.[1];
    if (!source || !fonts) throw new Error('no PDF among the sources');
    const [first, second] = [await writePdf(source, fonts), await writePdf(source, fonts)];
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });

  test('the fonts that are missing are named', () => {
    expect(findFonts(folder).missing).toEqual(['NotoSerifCJK-Regular.ttc', 'NotoSansCJK-Bold.ttc']);
  });
});
