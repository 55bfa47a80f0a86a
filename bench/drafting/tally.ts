// Figures of one run: labels, changes found, findings that are right.
import type { CheckReport } from '../../services/domain/check.js';
import type { Made } from './make.js';

export interface Tally {
  readonly labels: Map<string, { right: number; of: number; as: Map<string, number> }>;
  /** by group: changes, of them found; findings, of them right */
  readonly groups: Map<
    string,
    { changes: number; found: number; noted: number; findings: number; right: number; elsewhere: number }
  >;
  /** references and values by the way in which they were changed */
  readonly ways: Map<string, { made: number; found: number; noted: number; knowable: number; foundKnowable: number }>;
  formulas: number;
  characters: number;
  conflicts: number;
}

export const newTally = (): Tally => ({
  labels: new Map(),
  groups: new Map(),
  ways: new Map(),
  formulas: 0,
  characters: 0,
  conflicts: 0,
});

const groupOf: Readonly<Record<string, string>> = {
  number: 'numbers',
  target: 'numbers',
  deadline: 'numbers',
  strength: 'strength',
  reference: 'references',
};
/** A finding stands at the words; where words were taken out, at the next ones. */
const NEAR = 6;

export interface Miss {
  readonly what: string;
  readonly text: string;
}

/** `isKnowable`: whether what is right stands elsewhere, where that is asked. */
export function count(
  tally: Tally,
  made: Made,
  report: CheckReport,
  onMiss: (miss: Miss) => void,
  isKnowable?: (truth: Made['truths'][number]) => boolean,
): void {
  const byStart = new Map(report.clauses.map((clause) => [clause.start, clause]));
  for (const { start, end, labels, change } of made.truths) {
    const clause = byStart.get(start);
    if (!clause || labels.length === 0) continue;
    if (clause.label === 'formula') {
      tally.formulas++;
      continue;
    }
    const [wanted = ''] = labels;
    const name = labels.length > 1 ? 'edited' : wanted;
    const entry = tally.labels.get(name) ?? { right: 0, of: 0, as: new Map<string, number>() };
    tally.labels.set(name, entry);
    entry.of++;
    if (labels.includes(clause.label)) entry.right++;
    else {
      entry.as.set(clause.label, (entry.as.get(clause.label) ?? 0) + 1);
      onMiss({
        what: `${name} as ${clause.label}${change ? ` (${change.kind})` : ''}`,
        text: made.text.slice(start, end),
      });
    }
  }
  const conflicts = report.findings.filter(({ level }) => level === 'conflict');
  for (const group of new Set(Object.values(groupOf))) {
    const entry = tally.groups.get(group) ?? { changes: 0, found: 0, noted: 0, findings: 0, right: 0, elsewhere: 0 };
    tally.groups.set(group, entry);
    const changes = made.truths.flatMap(({ change }) => (change && groupOf[change.kind] === group ? [change] : []));
    const all = report.findings.filter(({ kind }) => groupOf[kind] === group);
    const findings = conflicts.filter(({ kind }) => groupOf[kind] === group);
    const meets = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
      a.start < b.end + NEAR && b.start < a.end + NEAR;
    entry.changes += changes.length;
    for (const change of changes) {
      const way = tally.ways.get(change.way ?? '') ?? { made: 0, found: 0, noted: 0, knowable: 0, foundKnowable: 0 };
      if (change.way) tally.ways.set(change.way, way);
      way.made++;
      const truth = made.truths.find((one) => one.change === change);
      const knowable = truth !== undefined && isKnowable?.(truth) === true;
      if (knowable) way.knowable++;
      if (findings.some((finding) => meets(change, finding))) {
        entry.found++;
        way.found++;
        if (knowable) way.foundKnowable++;
      } else {
        const noted = all.find((finding) => meets(change, finding));
        if (noted) way.noted++;
        if (noted) entry.noted++;
        const sentence = made.truths.find(({ start, end }) => change.start >= start && change.end <= end);
        onMiss({
          what: `${change.way ?? change.kind} not found: ${made.text.slice(change.start, change.end)} ${noted?.message ?? ''}`,
          text: sentence ? made.text.slice(sentence.start, sentence.end) : '',
        });
      }
    }
    for (const finding of findings) {
      const truth = made.truths.find(({ start, end }) => finding.start >= start - 1 && finding.end <= end + 1);
      if (truth?.labels.length === 0) {
        entry.elsewhere++; // nothing was changed: the two documents differ here of themselves
        continue;
      }
      entry.findings++;
      if (made.truths.some(({ change }) => change && change.kind !== 'same' && meets(change, finding))) entry.right++;
      else
        onMiss({
          what: `wrong ${finding.kind}: ${finding.draft} / ${finding.words ?? ''}`,
          text: `${made.text.slice(Math.max(0, finding.start - 30), finding.end + 30)} <= ${finding.source?.text ?? ''}`,
        });
    }
  }
  tally.characters += made.text.length;
  tally.conflicts += conflicts.length;
}

const share = (n: number, of: number): string => (of === 0 ? '–' : (n / of).toFixed(3));

export function lines(name: string, tally: Tally): string[] {
  const labels = [...tally.labels].map(
    ([label, { right, of, as }]) =>
      `${label} ${share(right, of)} of ${of}${as.size > 0 ? ` (${[...as].map(([other, n]) => `${other} ${n}`).join(', ')})` : ''}`,
  );
  const groups = [...tally.groups].map(
    ([group, { changes, found, noted, findings, right, elsewhere }]) =>
      `${group} found ${share(found, changes)} of ${changes}${noted > 0 ? ` (+${noted} as notes)` : ''}, right ${share(right, findings)} of ${findings}${elsewhere > 0 ? ` (+${elsewhere} where the documents differ of themselves)` : ''}`,
  );
  const ways = [...tally.ways]
    .toSorted()
    .map(
      ([way, { made, found, noted, knowable, foundKnowable }]) =>
        `${way} ${found} of ${made}${noted > 0 ? ` (+${noted} as notes)` : ''}${knowable > 0 ? ` [${foundKnowable} of ${knowable} knowable]` : ''}`,
    );
  return [
    `${name}: ${labels.join('; ')}; set phrases ${tally.formulas}`,
    `${name}: ${groups.join('; ')}`,
    ...(ways.length > 0 ? [`${name}, by kind: ${ways.join(', ')}`] : []),
  ];
}
