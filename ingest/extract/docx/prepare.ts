// Rewrites a part of a Word file so that mammoth loses nothing of it: numbers as text, headings by known style names,
// text boxes as paragraphs, tracked changes settled, formulas and wrappers opened.
import type { Numberer } from './numbering.js';
import { numberReference, outlineLevel, type Styles } from './styles.js';
import { all, child, childrenNamed, isOn, value, type XmlDocument, type XmlElement } from './xml.js';

/** Style names that docx.ts maps to html. */
export const headingStyle = (level: number): string => `Heading${Math.min(6, level)}`;
export const contentsStyle = 'Contents';
export const hiddenStyle = 'Hidden';

/** Left out: deleted text, notes on formatting, marks that show nothing. */
const removed = [
  'w:del',
  'w:moveFrom',
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

function unwrap(element: XmlElement): void {
  element.replaceWith(...childNodes(element));
}

function childNodes(element: XmlElement) {
  const nodes = [];
  for (let node = element.firstChild; node; node = node.nextSibling) nodes.push(node);
  return nodes;
}

const inside = (element: XmlElement, name: string): boolean => {
  for (let at = element.parentElement; at; at = at.parentElement) if (at.tagName === name) return true;
  return false;
};

const closest = (element: XmlElement, name: string): XmlElement | null => {
  for (let at = element.parentElement; at; at = at.parentElement) if (at.tagName === name) return at;
  return null;
};

/** Of the two forms of the same thing the newer one is kept where it holds text. */
function settleAlternatives(document: XmlDocument): void {
  for (const element of all(document, 'mc:AlternateContent')) {
    const choice = childrenNamed(element, 'mc:Choice').find(
      (candidate) => candidate.getElementsByTagName('w:t').length > 0,
    );
    const chosen = choice ?? child(element, 'mc:Fallback');
    if (chosen) element.replaceWith(...childNodes(chosen));
    else element.remove();
  }
}

/** The paragraphs of a text box come after the paragraph that it hangs on. */
function liftTextBoxes(document: XmlDocument): void {
  for (const box of all(document, 'w:txbxContent').reverse()) {
    const host = closest(box, 'w:p');
    const parent = host?.parentElement;
    if (!host || !parent) continue;
    const next = host.nextSibling;
    for (const node of childNodes(box)) parent.insertBefore(node, next);
  }
  for (const name of ['w:drawing', 'w:pict', 'w:object']) for (const element of all(document, name)) element.remove();
}

function textRun(document: XmlDocument, text: string): XmlElement {
  const run = document.createElement('w:r');
  const content = document.createElement('w:t');
  content.setAttribute('xml:space', 'preserve');
  content.insertBefore(document.createTextNode(text), null);
  run.insertBefore(content, null);
  return run;
}

function settleText(document: XmlDocument): void {
  for (const formula of all(document, 'm:oMath')) {
    if (inside(formula, 'm:oMath')) continue;
    const text = all(formula, 'm:t')
      .map((part) => part.textContent ?? '')
      .join('');
    formula.replaceWith(textRun(document, text));
  }
  for (const paragraph of all(document, 'm:oMathPara')) unwrap(paragraph);
  for (const ruby of all(document, 'w:ruby')) {
    const base = child(ruby, 'w:rubyBase');
    const text = base
      ? all(base, 'w:t')
          .map((part) => part.textContent ?? '')
          .join('')
      : '';
    const content = document.createElement('w:t');
    content.insertBefore(document.createTextNode(text), null);
    ruby.replaceWith(content);
  }
  for (const hyphen of all(document, 'w:noBreakHyphen')) {
    const content = document.createElement('w:t');
    content.insertBefore(document.createTextNode('-'), null);
    hyphen.replaceWith(content);
  }
  for (const name of ['w:cr', 'w:br'])
    for (const element of all(document, name)) element.replaceWith(document.createElement('w:br'));
  // A line break inside a text is shown as a space, unlike w:br.
  for (const text of all(document, 'w:t')) {
    if (/[\n\r]/.test(text.textContent ?? '')) text.textContent = (text.textContent ?? '').replace(/\s+/g, ' ');
  }
  for (const tab of all(document, 'w:ptab')) tab.replaceWith(document.createElement('w:tab'));
}

/** A paragraph whose mark was deleted runs on into the next one. */
function joinAcrossDeletedMarks(document: XmlDocument): void {
  for (const paragraph of all(document, 'w:p')) {
    const properties = child(paragraph, 'w:pPr');
    const mark = child(properties, 'w:rPr');
    if (!child(mark, 'w:del') && !child(mark, 'w:moveFrom')) continue;
    let next = paragraph.nextSibling;
    while (next && next.nodeType !== 1) next = next.nextSibling;
    const following = next as XmlElement | null; // nodeType 1 is an element
    const content = childNodes(paragraph).filter((node) => node !== properties);
    if (following?.tagName === 'w:p') {
      const first = child(following, 'w:pPr');
      const before = first ? first.nextSibling : following.firstChild;
      for (const node of content) following.insertBefore(node, before);
      paragraph.remove();
    } else if ((paragraph.textContent ?? '') === '') {
      paragraph.remove();
    }
  }
}

function settleChanges(document: XmlDocument): void {
  for (const row of all(document, 'w:tr')) if (child(child(row, 'w:trPr'), 'w:del')) row.remove();
  joinAcrossDeletedMarks(document);
  for (const name of removed) for (const element of all(document, name)) element.remove();
  for (const name of wrappers) for (const element of all(document, name)) unwrap(element);
}

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

/** Edits `document` in place. */
export function prepare(document: XmlDocument, styles: Styles, numberer: Numberer): void {
  settleAlternatives(document);
  liftTextBoxes(document);
  settleText(document);
  settleChanges(document);
  const hidden = setHiddenApart(document);
  for (const paragraph of all(document, 'w:p')) {
    if (!hidden.has(paragraph)) settleParagraph(document, paragraph, styles, numberer);
  }
}
