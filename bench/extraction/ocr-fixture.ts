// node dist/bench/extraction/ocr-fixture.js: writes test/fixtures/scan.pdf, a scan of two pages in black and white, the
// second put in upside down; and photo.jpg, the same first page worn and lying on its side.
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { projectRoot } from '../../config/root.js';
import { drawPage } from './ocr-pages.js';
import { pageTexts } from './ocr-texts.js';

const folder = join(projectRoot, 'test', 'fixtures');
mkdirSync(folder, { recursive: true });
const page = (name: string) => pageTexts.find((text) => text.name.startsWith(name))!; // of ocr-texts.ts
const [notice, minutes] = [page('notice'), page('minutes')];

const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, info: { Producer: 'scanner' } });
const file = createWriteStream(join(folder, 'scan.pdf'));
pdf.pipe(file);
for (const [i, text] of [notice, minutes].entries()) {
  const { bytes } = await drawPage(text, 'clean');
  const scan = await sharp(bytes)
    .rotate(180 * i)
    .threshold(150)
    .png({ palette: true, colours: 2, compressionLevel: 9 })
    .toBuffer();
  pdf.addPage({ size: 'A4', margin: 0 }).image(scan, 0, 0, { fit: [595.28, 841.89] });
}
pdf.end();
await finished(file);
const worn = await drawPage(notice, 'worn');
writeFileSync(join(folder, 'photo.jpg'), await sharp(worn.bytes).rotate(90).jpeg({ quality: 35 }).toBuffer());
