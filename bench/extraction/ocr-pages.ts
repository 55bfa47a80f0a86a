// Draws a page of text as a scanner would give it: A4 at 200 dpi, clean or mildly degraded.
import sharp from 'sharp';
import type { Face, PageText, Part } from './ocr-texts.js';

export const dpi = 200;
const width = Math.round((210 / 25.4) * dpi);
const height = Math.round((297 / 25.4) * dpi);
const margin = Math.round((26 / 25.4) * dpi);
const gutter = 40;
const px = (points: number): number => (points * dpi) / 72;

const families: Readonly<Record<Face, string>> = { serif: 'Noto Serif CJK SC', sans: 'Noto Sans CJK SC' };

interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly face: Face;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Widths in sizes, a little more than the font's own, so that no line runs over. */
const advance = (character: string): number =>
  /[\x20-\x7e]/.test(character) ? (/[\w@%]/.test(character) ? 0.62 : 0.4) : 1;
const forbiddenAtStart = /[，。、；：？！）》”％％∶]/;

function wrapped(text: string, indent: number, sizes: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = indent;
  // Figures and addresses are broken anywhere, as office software breaks them.
  for (const character of text) {
    if (used + advance(character) > sizes && !forbiddenAtStart.test(character)) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += character;
    used += advance(character);
  }
  return line === '' ? lines : [...lines, line];
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

interface Layout {
  readonly drawn: Drawn[];
  readonly rules: string[];
  readonly truth: string[];
}

/** Lays out one part at `y` between x0 and x1; gives where the next begins. */
function place(part: Part, page: PageText, layout: Layout, y: number, x0: number, x1: number): number {
  const size = px(part.kind === 'center' ? part.size : page.size);
  const leading = 1.75 * size;
  const { drawn, rules, truth } = layout;
  if (part.kind === 'center') {
    drawn.push({ ...part, face: part.face ?? page.face, x: (x0 + x1) / 2, y: y + size, size, anchor: 'middle' });
    truth.push(part.text);
    return y + leading;
  }
  if (part.kind === 'right') {
    drawn.push({ text: part.text, face: page.face, x: x1 - 2 * size, y: y + size, size, anchor: 'end' });
    truth.push(part.text);
    return y + leading;
  }
  if (part.kind === 'table') {
    const row = 1.9 * size;
    const sum = part.widths.reduce((a, b) => a + b, 0);
    const edges = [x0];
    for (const share of part.widths) edges.push(edges.at(-1)! + (share / sum) * (x1 - x0));
    for (const [i, cells] of part.rows.entries()) {
      for (const [j, text] of cells.entries()) {
        drawn.push({
          text,
          face: page.face,
          x: (edges[j]! + edges[j + 1]!) / 2,
          y: y + i * row + 1.3 * size,
          size,
          anchor: 'middle',
        });
      }
      truth.push(cells.join(''));
    }
    const bottom = y + part.rows.length * row;
    for (let i = 0; i <= part.rows.length; i++) rules.push(`M${x0} ${y + i * row}H${x1}`);
    for (const x of edges) rules.push(`M${x} ${y}V${bottom}`);
    return bottom + size;
  }
  const indent = part.flush ? 0 : 2;
  const lines = wrapped(part.text, indent, (x1 - x0) / size);
  for (const [i, text] of lines.entries()) {
    drawn.push({
      text,
      face: part.face ?? page.face,
      x: x0 + (i === 0 ? indent * size : 0),
      y: y + i * leading + size,
      size,
    });
  }
  truth.push(part.text);
  return y + lines.length * leading;
}

function layoutOf(page: PageText): Layout {
  const layout: Layout = { drawn: [], rules: [], truth: [] };
  let y = margin;
  const heads = page.columns ? page.parts.filter((part) => part.kind === 'center') : page.parts;
  for (const part of heads) y = place(part, page, layout, y, margin, width - margin);
  if (page.columns) {
    const top = y;
    const middle = width / 2;
    const body = page.parts.filter((part) => part.kind !== 'center');
    const half = Math.ceil(body.length / 2);
    for (const part of body.slice(0, half)) y = place(part, page, layout, y, margin, middle - gutter);
    y = top;
    for (const part of body.slice(half)) y = place(part, page, layout, y, middle + gutter, width - margin);
  }
  return layout;
}

export const degradations = ['clean', 'blurred', 'turned', 'worn'] as const;
export type Degradation = (typeof degradations)[number];

/** Even noise from a generator of fixed seed: the same page every time. */
async function noisy(picture: Buffer, strength: number): Promise<Buffer> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  let state = 12345;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = Math.max(0, Math.min(255, data[i]! + ((state >>> 8) / 0x1000000 - 0.5) * 2 * strength));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png()
    .toBuffer();
}

async function degraded(clean: Buffer, degradation: Degradation): Promise<Buffer> {
  switch (degradation) {
    case 'clean':
      return clean;
    case 'blurred':
      return sharp(await noisy(await sharp(clean).blur(0.9).toBuffer(), 24))
        .withMetadata({ density: dpi })
        .png()
        .toBuffer();
    case 'turned':
      return sharp(await sharp(clean).rotate(0.5, { background: 'white' }).toBuffer())
        .resize(width, height, { fit: 'cover' })
        .withMetadata({ density: dpi })
        .jpeg({ quality: 55 })
        .toBuffer();
    case 'worn': {
      // grey paper, pale ink, a slight turn the other way
      const pale = await sharp(clean).rotate(-0.5, { background: 'white' }).linear(0.55, 95).blur(0.6).toBuffer();
      return sharp(await noisy(await sharp(pale).resize(width, height, { fit: 'cover' }).toBuffer(), 16))
        .withMetadata({ density: dpi })
        .jpeg({ quality: 70 })
        .toBuffer();
    }
  }
}

export interface DrawnPage {
  readonly name: string;
  readonly bytes: Buffer;
  /** in reading order */
  readonly truth: string;
}

export async function drawPage(page: PageText, degradation: Degradation): Promise<DrawnPage> {
  const { drawn, rules, truth } = layoutOf(page);
  const texts = drawn.map(
    ({ text, x, y, size, face, bold, anchor = 'start' }) =>
      `<text x="${x}" y="${y}" font-family="${families[face]}" font-size="${size}" text-anchor="${anchor}"` +
      `${bold ? ' font-weight="bold"' : ''} xml:space="preserve">${escaped(text)}</text>`,
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>` +
    `<path d="${rules.join('')}" stroke="black" stroke-width="2" fill="none"/>${texts.join('')}</svg>`;
  const clean = await sharp(Buffer.from(svg))
    .flatten({ background: 'white' })
    .greyscale()
    .withMetadata({ density: dpi })
    .png()
    .toBuffer();
  return { name: `${page.name}, ${degradation}`, bytes: await degraded(clean, degradation), truth: truth.join('\n') };
}
