// An OFD document's pages, one after the other → their lines, as those of a pdf.
import type { UnreadPart } from '../../../services/domain/document.js';
import { AppError } from '../../../services/domain/errors.js';
import type { DomElement } from '../html/dom.js';
import { linesOf, type PageLine } from '../pdf/lines.js';
import type { Matrix } from '../pdf/matrix.js';
import { segmentsOf } from '../pdf/segments.js';
import { needsOcr } from '../pdf/sight.js';
import { tablesOf } from '../pdf/tables.js';
import type { ZipReader } from '../zip.js';
import { objectsIn, points } from './objects.js';
import { child, childrenNamed, numbersIn, readPart, resolve, textOf } from './xml.js';

export interface OfdPage {
  readonly number: number;
  readonly lines: readonly PageLine[];
  readonly height: number;
  readonly rotated: string;
}
export interface OfdPages {
  readonly pages: OfdPage[];
  readonly unread: UnreadPart[];
  /** lines of templates at the edges of a page: letterheads, running headers */
  readonly frame: Set<PageLine>;
}

/** A4, where a file gives no size. */
const usualArea = [0, 0, 210, 297];
/** A template's lines as near to the edge as this, as a share of the page's height, frame the page. */
const edge = 0.14;
const mostPages = 20_000;

const areaOf = (parent: DomElement | undefined, name: string): number[] | null => {
  const box = numbersIn(textOf(child(parent, name, 'PhysicalBox')));
  return box.length === 4 && box.every(Number.isFinite) && (box[2] ?? 0) > 0 && (box[3] ?? 0) > 0 ? box : null;
};

/** The pages of the document in part `root`, counted from `first`. @throws AppError ENCRYPTED */
export function readDocument(zip: ZipReader, root: string, first: number): OfdPages {
  const into: OfdPages = { pages: [], unread: [], frame: new Set() };
  const document = readPart(zip, root);
  const common = child(document, 'CommonData');
  const usual = areaOf(common, 'PageArea') ?? usualArea;
  const templates = new Map(childrenNamed(common, 'TemplatePage').map((one) => [one.getAttribute('ID'), one]));
  const shown = new Set<string | null>();

  const readPage = (page: DomElement, number: number): OfdPage => {
    const location = page.getAttribute('BaseLoc');
    const content = location ? readPart(zip, resolve(location, root)) : undefined;
    if (!content) throw new AppError('DAMAGED');
    const [x = 0, y = 0, across = 0, down = 0] = areaOf(content, 'Area') ?? usual;
    const base: Matrix = [points, 0, 0, points, -x * points, -y * points];
    const [width, height] = [across * points, down * points];
    const own = objectsIn(content, base, width, height);
    // A template counts once, with the first page that it stands on.
    const behind = childrenNamed(content, 'Template').flatMap((use) => {
      const id = use.getAttribute('TemplateID');
      const place = shown.has(id) ? null : templates.get(id)?.getAttribute('BaseLoc');
      shown.add(id);
      return place ? [objectsIn(readPart(zip, resolve(place, root)), base, width, height)] : [];
    });
    const atEdge = (at: number): boolean => at < edge * height || at > (1 - edge) * height;
    const framing = behind.flatMap(({ pieces }) => pieces.filter((piece) => atEdge(piece.y)));
    const inner = behind.flatMap(({ pieces }) => pieces.filter((piece) => !atEdge(piece.y)));
    const rules = [own, ...behind].flatMap((objects) => objects.rules);
    const { tables, rest } = tablesOf(rules, [...own.pieces, ...inner]);
    const lines = linesOf([...segmentsOf(rest), ...tables], number);
    const framed = linesOf(segmentsOf(framing), number);
    for (const line of framed) into.frame.add(line);
    const text = own.pieces.map((piece) => piece.text).join('') + own.rotated;
    if (needsOcr({ text, unmapped: 0, pictures: own.pictures, curves: own.curves })) {
      into.unread.push({ reason: 'scan', page: number });
    }
    const above = framed.filter((line) => line.y < height / 2);
    const below = framed.filter((line) => line.y >= height / 2);
    const rotated = [own, ...behind]
      .map((objects) => objects.rotated)
      .filter(Boolean)
      .join(' ');
    return { number, lines: [...above, ...lines, ...below], height, rotated };
  };

  childrenNamed(child(document, 'Pages'), 'Page').forEach((page, i) => {
    const number = first + i;
    if (number > mostPages + 1) return;
    try {
      if (number > mostPages) throw new AppError('DAMAGED');
      into.pages.push(readPage(page, number));
    } catch (error) {
      if (error instanceof AppError && error.code === 'ENCRYPTED') throw error;
      into.unread.push({ reason: 'page', page: number });
    }
  });
  // A document whose list of pages is missing is one page that cannot be read.
  if (!document || childrenNamed(child(document, 'Pages'), 'Page').length === 0) {
    into.unread.push({ reason: 'page', page: first });
  }
  return into;
}
