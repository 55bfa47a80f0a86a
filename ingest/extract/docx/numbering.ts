// Automatic numbers of paragraphs: numbering.xml resolved, and the counters kept as Word keeps them.
// ECMA-376 part 1, 17.9: counters belong to the abstract definition; a w:num that overrides a start begins anew.
import { formatNumber } from './numerals.js';
import type { NumberReference, Styles } from './styles.js';
import { child, childrenNamed, isOn, value, type XmlDocument, type XmlElement } from './xml.js';

interface Level {
  readonly start: number;
  readonly format: string;
  /** 第%1条, with %1 … %9 for the numbers of the levels */
  readonly text: string;
  readonly suffix: string;
  /** the level after which this one begins anew; 0: never; null: after any level above */
  readonly restart: number | null;
  readonly legal: boolean;
  readonly styleId: string | null;
}

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

const whole = (text: string | null | undefined, fallback: number): number =>
  text && /^-?\d{1,9}$/.test(text) ? Number(text) : fallback;

function readLevel(element: XmlElement): Level {
  const restart = value(element, 'w:lvlRestart');
  return {
    start: whole(value(element, 'w:start'), 0),
    format: value(element, 'w:numFmt') ?? 'decimal',
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
    if (index >= 0 && index < 9) levels[index] = readLevel(element);
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

/** Between a number that ends in a mark and the text stands nothing in Chinese; elsewhere a space. */
const between = (number: string, suffix: string): string =>
  suffix === 'nothing' || /[、，．）】]$/.test(number) ? '' : ' ';

/** Bullets in symbol fonts lie in the private use area. */
const bullet = (text: string): string => (/^[\ue000-\uf8ff]/.test(text) ? '•' : text);

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
  const resolve = (instance: Instance): { readonly id: string; readonly levels: Definition['levels'] } | null => {
    let id = instance.abstractId;
    for (let i = 0; i < 10; i++) {
      const definition = definitions.get(id);
      if (!definition) return null;
      const linked = definition.styleLink ? instances.get(styles.numIdOf(definition.styleLink) ?? '') : undefined;
      if (!linked) return { id, levels: definition.levels };
      id = linked.abstractId;
    }
    return null;
  };

  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const count = (numId: string, instance: Instance, id: string, levels: readonly Level[], at: number): number[] => {
    const counts = counters.get(id) ?? [];
    counters.set(id, counts);
    const start = (level: number): number => instance.starts.get(level) ?? levels[level]?.start ?? 1;
    const key = `${numId} ${at}`;
    if (instance.starts.has(at) && !begun.has(key)) counts[at] = undefined;
    begun.add(key);
    counts[at] = counts[at] === undefined ? start(at) : (counts[at] ?? 0) + 1;
    for (let deeper = at + 1; deeper < 9; deeper++) {
      const restart = levels[deeper]?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counts[deeper] = undefined;
    }
    // A level that was skipped shows its first number.
    for (let above = 0; above < at; above++) counts[above] ??= start(above);
    return counts.map((number, level) => number ?? start(level));
  };

  return {
    next(own, styleId) {
      const fromStyle = styles.numbering(styleId);
      const numId = own?.numId ?? fromStyle?.numId ?? null;
      if (numId === null || numId === '0') return '';
      const instance = instances.get(numId);
      const definition = instance && resolve(instance);
      if (!instance || !definition) return '';
      const levels = Array.from({ length: 9 }, (_, i) => instance.levels.get(i) ?? definition.levels[i]);
      // A style that is numbered is tied to its level from the definition's side.
      const tied = own?.numId
        ? -1
        : levels.findIndex((level) => level?.styleId && level.styleId === (fromStyle?.styleId ?? styleId));
      const at = Math.min(8, own?.level ?? (tied >= 0 ? tied : (fromStyle?.level ?? 0)));
      const level = levels[at];
      if (!level) return '';
      const known = levels.map((one) => one ?? { ...level, start: 1, format: 'decimal', text: '' });
      const counts = count(numId, instance, definition.id, known, at);
      if (level.format === 'bullet') return level.text === '' ? '' : `${bullet(level.text)} `;
      const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        const format = level.legal ? 'decimal' : (known[index]?.format ?? 'decimal');
        return formatNumber(counts[index] ?? 1, format);
      });
      return text === '' ? '' : text + between(text, level.suffix);
    },
  };
}
