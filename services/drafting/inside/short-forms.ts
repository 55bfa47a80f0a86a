// Short forms: 《办法》 used before 以下简称《办法》 says what it is, or never defined at all.
import type { InsideNote } from './note.js';

const definition = /(?:以下)?(?:简称|统称)(?:为)?[：:]?[《“"「]([^《》“”"「」]{2,12})[》”"」]/gu;
/** A kind of document without a name can only be a short form. */
const bareKind =
  /《((?:办法|条例|规定|意见|通知|方案|规划|纲要|细则|决定|标准|指南|要点|实施意见|实施方案|规划纲要|计划|总体方案))》/gu;

export function shortFormsIn(text: string): InsideNote[] {
  const defined = new Map<string, number>();
  for (const match of text.matchAll(definition)) {
    const name = match[1] ?? '';
    if (!defined.has(name)) defined.set(name, match.index);
  }
  const found: InsideNote[] = [];
  const told = new Set<string>();
  const note = (name: string, at: number, end: number, message: 'shortFormEarly' | 'shortFormUndefined'): void => {
    if (told.has(name)) return;
    told.add(name);
    found.push({
      kind: 'internal',
      level: 'note',
      start: at,
      end,
      message,
      values: { draft: text.slice(at, end) },
      confidence: 0.8,
    });
  };
  for (const [name, definedAt] of defined) {
    const at = text.indexOf(`《${name}》`);
    if (at !== -1 && at < definedAt && !text.slice(at, definedAt).includes('目录'))
      note(name, at, at + name.length + 2, 'shortFormEarly');
  }
  for (const match of text.matchAll(bareKind)) {
    const name = match[1] ?? '';
    if (!defined.has(name)) note(name, match.index, match.index + match[0].length, 'shortFormUndefined');
  }
  return found;
}
