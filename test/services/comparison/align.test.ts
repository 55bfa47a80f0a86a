import fc from 'fast-check';
import { align } from '../../../services/comparison/align.js';
import { compareTexts } from '../../../services/comparison/compare-texts.js';
import { type Unit, unitsOf } from '../../../services/comparison/units.js';
import { normalForm } from '../../../services/domain/text.js';
import { provision, statute } from './statute.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const twenty = numbers(20).map(provision);
const told = (a: readonly string[], b: readonly string[]) =>
  compareTexts(statute(a), statute(b))
    .units.filter(({ kind }) => kind !== 'same')
    .map(({ kind, a: from, b: to, renumbered }) => ({
      kind,
      from: from.map(({ label }) => label),
      to: to.map(({ label }) => label),
      renumbered,
    }));
const without = <T>(list: readonly T[], ...places: number[]): T[] => list.filter((_, i) => !places.includes(i));

describe('the units of a text', () => {
  it('are articles with all of their paragraphs, and lines elsewhere; every word is in one', () => {
    const text =
      '云州省校车条例\n总则\n第一条 为了安全，制定本条例。\n第二条 校车应当：\n（一）有人看护；\n（二）按时检修。\n临澜市教育局\n2024年3月1日';
    const outline = ['第一条', '第二条'].map((label) => ({ level: 1, text: label, start: text.indexOf(label) }));
    const units = unitsOf(text, outline);
    expect(units.map(({ kind, label }) => [kind, label])).toEqual([
      ['paragraph', null],
      ['paragraph', null],
      ['article', '第一条'],
      ['article', '第二条'],
      ['paragraph', null],
      ['paragraph', null],
    ]);
    expect(units.map((unit) => normalForm(text.slice(unit.start, unit.end))).join('')).toBe(normalForm(text));
  });
});

describe('the alignment of two statutes', () => {
  it('sees nothing where nothing changed', () => {
    expect(told(twenty, twenty)).toEqual([]);
  });

  it('sees through renumbering to the article that was put in', () => {
    const found = compareTexts(statute(twenty), statute([...twenty.slice(0, 4), provision(77), ...twenty.slice(4)]));
    expect(found.articles).toMatchObject({ added: 1, same: 20, changed: 0 });
    expect(found.units.filter(({ renumbered }) => renumbered)).toHaveLength(16);
  });

  it('names what was taken out', () => {
    expect(told(twenty, without(twenty, 2, 9)).map(({ kind, from }) => [kind, from])).toEqual([
      ['removed', ['第三条']],
      ['removed', ['第十条']],
    ]);
  });

  it('calls out the number and the obligation that changed, with both sentences', () => {
    const changed = twenty.map((own, i) =>
      i === 4 ? own.replace('可以', '应当').replace(/在\d+日内/u, '在90日内') : own,
    );
    const [unit] = compareTexts(statute(twenty), statute(changed)).units.filter(({ kind }) => kind !== 'same');
    expect(unit).toMatchObject({ kind: 'changed', renumbered: false });
    expect(unit?.values.map(({ kind, a, b }) => [kind, a?.text, b?.text])).toEqual([
      ['number', '8', '90'],
      ['strength', '可以', '应当'],
    ]);
    expect(unit?.values[0]?.inA.text).toContain('可以在8日内');
  });

  it('calls out a reference that changed', () => {
    const [a, b] = ['违反本条例第三条规定的，责令改正。', '违反本条例第四条规定的，责令改正。'];
    const [unit] = compareTexts(statute([...twenty, a]), statute([...twenty, b])).units.filter(
      ({ kind }) => kind === 'changed',
    );
    expect(unit?.values).toMatchObject([{ kind: 'reference', a: { text: '第三条' }, b: { text: '第四条' } }]);
  });

  it('takes marks that are typed in two ways for the same', () => {
    const [a, b] = ['依照《关于修改<云州省校车条例>的决定》执行。', '依照《关于修改〈云州省校车条例〉的决定》执行。'];
    expect(told([...twenty, a], [...twenty, b])).toEqual([]);
  });

  it('finds what moved, and what moved and changed', () => {
    const rest = without(twenty, 3);
    const moved = [...rest.slice(0, 15), twenty[3]!, ...rest.slice(15)];
    expect(told(twenty, moved)).toEqual([{ kind: 'moved', from: ['第四条'], to: ['第十六条'], renumbered: true }]);
    const changed = moved.map((own, i) => (i === 15 ? own.replace(/在\d+日内/u, '在61日内') : own));
    expect(told(twenty, changed).map(({ kind }) => kind)).toEqual(['moved-changed']);
  });

  it('finds what was split and what was merged', () => {
    const [first, second] = twenty[6]!.split('。');
    const split = [...twenty.slice(0, 6), `${first}。`, `${second}。`, ...twenty.slice(7)];
    expect(told(twenty, split)).toEqual([
      { kind: 'split', from: ['第七条'], to: ['第七条', '第八条'], renumbered: false },
    ]);
    expect(told(split, twenty).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['merged', ['第七条', '第八条'], ['第七条']],
    ]);
  });

  it('does not pair articles that only have set phrases in common', () => {
    const formula = (n: number): string => `违反本条例规定的，由主管部门责令限期改正；${provision(n)}`;
    const same = numbers(12).map((n) => formula(n));
    const found = compareTexts(statute([...same, formula(200)]), statute([...same, formula(431)]));
    expect(found.articles).toMatchObject({ same: 12, added: 1, removed: 1, changed: 0 });
  });

  it('writes both texts in the parts of a unit that changed', () => {
    const changed = twenty.map((own) => own.replace('应当', '不得').replace('第', '另第'));
    for (const unit of compareTexts(statute(twenty), statute(changed)).units) {
      if (!unit.parts) continue;
      const side = (kind: 'removed' | 'added'): string =>
        unit.parts?.flatMap((part) => (part.kind === 'same' || part.kind === kind ? [part.text] : [])).join('') ?? '';
      const words = (text = ''): string => normalForm(text.replace(/^第.{1,4}条/u, ''));
      expect(normalForm(side('removed'))).toBe(words(unit.a[0]?.text));
      expect(normalForm(side('added'))).toBe(words(unit.b[0]?.text));
    }
  });
});

