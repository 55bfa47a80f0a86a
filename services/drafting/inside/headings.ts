// Headings that nothing stands under, among headings that have a body.
import type { OutlineEntry } from '../../domain/document.js';
import type { InsideNote } from './note.js';

const MAX_HEADING = 40;

export function emptyHeadingsIn(text: string, outline: readonly OutlineEntry[]): InsideNote[] {
  const entries = outline.map((entry, i) => {
    const lineEnd = text.indexOf('\n', entry.start);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const next = outline[i + 1];
    const line = text.slice(entry.start, end);
    const body = text.slice(end, next?.start ?? text.length).trim();
    const goesDown = next !== undefined && next.level > entry.level;
    const isHeading = line.length <= MAX_HEADING && !/^第.{1,7}条/u.test(line) && !/[。；：，:;,]/u.test(line);
    return { ...entry, line, end, empty: isHeading && body === '' && !goesDown, full: body !== '' };
  });
  return entries.flatMap((entry, i): InsideNote[] => {
    if (!entry.empty) return [];
    const siblings = entries.filter(({ level }) => level === entry.level);
    // a list of names, a table of contents: where several have no body, none is meant to
    if (siblings.length < 3 || siblings.filter(({ empty }) => empty).length > 1 || entries[i - 1]?.empty) return [];
    return [
      {
        kind: 'internal',
        level: 'note',
        start: entry.start,
        end: entry.end,
        message: 'headingEmpty',
        values: { draft: entry.line },
        confidence: 0.7,
      },
    ];
  });
}
