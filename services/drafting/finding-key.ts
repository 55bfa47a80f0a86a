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

export const withKey = (finding: ToldFinding): Finding => ({ key: findingKey(finding), ...finding });
