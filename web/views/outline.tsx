// The outline at the side of a document; on a phone it folds.
import { paragraphAnchor, type ReadingProps } from './reading.js';

export function Outline({ view, blocks, opened }: Pick<ReadingProps, 'view' | 'blocks' | 'opened'>) {
  const entries = blocks.filter((block) => block.entry !== undefined);
  if (entries.length === 0) return null;
  const at = opened && entries.findLast((block) => block.start <= opened.start);
  return (
    <nav class="outline" aria-label={view.say('outline')}>
      <details class="side" data-open-wide>
        <summary>{view.say('outline')}</summary>
        <ol class="side-body" lang="zh-CN">
          {entries.map((block) => (
            <li key={block.n} class={`level-${Math.min(block.entry?.level ?? 1, 5)}`}>
              <a href={`#${paragraphAnchor(block.n)}`} aria-current={block === at ? 'location' : undefined}>
                {block.entry?.text}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
