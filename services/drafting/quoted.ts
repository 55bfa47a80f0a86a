// Words that a draft quotes from what it cites: 《…》第五条规定：“…”.
import type { Range } from '../domain/passage.js';
import { normalForm } from '../domain/text.js';

const quotation =
  /^[^。！？；\n《》]{0,24}(?:规定|指出|明确|要求|强调|提出)[^。！？；\n《》“]{0,6}[：:，,]?[“"]([^”"\n]{10,400})[”"]/u;

export function quotedBehind(text: string, end: number): (Range & { readonly normal: string }) | null {
  const match = quotation.exec(text.slice(end, end + 500));
  if (!match) return null;
  const words = match[1] ?? '';
  const start = end + match[0].lastIndexOf(words);
  return { start, end: start + words.length, normal: normalForm(words).replace(/[。,;!?]+$/u, '') };
}
