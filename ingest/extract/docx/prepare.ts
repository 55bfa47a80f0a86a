// Rewrites a part of a Word file so that mammoth loses nothing of it: numbers as text, headings by known style names,
// text boxes as paragraphs, tracked changes settled, formulas and wrappers opened.
import { acceptChanges } from './changes.js';
import { closest, textRun, unwrap } from './edit.js';
import { settleInline } from './inline.js';
import type { Numberer } from './numbering.js';
import { flattenNestedTables, type LinkedPart, liftObjects, settleAlternatives } from './objects.js';
import { numberReference, outlineLevel, type Styles } from './styles.js';
import { all, child, isOn, value, type XmlDocument, type XmlElement } from './xml.js';

/** Style names that docx.ts maps to html. */
export const headingStyle = (level: number): string => `Heading${Math.min(6, level)}`;
export const contentsStyle = 'Contents';
export const hiddenStyle = 'Hidden';

/** Left out: notes on formatting, marks that show nothing. */
const removed = [
  'w:sectPr',
  'w:proofErr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:lastRenderedPageBreak',
  'w:pPrChange',
  'w:tblPr',
  'w:tblPrEx',
  'w:tblGrid',
  'w:sectPrChange',
];
/** Wrappers that mammoth does not know, or that carry nothing but their content. */
const wrappers = ['w:ins', 'w:moveTo', 'w:hyperlink', 'w:customXml', 'w:smartTag', 'w:dir', 'w:bdo', 'w:fldSimple'];

function setStyle(document: XmlDocument, paragraph: XmlElement, style: string | null): void {
  child(paragraph, 'w:pPr')?.remove();
  if (style === null) return;
  const properties = document.createElement('w:pPr');
  const name = document.createElement('w:pStyle');
  name.setAttribute('w:val', style);
  properties.insertBefore(name, null);
  paragraph.insertBefore(properties, paragraph.firstChild);
}

/** Hidden text is not what a reader sees; it is set apart in paragraphs of its own, which are returned. */
function setHiddenApart(document: XmlDocument): ReadonlySet<XmlElement> {
  const found = new Set<XmlElement>();
  for (const run of all(document, 'w:r')) {
    const properties = child(run, 'w:rPr');
    const host = isOn(child(properties, 'w:vanish')) ? closest(run, 'w:p') : null;
    properties?.remove();
    if (!host) continue;
    const last = host.nextSibling as XmlElement | null; // a set of elements is asked for it only
    const apart = last && found.has(last) ? last : document.createElement('w:p');
    if (apart !== last) host.parentElement?.insertBefore(apart, host.nextSibling);
    found.add(apart);
    apart.insertBefore(run, null);
  }
  for (const paragraph of found) setStyle(document, paragraph, hiddenStyle);
  return found;
}

/** Writes a paragraph's number in front of its text and its standing (heading, contents) as a style of a known name. */
function settleParagraph(document: XmlDocument, paragraph: XmlElement, styles: Styles, numberer: Numberer): void {
  const properties = child(paragraph, 'w:pPr');
  const styleId = value(properties, 'w:pStyle') ?? styles.defaultParagraph;
  const number = numberer.next(numberReference(properties), styleId);
  const outline = outlineLevel(properties);
  const level = outline === null ? styles.headingLevel(styleId) : outline < 9 ? outline + 1 : null;
  if (number !== '') paragraph.insertBefore(textRun(document, number), paragraph.firstChild);
  setStyle(document, paragraph, styles.isContents(styleId) ? contentsStyle : level ? headingStyle(level) : null);
}

/** Edits `document` in place. @returns how many objects of other programs there were, whose content is not read */
export function prepare(document: XmlDocument, styles: Styles, numberer: Numberer, linked: LinkedPart): number {
  settleAlternatives(document);
  const objects = liftObjects(document, linked);
  settleInline(document);
  acceptChanges(document);
  for (const name of removed) for (const element of all(document, name)) element.remove();
  for (const name of wrappers) for (const element of all(document, name)) unwrap(element);
  const hidden = setHiddenApart(document);
  for (const paragraph of all(document, 'w:p')) {
    if (!hidden.has(paragraph)) settleParagraph(document, paragraph, styles, numberer);
  }
  flattenNestedTables(document);
  return objects;
}
