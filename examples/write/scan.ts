// A PDF as a copier makes it: each page a picture, a little askew, on paper that is not quite white; no text layer.
import { PDFParse } from 'pdf-parse';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { Source } from '../read-sources.js';
import type { Fonts } from './fonts.js';
import { writePdf } from './pdf.js';

/** pixels; 150 dpi of an A4 page */
const pageWidth = 1240;
const askewDegrees = 0.4;
const paper = '#f4f2ee';

const asScanned = (page: Uint8Array): Promise<Buffer> =>
  sharp(page)
    .rotate(askewDegrees, { background: paper })
    .grayscale()
    .blur(0.6)
    .linear(0.8, 36)
    .jpeg({ quality: 50 })
    .toBuffer();

export async function writeScan(source: Source, fonts: Fonts): Promise<Uint8Array> {
  const parser = new PDFParse({ data: await writePdf(source, fonts) });
  const { pages } = await parser.getScreenshot({ desiredWidth: pageWidth, imageDataUrl: false });
  await parser.destroy();
  const date = new Date(`${source.header.date}T08:00:00Z`);
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { CreationDate: date, ModDate: date },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  for (const { data } of pages) {
    doc.addPage().image(await asScanned(data), 0, 0, { width: doc.page.width, height: doc.page.height });
  }
  doc.end();
  await finished;
  return Buffer.concat(chunks);
}
