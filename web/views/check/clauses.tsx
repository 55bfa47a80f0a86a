// The draft sentence by sentence: how each stands to the archive, what was found in it, and its sources to unfold.
import type { CheckedClause } from '../../../services/domain/check.js';
import { documentPath, href } from '../../links.js';
import { ChangedParts } from '../changed-parts.js';
import type { View } from '../view.js';
import type { JudgedFinding } from './report.js';

const titled = (title: string): string => `《${title.replace(/^《|》$/gu, '')}》`;

function Sources({ view, clause }: { readonly view: View; readonly clause: CheckedClause }) {
  const { say } = view;
  const { found, sources, parts } = clause;
  if (sources.length === 0) return null;
  const none = '—';
  return (
    <details>
      <summary>{say('checkSourcesOf', { documents: Math.max(found.documents, sources.length) })}</summary>
      {parts && (
        <p lang="zh-CN">
          <ChangedParts parts={parts} />
        </p>
      )}
      {found.documents > 0 && (
        <p class="note">
          {say('checkSaidBy', {
            earliest: found.earliest ?? none,
            latest: found.latest ?? none,
            issuers: found.issuers.join('、') || none,
          })}
        </p>
      )}
      <ul>
        {sources.map(({ documentId, title, date, start, text }) => (
          <li key={`${documentId} ${start}`}>
            <a href={href(documentPath(documentId), { at: start })}>{titled(title)}</a> {date}
            <br />
            <span lang="zh-CN">{text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Clauses(props: {
  readonly view: View;
  readonly clauses: readonly CheckedClause[];
  readonly findings: readonly JudgedFinding[];
}) {
  const { view, clauses, findings } = props;
  const { say } = view;
  return (
    <ol class="clauses">
      {clauses.map((clause, n) => (
        <li key={clause.start} id={`c${n + 1}`} class={`is-${clause.label}`}>
          <p>
            <span class="badge">{say(`label_${clause.label}`)}</span> <span lang="zh-CN">{clause.text}</span>
            {findings
              .filter(({ finding }) => finding.start >= clause.start && finding.start < clause.end)
              .map(({ key, finding }) => (
                <a key={key} class={`to-finding ${finding.level}`} href={`#f-${key}`} title={finding.message}>
                  {say('checkToFinding', { kind: say(`checkKind_${finding.kind}`) })}
                </a>
              ))}
          </p>
          <Sources view={view} clause={clause} />
        </li>
      ))}
    </ol>
  );
}
