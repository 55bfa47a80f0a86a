// The numbers that a browser writes in front of the items of ordered lists.
import { type DomElement, isElement, leadingText } from './dom.js';

const alreadyNumbered =
  /^\s*(?:[（(]?[\d０-９一二三四五六七八九十]{1,3}[)）.．、]|第[\d一二三四五六七八九十百]{1,5}[条章节])/;

const letters = (n: number): string =>
  (n > 26 ? letters(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(97 + ((n - 1) % 26));

function marker(number: number, type: string | null): string {
  if (type === 'a' && number > 0) return `${letters(number)}. `;
  if (type === 'A' && number > 0) return `${letters(number).toUpperCase()}. `;
  return `${number}. `;
}

const whole = (text: string | null): number | null => (text && /^-?\d{1,6}$/.test(text) ? Number(text) : null);

/** Gives, item by item in document order, '1. ', 'a. ' … in ordered lists that show numbers; otherwise ''. */
export function createListMarker(): (item: DomElement) => string {
  const next = new Map<DomElement, number>();
  return (item) => {
    const list = item.parentNode;
    if (!list || !isElement(list) || list.localName !== 'ol') return '';
    const number = whole(item.getAttribute('value')) ?? next.get(list) ?? whole(list.getAttribute('start')) ?? 1;
    next.set(list, number + 1);
    const style = `${list.getAttribute('style') ?? ''};${item.getAttribute('style') ?? ''}`;
    if (/list-style(?:-type)?\s*:\s*none/i.test(style.slice(0, 500))) return '';
    return alreadyNumbered.test(leadingText(item, 100)) ? '' : marker(number, list.getAttribute('type'));
  };
}
