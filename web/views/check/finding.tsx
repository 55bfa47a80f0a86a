// One finding: its kind and weight, the draft's sentence and the source's beside each other, where that stands, and why.
import type { CheckedClause } from '../../../services/domain/check.js';
import type { DocumentSummary } from '../../../services/domain/document.js';
import { documentPath, href } from '../../links.js';
import { ChangedParts } from '../changed-parts.js';
import { CiteFolded } from '../cite.js';
import type { View } from '../view.js';
import type { JudgedFinding } from './report.js';

interface Props {
  readonly view: View;
  readonly judged: JudgedFinding;
  /** the sentence that it stands in, and its number */
  readonly clause: { readonly clause: CheckedClause; readonly n: number } | undefined;
  readonly documentOf: (id: string) => DocumentSummary | null;
}

/** `text` with the words from `start` to `end` marked. */
const Marked = ({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }) => (
  <>
    {text.slice(0, Math.max(0, start))}
    <mark>{text.slice(Math.max(0, start), end)}</mark>
    {text.slice(end)}
  </>
);

export function FindingItem({ view, judged, clause, documentOf }: Props) {
  const { say } = view;
  const { finding, key, fresh, dismissed } = judged;
  const { kind, level, source, words } = finding;
  const own = clause?.clause;
  const edited =
    own?.parts && source && own.sources[0]?.documentId === source.documentId && own.sources[0].start === source.start;
  const document = source && documentOf(source.documentId);
  const at = source && words ? source.text.indexOf(words) : -1;
  return (
    <li class={`finding ${level}`} id={`f-${key}`} data-change>
      <p class="facts">
        <span class={`badge ${level === 'conflict' ? 'bad' : 'warn'}`}>{say(`checkKind_${kind}`)}</span>
        {fresh && <span class="badge">{say('checkFresh')}</span>}
        <span>{say('checkConfidence', { percent: Math.round(finding.confidence * 100) })}</span>
        {clause && <a href={`#c${clause.n}`}>{say('checkToClause')}</a>}
      </p>
      <p class="why">{finding.message}</p>
      <dl>
        <dt>{say('checkInDraft')}</dt>
        <dd lang="zh-CN">
          {own ? (
            <Marked text={own.text} start={finding.start - own.start} end={finding.end - own.start} />
          ) : (
            <mark>{finding.draft}</mark>
          )}
        </dd>
        {source && (
          <>
            <dt>{say('checkInSource')}</dt>
            <dd lang="zh-CN">
              {edited && own?.parts ? (
                <ChangedParts parts={own.parts} />
              ) : at >= 0 && words ? (
                <Marked text={source.text} start={at} end={at + words.length} />
              ) : (
                source.text
              )}
              <br />
              <a href={href(documentPath(source.documentId), { at: source.start })}>
                《{source.title.replace(/^《|》$/gu, '')}》
              </a>
              {source.date && ` ${source.date}`}
            </dd>
          </>
        )}
      </dl>
      {source && document && <CiteFolded view={view} document={document} passage={source} />}
      {dismissed === undefined ? (
        <p class="decide">
          <input
            form="again"
            name={`reason.${key}`}
            maxLength={500}
            aria-label={`${say('checkReason')}：${finding.draft.slice(0, 30)}`}
            placeholder={say('checkReasonHint')}
          />
          <button form="again" type="submit" name="dismiss" value={key}>
            {say('checkDismiss')}
          </button>
        </p>
      ) : (
        <p class="decide">
          {dismissed && <span>{dismissed}</span>}
          <button form="again" type="submit" name="restore" value={key}>
            {say('checkRestore')}
          </button>
        </p>
      )}
    </li>
  );
}
