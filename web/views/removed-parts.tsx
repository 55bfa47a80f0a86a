// What was cleaned away: in place where it is asked for, and as a list at the end.
import type { RemovedPart } from '../../services/domain/document.js';
import { reasonMessages } from '../../services/domain/messages/web.js';
import { href } from '../links.js';
import type { ReadingBlock } from '../reading.js';
import { count, type View } from './view.js';

const mostInList = 300;

const Reason = ({ view, part }: { readonly view: View; readonly part: RemovedPart }) => (
  <span class="reason" lang={view.language === 'zh' ? 'zh-CN' : 'en'}>
    {reasonMessages[part.reason]?.[view.language] ?? part.reason}
  </span>
);

/** Where the parts stood: by the number of the paragraph that follows them; 0 for those after the last one. */
export function removedBefore(
  parts: readonly RemovedPart[],
  blocks: readonly ReadingBlock[],
): ReadonlyMap<number, readonly RemovedPart[]> {
  const before = new Map<number, RemovedPart[]>();
  let next = 0;
  for (const part of [...parts].sort((a, b) => a.at - b.at)) {
    while (next < blocks.length && (blocks[next]?.start ?? 0) < part.at) next++;
    const n = blocks[next]?.n ?? 0;
    before.set(n, [...(before.get(n) ?? []), part]);
  }
  return before;
}

/** Parts that stood in one place, visibly no part of the text. */
export function RemovedHere({ view, parts }: { readonly view: View; readonly parts: readonly RemovedPart[] }) {
  if (parts.length === 0) return null;
  return (
    <ul class="removed-here" aria-label={view.say('cleanedAway', { count: count(parts.length) })}>
      {parts.map((part, i) => (
        <li key={`${part.at} ${i}`}>
          <Reason view={view} part={part} />
          <del>{part.text}</del>
        </li>
      ))}
    </ul>
  );
}

interface ListProps {
  readonly view: View;
  readonly id: string;
  readonly version: number;
  readonly removed: readonly RemovedPart[];
}

export function CleanedAway({ view, id, version, removed }: ListProps) {
  if (removed.length === 0) return null;
  const { say } = view;
  return (
    <details class="cleaned" id="cleaned">
      <summary>{say('cleanedAway', { count: count(removed.length) })}</summary>
      <p class="note">{say('cleanedAwayNote')}</p>
      <ul>
        {removed.slice(0, mostInList).map((part, i) => (
          <li key={`${part.at} ${i}`}>
            <Reason view={view} part={part} />
            <span lang="zh-CN">{part.text}</span>
          </li>
        ))}
      </ul>
      {removed.length > mostInList && (
        <p>
          <a href={href(`/api/documents/${encodeURIComponent(id)}/text`, { version })}>
            {say('cleanedAwayMore', { count: count(removed.length - mostInList) })}
          </a>
        </p>
      )}
    </details>
  );
}
