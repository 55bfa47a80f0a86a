// What is set into a Word part: text boxes, diagrams, charts and word art give their text, once; objects of other programs
// cannot be read, and are told of.
import { childNodes, closest, putAfterParagraph, textParagraph, unwrap } from './edit.js';
import { all, childrenNamed, parsePart, type XmlDocument, type XmlElement } from './xml.js';

/** The bytes of the part that a relationship of the document leads to; null when it is absent. */
export type LinkedPart = (id: string) => Uint8Array | null;

const mostLines = 2000;

const diagrams = (element: XmlElement): XmlElement[] => all(element, 'dgm:relIds');
const charts = (element: XmlElement): XmlElement[] => all(element, 'c:chart');
const holdsText = (element: XmlElement): boolean =>
  all(element, 'w:t').length > 0 || diagrams(element).length > 0 || charts(element).length > 0;

/** Of several forms of the same thing one is kept: the newest that holds text, else the newest. */
export function settleAlternatives(document: XmlDocument): void {
  for (const element of all(document, 'mc:AlternateContent').reverse()) {
    const forms = [...childrenNamed(element, 'mc:Choice'), ...childrenNamed(element, 'mc:Fallback')];
    const chosen = forms.find(holdsText) ?? forms[0];
    if (chosen) element.replaceWith(...childNodes(chosen));
    else element.remove();
  }
}

const words = (element: XmlElement, name: string): string[] =>
  all(element, name)
    .map((one) => (one.textContent ?? '').trim())
    .filter(Boolean);
const paragraphs = (element: XmlElement): string[] => all(element, 'a:p').map((one) => words(one, 'a:t').join(''));

/** A chart's title and axis titles, then a line for each series: its name, and its values by category. */
function chartLines(chart: XmlDocument): string[] {
  const series = all(chart, 'c:ser').map((one) => {
    const of = (name: string): string[] => all(one, name).flatMap((part) => words(part, 'c:v'));
    const [name = ''] = of('c:tx');
    const categories = of('c:cat');
    const values = of('c:val').map((number, i) => `${categories[i] ?? ''} ${number}`.trim());
    return `${name}${name && values.length > 0 ? '：' : ''}${values.join('；')}`;
  });
  return [...paragraphs(chart), ...series];
}

function readLinked(document: XmlDocument, linked: LinkedPart): void {
  const put = (element: XmlElement, id: string | null, read: (part: XmlDocument) => string[]): void => {
    const bytes = id === null ? null : linked(id);
    const lines = bytes ? read(parsePart(bytes)).filter(Boolean).slice(0, mostLines) : [];
    putAfterParagraph(
      element,
      lines.map((line) => textParagraph(document, line)),
    );
  };
  for (const one of diagrams(document)) put(one, one.getAttribute('r:dm'), paragraphs);
  for (const one of charts(document)) put(one, one.getAttribute('r:id'), chartLines);
}

/** The paragraphs of a text box come after the paragraph that it hangs on. */
function liftTextBoxes(document: XmlDocument): void {
  for (const box of all(document, 'w:txbxContent').reverse()) putAfterParagraph(box, childNodes(box));
  for (const art of all(document, 'v:textpath')) {
    const text = (art.getAttribute('string') ?? '').trim();
    if (text !== '') putAfterParagraph(art, [textParagraph(document, text)]);
  }
}

/** @returns how many objects of other programs there are, whose content is not read */
export function liftObjects(document: XmlDocument, linked: LinkedPart): number {
  readLinked(document, linked);
  liftTextBoxes(document);
  const objects = all(document, 'o:OLEObject').length;
  for (const name of ['w:drawing', 'w:pict', 'w:object']) for (const element of all(document, name)) element.remove();
  return objects;
}

/** Whether every row of a table is one cell: it frames what it holds. */
const isFrame = (table: XmlElement): boolean =>
  childrenNamed(table, 'w:tr').every((row) => childrenNamed(row, 'w:tc').length <= 1);

/** A table within a cell becomes a line a row there, so that the row around it stays a row; a table that only frames others opens. */
export function flattenNestedTables(document: XmlDocument): void {
  for (const table of all(document, 'w:tbl').reverse()) {
    const outer = closest(table, 'w:tbl');
    if (!outer) continue;
    if (isFrame(outer)) {
      for (const name of ['w:tc', 'w:tr'])
        for (const part of all(outer, name)) if (closest(part, 'w:tbl') === outer) unwrap(part);
      unwrap(outer);
      continue;
    }
    const lines = childrenNamed(table, 'w:tr').map((row) =>
      childrenNamed(row, 'w:tc')
        .map((cell) => words(cell, 'w:t').join(''))
        .filter(Boolean)
        .join(' '),
    );
    table.replaceWith(...lines.filter(Boolean).map((line) => textParagraph(document, line)));
  }
}
