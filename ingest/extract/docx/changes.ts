// Tracked changes: the document as it is once all of them are accepted.
import { childNodes } from './edit.js';
import { all, child, type XmlDocument, type XmlElement } from './xml.js';

const goneText = ['w:del', 'w:moveFrom'];

const isGone = (properties: XmlElement | undefined): boolean => goneText.some((name) => child(properties, name));

function nextElement(element: XmlElement): XmlElement | null {
  let next = element.nextSibling;
  while (next && next.nodeType !== 1) next = next.nextSibling;
  return next as XmlElement | null; // nodeType 1 is an element
}

/** A paragraph whose mark was deleted runs on into the next one; with nothing left in it, it is gone. */
function joinOn(paragraph: XmlElement): void {
  const properties = child(paragraph, 'w:pPr');
  const content = childNodes(paragraph).filter((node) => node !== properties);
  const following = nextElement(paragraph);
  if (following?.tagName === 'w:p') {
    const first = child(following, 'w:pPr');
    const before = first ? first.nextSibling : following.firstChild;
    for (const node of content) following.insertBefore(node, before);
    paragraph.remove();
  } else if ((paragraph.textContent ?? '').trim() === '') paragraph.remove();
}

export function acceptChanges(document: XmlDocument): void {
  for (const row of all(document, 'w:tr')) if (child(child(row, 'w:trPr'), 'w:del')) row.remove();
  for (const cell of all(document, 'w:tc')) if (child(child(cell, 'w:tcPr'), 'w:cellDel')) cell.remove();
  const joined = all(document, 'w:p').filter((paragraph) => isGone(child(child(paragraph, 'w:pPr'), 'w:rPr')));
  for (const name of goneText) for (const element of all(document, name)) element.remove();
  for (const paragraph of joined) joinOn(paragraph);
}