const article = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map(provision),
  fc.constantFrom('（略）', '删除。', '本条例自公布之日起施行。'),
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s/gu, '') || '空'),
);
const articles = fc.array(article, { maxLength: 30 });

it('every unit of both texts stands in exactly one match, the second text in its order', () => {
  fc.assert(
    fc.property(articles, articles, (one, other) => {
      const [textA, textB] = [statute(one), statute(other)];
      const [a, b] = [unitsOf(textA.text, textA.outline), unitsOf(textB.text, textB.outline)];
      const matches = align(a, b);
      const side = (of: 'a' | 'b'): Unit[] => matches.flatMap((match) => match[of]);
      const inOrder = (units: readonly Unit[]): Unit[] => [...units].sort((x, y) => x.at - y.at);
      expect(inOrder(side('a'))).toEqual(a);
      expect(inOrder(side('b'))).toEqual(b);
      const unmoved = matches.filter((match) => !match.moved && match.a.length === 1 && match.b.length === 1);
      expect(unmoved.flatMap((match) => match.a)).toEqual(inOrder(unmoved.flatMap((match) => match.a)));
      expect(unmoved.flatMap((match) => match.b)).toEqual(inOrder(unmoved.flatMap((match) => match.b)));
    }),
    { numRuns: 150 },
  );
});

it('a text compared with itself is the same throughout', () => {
  fc.assert(
    fc.property(articles, (one) => {
      const text = statute(one);
      expect(compareTexts(text, text).units.every(({ kind }) => kind === 'same')).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('the other way round is the mirror image: the same units together, the same values, what was added taken out', () => {
  const inverse = { added: 'removed', removed: 'added', split: 'merged', merged: 'split' } as const;
  const mirrored = (kind: string): string => inverse[kind as keyof typeof inverse] ?? kind;
  const place = (one: { start: number; end: number } | null | undefined) => (one ? `${one.start}-${one.end}` : '');
  const places = (units: readonly { start: number; end: number }[]) => units.map(place).join();
  const told = ({ units, changes, numbers: values }: ReturnType<typeof compareTexts>, isTurned: boolean) => {
    const inOrder = <T>(a: T, b: T): [T, T] => (isTurned ? [b, a] : [a, b]);
    const kindOf = (kind: string) => (isTurned ? mirrored(kind) : kind);
    return {
      units: units
        .map((unit) =>
          [
            kindOf(unit.kind),
            ...inOrder(places(unit.a), places(unit.b)),
            unit.values.map((value) => [value.kind, ...inOrder(place(value.a), place(value.b))].join()).sort(),
          ].join(' '),
        )
        .sort(),
      changes: changes.map(({ kind, a, b }) => [kindOf(kind), ...inOrder(place(a), place(b))].join(' ')).sort(),
      values: values.map(({ kind, a, b }) => [kind, ...inOrder(place(a), place(b))].join(' ')).sort(),
    };
  };
  fc.assert(
    fc.property(articles, articles, (one, other) => {
      const [a, b] = [statute(one), statute(other)];
      expect(told(compareTexts(b, a), true)).toEqual(told(compareTexts(a, b), false));
    }),
    { numRuns: 200 },
  );
});

describe('long and hostile texts', () => {
  const within = (a: string, b: string): number => {
    const started = performance.now();
    compareTexts({ text: a, outline: [] }, { text: b, outline: [] });
    return performance.now() - started;
  };

  it('half a million characters a side take seconds', () => {
    const lines = numbers(8_500).map((n) => `${n % 9}. ${provision(n)}`);
    const other = lines.map((line, i) => (i % 3 === 0 ? line.replace('日', '周') : line));
    expect(lines.join('\n').length).toBeGreaterThan(500_000);
    expect(within(lines.join('\n'), other.join('\n'))).toBeLessThan(20_000);
  });

  it('what is beyond the limit is said to be left out', () => {
    const long = '第一行。\n'.repeat(150_000);
    const found = compareTexts({ text: long, outline: [] }, { text: '第一行。', outline: [] });
    expect(found.comparedTo).toBe(600_000);
    expect(Math.max(...found.units.flatMap(({ a }) => a.map(({ end }) => end)))).toBeLessThanOrEqual(600_000);
  });

  it('so do one line repeated, lines that are nearly one another, and one line that never ends', () => {
    expect(within('同一行文字反复出现。\n'.repeat(50_000), '同一行文字反复出现。\n'.repeat(49_990))).toBeLessThan(
      20_000,
    );
    const near = (from: number): string =>
      numbers(8_000)
        .map((n) => `第${n + from}项工作应当按期完成并报告。`)
        .join('\n');
    expect(within(near(0), near(4_000))).toBeLessThan(20_000);
    expect(within('教育'.repeat(250_000), '育教学'.repeat(166_000))).toBeLessThan(20_000);
  });
});
