// The automatic number of a paragraph in a docx: numbering.xml resolved, together with what styles say of it.
import { createCounter, type Level, type List, levelCount } from '../numbering/counter.js';
import type { NumberReference, Styles } from './styles.js';
import { child, childrenNamed, isOn, value, type XmlDocument, type XmlElement } from './xml.js';

interface Definition {
  readonly levels: readonly (Level | undefined)[];
  readonly styleLink: string | null;
}

interface Instance {
  readonly abstractId: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

export interface Numberer {
  /** The number of the next paragraph, with what stands between it and the text; '' when it has none. Call once a paragraph, in order. */
  next(own: NumberReference | null, styleId: string | null): string;
}

/** Definitions that lead on to one another through styles. */
const longestLink = 10;

const whole = (text: string | null | undefined, fallback: number): number =>
  text && /^-?\d{1,9}$/.test(text) ? Number(text) : fallback;

/** The format; one in a pattern of its own (001, 002, …) stands as an alternative beside its nearest plain one. */
function readFormat(element: XmlElement): string {
  const choice = child(child(element, 'mc:AlternateContent'), 'mc:Choice');
  const custom = child(choice, 'w:numFmt') ?? child(element, 'w:numFmt');
  const zeros = /^(0{1,9})1\b/.exec(custom?.getAttribute('w:format') ?? '')?.[1];
  if (zeros !== undefined && custom?.getAttribute('w:val') === 'custom') return `decimalZero${zeros.length + 1}`;
  const fallback = child(child(element, 'mc:AlternateContent'), 'mc:Fallback');
  return value(element, 'w:numFmt') ?? value(fallback, 'w:numFmt') ?? 'decimal';
}

function readLevel(element: XmlElement): Level {
  const restart = value(element, 'w:lvlRestart');
  return {
    start: whole(value(element, 'w:start'), 0),
    format: readFormat(element),
    text: (value(element, 'w:lvlText') ?? '').slice(0, 100),
    suffix: value(element, 'w:suff') ?? 'tab',
    restart: restart === null ? null : whole(restart, 0),
    legal: isOn(child(element, 'w:isLgl')),
    styleId: value(element, 'w:pStyle'),
  };
}

function readLevels(parent: XmlElement): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const element of childrenNamed(parent, 'w:lvl')) {
    const index = whole(element.getAttribute('w:ilvl'), 0);
    if (index >= 0 && index < levelCount) levels[index] = readLevel(element);
  }
  return levels;
}

function readInstance(element: XmlElement): Instance {
  const starts = new Map<number, number>();
  const levels = new Map<number, Level>();
  for (const override of childrenNamed(element, 'w:lvlOverride')) {
    const index = whole(override.getAttribute('w:ilvl'), 0);
    const start = value(override, 'w:startOverride');
    if (start !== null) starts.set(index, whole(start, 1));
    const level = child(override, 'w:lvl');
    if (level) levels.set(index, readLevel(level));
  }
  return { abstractId: value(element, 'w:abstractNumId') ?? '', starts, levels };
}

export function createNumberer(part: XmlDocument | null, styles: Styles): Numberer {
  const root = part ? Array.from(part.children)[0] : undefined;
  const definitions = new Map<string, Definition>();
  const instances = new Map<string, Instance>();
  for (const element of root ? childrenNamed(root, 'w:abstractNum') : []) {
    const styleLink = value(element, 'w:numStyleLink');
    definitions.set(element.getAttribute('w:abstractNumId') ?? '', { levels: readLevels(element), styleLink });
  }
  for (const element of root ? childrenNamed(root, 'w:num') : []) {
    instances.set(element.getAttribute('w:numId') ?? '', readInstance(element));
  }

  /** The definition that an instance uses; one that only names a numbering style leads on to that style's own. */
  const resolve = (numId: string): List | null => {
    const instance = instances.get(numId);
    let id = instance?.abstractId;
    for (let i = 0; i < longestLink && instance && id !== undefined; i++) {
      const definition = definitions.get(id);
      if (!definition) return null;
      const linked = definition.styleLink ? instances.get(styles.numIdOf(definition.styleLink) ?? '') : undefined;
      if (!linked) {
        const levels = Array.from({ length: levelCount }, (_, at) => instance.levels.get(at) ?? definition.levels[at]);
        return { id: numId, definition: id, levels, starts: instance.starts };
      }
      id = linked.abstractId;
    }
    return null;
  };

  const lists = new Map<string, List | null>();
  const counter = createCounter();
  return {
    next(own, styleId) {
      const fromStyle = styles.numbering(styleId);
      const numId = own?.numId ?? fromStyle?.numId ?? null;
      if (numId === null || numId === '0') return '';
      const list = lists.get(numId) ?? resolve(numId);
      lists.set(numId, list);
      if (!list) return '';
      // A style that is numbered is tied to its level from the definition's side.
      const tied = own?.numId
        ? -1
        : list.levels.findIndex((level) => level?.styleId && fromStyle?.chain.includes(level.styleId));
      const level = own?.level ?? (tied >= 0 ? tied : (fromStyle?.level ?? 0));
      return counter.next(list, Math.min(levelCount - 1, level));
    },
  };
}
