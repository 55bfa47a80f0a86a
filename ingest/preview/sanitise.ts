// Takes out of a document's markup whatever could run, load, lead away or look like a form of ours. The policy it is sent
// under forbids the same once more; this keeps the page from being full of holes and complaints.
import { parseMarkup } from '../extract/html/parse.js';

const taken =
  'script, noscript, template, iframe, frame, frameset, object, embed, applet, audio, video, source, track, canvas, svg, math, form, input, button, select, textarea, dialog, base, link, meta';
/** What an element may keep; everything else goes: on…, src of what is remote, href that leads away, id that could clash. */
const kept = new Set(['align', 'valign', 'alt', 'border', 'cellpadding', 'cellspacing', 'class', 'color', 'bgcolor']);
for (const name of ['colspan', 'rowspan', 'dir', 'face', 'height', 'lang', 'size', 'span', 'start', 'style', 'title']) {
  kept.add(name);
}
for (const name of ['type', 'value', 'width', 'nowrap']) kept.add(name);
const picture = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[a-z0-9+/=\s]*$/i;
/** In styles: what would be loaded, and what runs in browsers of old. */
const loads = /url\s*\(|@import|expression\s*\(|behavior\s*:|-moz-binding/i;

interface Element {
  readonly tagName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  textContent: string;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  replaceWith(words: string): void;
  remove(): void;
}

interface Tree {
  querySelectorAll(selector: string): ArrayLike<Element>;
  querySelector(selector: string): { readonly innerHTML: string } | null;
  toString(): string;
}

/** A whole HTML document in UTF-8. */
export function sanitised(markup: string): string {
  const tree = parseMarkup(markup, 'text/html') as unknown as Tree; // linkedom's document, of which dom.ts names another part
  for (const element of Array.from(tree.querySelectorAll(taken))) element.remove();
  const styles: string[] = [];
  for (const element of Array.from(tree.querySelectorAll('style'))) {
    if (!loads.test(unescaped(element.textContent))) styles.push(element.textContent);
    element.remove();
  }
  for (const element of Array.from(tree.querySelectorAll('*'))) {
    for (const { name, value } of [...element.attributes]) {
      const key = name.toLowerCase();
      const allowed =
        (kept.has(key) && !(key === 'style' && loads.test(unescaped(value)))) ||
        (key === 'src' && element.tagName.toLowerCase() === 'img' && picture.test(value));
      if (!allowed) element.removeAttribute(name);
    }
  }
  // A picture that is not in the file itself is not loaded: its description stands for it.
  for (const element of Array.from(tree.querySelectorAll('img:not([src])'))) {
    const words = element.getAttribute('alt')?.trim();
    if (words) element.replaceWith(`［图：${words}］`);
    else element.remove();
  }
  const body = tree.querySelector('body')?.innerHTML ?? tree.toString();
  return framed(body, styles.join('\n'));
}

/** CSS may write any letter as \75 . */
const unescaped = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_whole, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/\\/g, '');

const look =
  'body{margin:0;padding:1rem 1.25rem;color:#1f2328;background:#fff;font:16px/1.8 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}img,table{max-width:100%}table{border-collapse:collapse}td,th{padding:.2em .5em;border:1px solid #ccc}pre{margin:0;white-space:pre-wrap;font:inherit}';

/** `body` is markup already; styles of the document come after ours. */
export const framed = (body: string, styles = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>原件</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${look}</style>${
    styles && `<style>${styles.replaceAll('<', '')}</style>`
  }</head><body>${body}</body></html>`;
