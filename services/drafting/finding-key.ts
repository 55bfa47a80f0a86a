// A finding's key: the same for the same remark, wherever it stands in the next version of the draft, so that a drafter who
// has dismissed it is not told again.
import type { Finding } from '../domain/check.js';
import { normalForm } from '../domain/text.js';
import { sha256 } from '../hash.js';

/** A finding before it has its key. */
export type ToldFinding = Omit<Finding, 'key'>;

const LENGTH = 16;

/** Of what is said, by whom, and against whose words; places, the message's language and how sure it is do not count. */
export function findingKey({ kind, draft, source, words }: ToldFinding): string {
  const against = source ? [source.documentId, normalForm(words ?? ''), normalForm(source.text)] : [];
  return sha256(JSON.stringify([kind, normalForm(draft), ...against])).slice(0, LENGTH);
}

/** The same remark may be made at several places: its key is numbered from the second on, in the order of the draft. */
export function withKeys(findings: readonly ToldFinding[]): Finding[] {
  const times = new Map<string, number>();
  const keys = new Map<ToldFinding, string>();
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    const key = findingKey(finding);
    const n = (times.get(key) ?? 0) + 1;
    times.set(key, n);
    keys.set(finding, n === 1 ? key : `${key}.${n}`);
  }
  return findings.map((finding) => ({ key: keys.get(finding) ?? findingKey(finding), ...finding }));
}
