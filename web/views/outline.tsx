// The outline at the side of a document; on a phone it folds.
import { paragraphAnchor, type ReadingProps } from './reading.js';

interface OutlineProps extends Pick<ReadingProps, 'view' | 'blocks' | 'opened'> {
  /** beside the original there is no room for it */
  readonly folded?: boolean;
}

export function Outline({ view, blocks, opened, folded = false }: OutlineProps) {
  const entries = blocks.filter((block) => block.entry !== undefined);
  if (entries.length === 0) return null;
  const at = opened && entries.findLast((block) => block.start <= opened.start);
  return (
    <nav class="outline" aria-label={view.say('outline')}>
      <details class={folded ? 'folded' : 'side'} data-open-wide={folded ? undefined : true}>
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
