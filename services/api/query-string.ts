// The query of an address, read strictly: percent-encoded UTF-8 only, each parameter once.
import { type FieldIssue, RequestError } from '../domain/request-error.js';

/** Undoes + and %XX; null when it is not valid UTF-8. */
function decode(raw: string): string | null {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    return null; // said by the caller, with the field's name
  }
}

/** Names come from outside: short, and without control characters, before they are repeated in an answer. */
export const shown = (name: string): string => {
  const clean = name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '�');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
};

/**
 * The parameters of a request target, by name; the object has no prototype.
 * @throws RequestError naming parameters that are repeated or not valid UTF-8
 */
export function readQuery(target: string): Record<string, string> {
  const at = target.indexOf('?');
  const query: Record<string, string> = Object.create(null);
  const issues: FieldIssue[] = [];
  const text = at === -1 ? '' : target.slice(at + 1).split('#', 1)[0]!; // split gives at least one part
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const rawName = equals === -1 ? pair : pair.slice(0, equals);
    const name = decode(rawName);
    const value = equals === -1 ? '' : decode(pair.slice(equals + 1));
    if (name === null || value === null) issues.push({ field: shown(name ?? rawName), problem: 'ENCODING' });
    else if (name in query) issues.push({ field: shown(name), problem: 'REPEATED' });
    else query[name] = value;
  }
  if (issues.length > 0) throw new RequestError(unique(issues).slice(0, 20));
  return query;
}

const unique = (issues: readonly FieldIssue[]): FieldIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.field} ${issue.problem}`, issue])).values(),
];
