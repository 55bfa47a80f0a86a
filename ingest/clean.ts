// The clean step: takes out what is not the document's own, and keeps every part taken out with its reason.
// When in doubt a line stays: a good line lost is far worse than a noise line kept. Tables are never taken out, but those that only frame a page.
import type { Cleaned, Extracted } from './blocks.js';
import type { Draft, Rule } from './clean/draft.js';
import { frameTables } from './clean/frame-tables.js';
import { hinted } from './clean/hinted.js';
import { markup } from './clean/markup.js';
import { orphanHeaders } from './clean/orphan-headers.js';
import { pageFurniture } from './clean/page-furniture.js';
import { pageNumerals } from './clean/page-numerals.js';
import { repeatedTitle } from './clean/repeated-title.js';
import { watermark } from './clean/watermark.js';
import { webPage } from './clean/web-page.js';

const rules: readonly Rule[] = [
  markup,
  pageFurniture,
  watermark,
  frameTables,
  webPage,
  hinted,
  orphanHeaders,
  pageNumerals,
  repeatedTitle,
];

export function clean(extracted: Extracted): Cleaned {
  const draft = rules.reduce<Draft>(
    (parts, rule) => rule(parts, { format: extracted.format, title: extracted.declaredTitle }),
    extracted.blocks.map((block) => ({ block })),
  );
  const blocks: Cleaned['blocks'][number][] = [];
  const removed: Cleaned['removed'][number][] = [];
  for (const part of draft) {
    if (part.block) blocks.push(part.block);
    else removed.push({ text: part.text, reason: part.reason, before: blocks.length });
  }
  return { blocks, removed, declaredTitle: extracted.declaredTitle };
}
