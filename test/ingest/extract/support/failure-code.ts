// What a reader answers, as a test wants to compare it.

import type { Block } from '../../../../ingest/blocks.js';
import { AppError } from '../../../../services/domain/errors.js';

/** The code of the AppError that `action` ends in; 'none' when it succeeds. Any other error is thrown on. */
export async function failureCode(action: () => unknown): Promise<string> {
  try {
    await action();
    return 'none';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Blocks as short lines: 'h1 标题', 'p 段落', 'footer p 第1页', 't a|b / c|d'. */
export const shortly = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => {
    if (block.kind === 'table') {
      return `${block.header ? 'th' : 't'} ${block.rows.map((row) => row.join('|')).join(' / ')}`;
    }
    const hint = block.hint ? `${block.hint} ` : '';
    return `${hint}${block.kind === 'heading' ? `h${block.level}` : 'p'} ${block.text}`;
  });
