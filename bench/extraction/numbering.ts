// Automatic numbering, measured: Word files are generated over all formats and ways of numbering, read as any docx is,
// and each line compared with what Word shows.
import type { Block } from '../../ingest/blocks.js';
import { readDocx } from '../../ingest/extract/docx.js';
import { writeDocx } from './numbering-docx.js';
import { numberingScenes } from './numbering-scenes.js';

export interface NumberingFigures {
  readonly checked: number;
  readonly right: number;
  readonly wrong: readonly { readonly expected: string; readonly got: string }[];
}

const linesOf = (block: Block): string[] =>
  block.kind === 'table' ? block.rows.map((row) => row.join('|')) : [block.text];

export async function measureNumbering(): Promise<NumberingFigures> {
  let checked = 0;
  const wrong: { expected: string; got: string }[] = [];
  for (const scene of numberingScenes) {
    const { blocks } = await readDocx(writeDocx(scene));
    const got = blocks.flatMap(linesOf);
    for (let i = 0; i < Math.max(got.length, scene.shown.length); i++) {
      const [expected, line] = [scene.shown[i] ?? '', got[i] ?? ''];
      checked++;
      if (expected !== line) wrong.push({ expected: `${scene.name}: ${expected}`, got: line });
    }
  }
  return { checked, right: checked - wrong.length, wrong };
}
