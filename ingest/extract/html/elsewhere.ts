// Where a page keeps its text when its body shows next to none: in a text field, a template, or data for a script that
// would show it. And pictures that stand for a text.
import type { Block } from '../../blocks.js';
import { blockText } from '../block-text.js';
import type { DomElement } from './dom.js';
import { parseMarkup } from './parse.js';
import { readBlocks } from './walk.js';

const carriers =
  'textarea, template, input[type="hidden"], script[type*="template"], script[type*="html"], script[type*="json"]';
const leastHan = 40;
const mostCarriers = 200;
const longest = 2_000_000;
const mostValues = 10_000;

const han = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
const hasTags = /<(?:p|br|div|span|table|h[1-6])\b[^<>]*>/i;

const blocksOf = (text: string): Block[] =>
  hasTags.test(text)
    ? readBlocks(parseMarkup(text, 'text/html'), new Map())
    : text.split(/[\r\n]+/).flatMap((line): Block[] => {
        const words = blockText(line);
        return words === '' ? [] : [{ kind: 'paragraph', text: words }];
      });

/** The texts among the values of JSON, in order. */
function* textsIn(json: unknown): Generator<string> {
  const open: unknown[] = [json];
  for (let seen = 0; open.length > 0 && seen < mostValues; seen++) {
    const value = open.pop();
    if (typeof value === 'string') yield value;
    else if (typeof value === 'object' && value !== null) open.push(...Object.values(value).reverse());
  }
}

function textsOf(element: DomElement): string[] {
  const text = (element.getAttribute('value') ?? element.innerHTML).slice(0, longest);
  if (!/json/i.test(element.getAttribute('type') ?? '')) {
    // A text field's markup may be escaped.
    return [/&lt;/i.test(text) ? (parseMarkup(`<div>${text}</div>`, 'text/html').firstChild?.textContent ?? '') : text];
  }
  try {
    return [...textsIn(JSON.parse(text))];
  } catch {
    return []; // no JSON after all: nothing that could be told from program text
  }
}

/** What a page holds in places that are not shown; only Chinese text of some length. */
export function textElsewhere(document: DomElement): Block[] {
  return Array.from(document.querySelectorAll(carriers))
    .slice(0, mostCarriers)
    .flatMap(textsOf)
    .filter((text) => han(text) >= leastHan)
    .flatMap(blocksOf);
}

const smallestPage = 400;
const mostPictures = 50;

/** How many pictures are as large as a page of text, by the sizes that the markup gives. */
export function largePictures(document: DomElement): number {
  const size = (image: DomElement, name: string): number => {
    const styled = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d{1,5})px`, 'i');
    const style = styled.exec(image.getAttribute('style')?.slice(0, 500) ?? '')?.[1];
    return Number.parseInt(style ?? image.getAttribute(name) ?? '', 10) || 0;
  };
  const large = Array.from(document.querySelectorAll('img')).filter(
    (image) => size(image, 'width') >= smallestPage && size(image, 'height') >= smallestPage,
  );
  return Math.min(mostPictures, large.length);
}
