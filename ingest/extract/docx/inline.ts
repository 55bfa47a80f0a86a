// What stands in a line of a Word part, as plain text: formulas, ruby, hyphens, signs of symbol fonts, fields, check boxes.
import { plainSign, withPlainSigns } from '../symbol-signs.js';
import { childNodes, closest, textElement, textRun, unwrap } from './edit.js';
import { all, child, isOn, type XmlDocument, type XmlElement } from './xml.js';

const textsOf = (element: XmlElement, name: string): string =>
  all(element, name)
    .map((part) => part.textContent ?? '')
    .join('');

const symbolFont = /^(?:wingdings|webdings|symbol)/i;

function settleSymbols(document: XmlDocument): void {
  for (const symbol of all(document, 'w:sym')) {
    const code = symbol.getAttribute('w:char') ?? '';
    const point = /^[0-9a-f]{1,5}$/i.test(code) ? Number.parseInt(code, 16) : 0;
    const isSign = (point >= 0xe000 && point <= 0xf8ff) || symbolFont.test(symbol.getAttribute('w:font') ?? '');
    symbol.replaceWith(textElement(document, isSign || point < 0x20 ? plainSign(point) : String.fromCodePoint(point)));
  }
  for (const text of all(document, 'w:t')) {
    const words = text.textContent ?? '';
    const plain = withPlainSigns(words);
    if (plain !== words) text.textContent = plain;
  }
}

/** A field's code, and the results of fields within the code, are no text; left as they are where the marks do not match. */
function settleFields(document: XmlDocument): void {
  const codes: XmlElement[] = [];
  const open: { inCode: boolean }[] = [];
  let broken = false;
  for (const run of all(document, 'w:r')) {
    for (const part of Array.from(run.children)) {
      if (part.tagName === 'w:fldChar') {
        const type = part.getAttribute('w:fldCharType');
        if (type === 'begin') open.push({ inCode: true });
        else if (type === 'end') broken ||= open.pop() === undefined;
        else if (open.at(-1)) open[open.length - 1] = { inCode: false };
      } else if (part.tagName === 'w:t' && open.some(({ inCode }) => inCode)) codes.push(part);
    }
  }
  if (!broken && open.length === 0) for (const code of codes) code.remove();
}

function settleCheckBoxes(document: XmlDocument): void {
  for (const box of all(document, 'w:checkBox')) {
    const run = closest(box, 'w:r');
    const isChecked = isOn(child(box, 'w:checked') ?? child(box, 'w:default'));
    run?.parentElement?.insertBefore(textRun(document, isChecked ? '☑' : '□'), run.nextSibling);
  }
}

function settleMathAndRuby(document: XmlDocument): void {
  for (const formula of all(document, 'm:oMath')) {
    if (!closest(formula, 'm:oMath')) formula.replaceWith(textRun(document, textsOf(formula, 'm:t')));
  }
  for (const paragraph of all(document, 'm:oMathPara')) unwrap(paragraph);
  for (const ruby of all(document, 'w:ruby')) {
    const base = child(ruby, 'w:rubyBase');
    ruby.replaceWith(textElement(document, base ? textsOf(base, 'w:t') : ''));
  }
}

function settleControls(document: XmlDocument): void {
  for (const control of all(document, 'w:sdt').reverse()) {
    const content = child(control, 'w:sdtContent');
    control.replaceWith(...(content ? childNodes(content) : []));
  }
}

export function settleInline(document: XmlDocument): void {
  settleMathAndRuby(document);
  settleSymbols(document);
  settleFields(document);
  settleCheckBoxes(document);
  settleControls(document);
  for (const name of ['w:instrText', 'w:fldChar', 'w:softHyphen']) {
    for (const element of all(document, name)) element.remove();
  }
  for (const hyphen of all(document, 'w:noBreakHyphen')) hyphen.replaceWith(textElement(document, '-'));
  for (const name of ['w:cr', 'w:br']) {
    for (const element of all(document, name)) element.replaceWith(document.createElement('w:br'));
  }
  // A line break inside a text is shown as a space, unlike w:br.
  for (const text of all(document, 'w:t')) {
    if (/[\n\r]/.test(text.textContent ?? '')) text.textContent = (text.textContent ?? '').replace(/\s+/g, ' ');
  }
  for (const tab of all(document, 'w:ptab')) tab.replaceWith(document.createElement('w:tab'));
}
