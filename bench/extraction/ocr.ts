// How many characters OCR reads wrong: pages of our own text at 200 dpi, clean and mildly degraded, through the whole
// way from picture to blocks.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ImageFormat, readImage } from '../../ingest/extract/image.js';
import { createRecognizer, type Recognizer } from '../../ingest/ocr/recognizer.js';
import { normalForm } from '../../services/domain/text.js';
import { type Degradation, type DrawnPage, degradations, drawPage } from './ocr-pages.js';
import { type PageText, pageTexts } from './ocr-texts.js';

export interface OcrFigures {
  readonly pages: number;
  readonly characters: number;
  readonly wrong: number;
  readonly perPage: readonly {
    readonly name: string;
    /** options were chosen on the other half of the pages */
    readonly fitted: boolean;
    readonly characters: number;
    readonly wrong: number;
    readonly seconds: number;
  }[];
  /** in all, one process reading */
  readonly seconds: number;
}

/** Least number of characters put in, left out or replaced. */
export function editDistance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let before = Uint32Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, character] of from.entries()) {
    const row = new Uint32Array(to.length + 1);
    row[0] = i + 1;
    for (let j = 0; j < to.length; j++) {
      const same = character === to[j] ? 0 : 1;
      row[j + 1] = Math.min(before[j + 1]! + 1, row[j]! + 1, before[j]! + same);
    }
    before = row;
  }
  return before[to.length]!;
}

async function read(page: DrawnPage, folder: string, recognizer: Recognizer): Promise<string> {
  const format: ImageFormat = page.bytes[0] === 0x89 ? 'png' : 'jpg';
  const path = join(folder, 'page');
  writeFileSync(path, page.bytes);
  const { blocks } = await readImage(page.bytes, format, [await recognizer.recognise({ path, format, page: 1 })]);
  return blocks.map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.text)).join('\n');
}

/** Every page clean, and in one of the degradations. */
const tasks: readonly (readonly [page: PageText, fitted: boolean, degradation: Degradation])[] = pageTexts.flatMap(
  (page, i) =>
    (['clean', degradations[1 + (i % 3)]!] as const).map((degradation) => [page, i % 2 === 0, degradation] as const),
);

export async function measureOcr(): Promise<OcrFigures> {
  const recognizer = createRecognizer({ processes: 1, timeoutS: 120, memoryMb: 2048 });
  const folder = mkdtempSync(join(tmpdir(), 'yanju-ocr-'));
  try {
    const perPage: OcrFigures['perPage'][number][] = [];
    for (const [page, fitted, degradation] of tasks) {
      const drawn = await drawPage(page, degradation);
      const started = performance.now();
      const text = normalForm(await read(drawn, folder, recognizer));
      const seconds = (performance.now() - started) / 1000;
      const truth = normalForm(drawn.truth);
      const wrong = editDistance(truth, text);
      perPage.push({ name: drawn.name, fitted, characters: [...truth].length, wrong, seconds });
    }
    const total = (key: 'characters' | 'wrong' | 'seconds'): number =>
      perPage.reduce((sum, page) => sum + page[key], 0);
    return {
      pages: perPage.length,
      characters: total('characters'),
      wrong: total('wrong'),
      perPage,
      seconds: total('seconds'),
    };
  } finally {
    await recognizer.close();
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { perPage, pages, characters, wrong, seconds } = await measureOcr();
  const share = (a: number, b: number): string => `${((100 * a) / b).toFixed(2)} %`;
  for (const page of perPage) {
    console.log(`${page.name}: ${page.wrong} of ${page.characters} wrong, ${page.seconds.toFixed(1)} s`);
  }
  for (const fitted of [true, false]) {
    const half = perPage.filter((page) => page.fitted === fitted);
    const sum = (key: 'characters' | 'wrong'): number => half.reduce((total, page) => total + page[key], 0);
    console.log(`${fitted ? 'options chosen on these' : 'the other half'}: ${share(sum('wrong'), sum('characters'))}`);
  }
  console.log(
    `${pages} pages, ${characters} characters, ${share(wrong, characters)} wrong, ${(seconds / pages).toFixed(1)} s a page`,
  );
}
