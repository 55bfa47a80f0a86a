// What a paragraph has from its style: whether it is a heading, and its automatic number. Styles build on one another.
import { headingLevelOf } from '../heading-style.js';
import { all, child, value, type XmlDocument, type XmlElement } from './xml.js';

export interface NumberReference {
  readonly numId: string | null;
  readonly level: number | null;
}

export interface Styles {
  /** 1 … 9; null for body text */
  headingLevel(styleId: string | null): number | null;
  /** an entry of a table of contents */
  isContents(styleId: string | null): boolean;
  /** the number that the style gives, itself or by what it builds on, and the styles up to the one that names the list */
  numbering(styleId: string | null): (NumberReference & { readonly chain: readonly string[] }) | null;
  /** the numbering that a numbering style stands for */
  numIdOf(styleId: string): string | null;
  readonly defaultParagraph: string | null;
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | null;
  readonly outline: number | null;
  readonly number: NumberReference | null;
}

const longestChain = 30;
const contentsName = /^(?:toc|目录|目錄|toc heading|contents)\s*\d?$/i;

const whole = (text: string | null): number | null => (text !== null && /^\d{1,2}$/.test(text) ? Number(text) : null);

/** w:numPr of a paragraph's properties. */
export function numberReference(properties: XmlElement | undefined): NumberReference | null {
  const number = child(properties, 'w:numPr');
  return number ? { numId: value(number, 'w:numId'), level: whole(value(number, 'w:ilvl')) } : null;
}

/** w:outlineLvl of a paragraph's properties: 0 … 8 for headings, 9 for body text. */
export const outlineLevel = (properties: XmlElement | undefined): number | null =>
  whole(value(properties, 'w:outlineLvl'));

export function readStyles(part: XmlDocument | null): Styles {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | null = null;
  for (const element of part ? all(part, 'w:style') : []) {
    const id = element.getAttribute('w:styleId') ?? '';
    const properties = child(element, 'w:pPr');
    styles.set(id, {
      id,
      name: value(element, 'w:name')?.trim() ?? '',
      basedOn: value(element, 'w:basedOn'),
      outline: outlineLevel(properties),
      number: numberReference(properties),
    });
    if (element.getAttribute('w:type') === 'paragraph' && element.getAttribute('w:default') === '1')
      defaultParagraph = id;
  }

  /** The style and those it builds on, nearest first. */
  const chain = (styleId: string | null): Style[] => {
    const found: Style[] = [];
    for (let id = styleId; id !== null && found.length < longestChain; ) {
      const style = styles.get(id);
      if (!style || found.includes(style)) break;
      found.push(style);
      id = style.basedOn;
    }
    return found;
  };
  return {
    defaultParagraph,
    headingLevel(styleId) {
      for (const { name, outline } of chain(styleId)) {
        if (outline !== null) return outline < 9 ? outline + 1 : null;
        const level = headingLevelOf(name);
        if (level !== null) return level;
      }
      return null;
    },
    isContents: (styleId) => contentsName.test(chain(styleId)[0]?.name ?? ''),
    numbering(styleId) {
      const styles = chain(styleId);
      const named = styles.findIndex(({ number }) => number?.numId);
      if (named < 0) return null;
      const upTo = styles.slice(0, named + 1);
      return {
        numId: styles[named]?.number?.numId ?? null,
        level: upTo.find(({ number }) => number && number.level !== null)?.number?.level ?? null,
        chain: upTo.map(({ id }) => id),
      };
    },
    numIdOf: (styleId) => styles.get(styleId)?.number?.numId ?? null,
  };
}
