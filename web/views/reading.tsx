// The whole text to read: numbered paragraphs with anchors, headings, page marks, the opened passage, marks.
import type { ComponentChild } from 'preact';
import type { Passage, Range } from '../../services/domain/passage.js';
import { Marked } from '../highlight.js';
import { passageAnchor } from '../links.js';
import { cellsOf, type ReadingBlock } from '../reading.js';
import { OcrBadge } from './ocr.js';
import type { View } from './view.js';

export interface ReadingProps {
  readonly view: View;
  readonly text: string;
  readonly blocks: readonly ReadingBlock[];
  readonly opened?: Passage;
}

const headings = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const;
const headingTag = (level: number) => headings[Math.min(Math.max(level, 2), 6) as keyof typeof headings]; // 2 … 6 by the clamp

export const paragraphAnchor = (n: number): string => `n${n}`;

interface BlockProps {
  readonly view: View;
  readonly text: string;
  readonly block: ReadingBlock;
  readonly opened?: Passage;
}

const isOpened = ({ block, opened }: BlockProps): boolean =>
  opened !== undefined && opened.start <= block.start && block.end <= opened.end;

/** Tells assistive tools which block the opened passage starts in. */
const location = ({ block, opened }: BlockProps): 'location' | undefined =>
  opened !== undefined && block.start <= opened.start && opened.start < block.end ? 'location' : undefined;

/** A part of the block, cut where passages start, where the label ends and where the opened passage starts or ends. */
function Content(props: BlockProps & { readonly within: Range }) {
  const { text, block, opened, within } = props;
  const { start, end } = within;
  const labelEnd = block.start + (block.label ?? 0);
  const cuts = [
    start,
    end,
    labelEnd,
    ...block.anchors.map(({ at }) => at),
    opened?.start ?? start,
    opened?.end ?? start,
  ];
  const points = [...new Set(cuts)].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
  const out: ComponentChild[] = [];
  for (const [i, from] of points.entries()) {
    const to = points[i + 1];
    if (to === undefined) break;
    for (const { id, at } of block.anchors) if (at === from) out.push(<span class="anchor" id={passageAnchor(id)} />);
    const words =
      block.marks.length === 0 ? (
        text.slice(from, to)
      ) : (
        <Marked text={text} highlights={block.marks} within={{ start: from, end: to }} />
      );
    const inside = opened !== undefined && opened.start <= from && to <= opened.end;
    if (to <= labelEnd) out.push(<strong>{words}</strong>);
    else if (inside && !isOpened(props)) out.push(<span class="opened-part">{words}</span>);
    else out.push(words);
  }
  return <>{out}</>;
}

const Numeral = ({ view, block }: BlockProps) => (
  <a class="n" href={`#${paragraphAnchor(block.n)}`} aria-label={view.say('paragraphLink', { n: block.n })}>
    {block.n}
  </a>
);

const PageMark = ({ view, block }: BlockProps) =>
  block.page === undefined ? null : (
    <p class="page-mark" id={`page${block.page}`} lang={view.language === 'zh' ? undefined : 'en'}>
      {view.say('pageNumber', { page: block.page })} <OcrBadge view={view} confidence={block.ocr ?? null} />
    </p>
  );

function Line(props: BlockProps) {
  const { block } = props;
  const Tag = block.heading === undefined ? 'p' : headingTag(block.heading);
  return (
    <>
      <PageMark {...props} />
      <Tag id={paragraphAnchor(block.n)} class={isOpened(props) ? 'opened' : undefined} aria-current={location(props)}>
        <Numeral {...props} />
        <Content {...props} within={block} />
      </Tag>
    </>
  );
}

interface Item {
  readonly block: ReadingBlock;
  /** of a table's row */
  readonly cells?: readonly Range[];
}

const Row = ({ cells, ...props }: BlockProps & { readonly cells: readonly Range[] }) => (
  <tr id={paragraphAnchor(props.block.n)} class={isOpened(props) ? 'opened' : undefined} aria-current={location(props)}>
    <td>
      {props.block.anchors.map(({ id }) => (
        <span key={id} class="anchor" id={passageAnchor(id)} />
      ))}
      <Numeral {...props} />
    </td>
    {cells.map((cell) => (
      <td key={cell.start}>
        <Content {...props} block={{ ...props.block, anchors: [] }} within={cell} />
      </td>
    ))}
  </tr>
);

/** Neighbouring rows of a table together, every other block alone. */
function groups(text: string, blocks: readonly ReadingBlock[]): Item[][] {
  const out: Item[][] = [];
  for (const block of blocks) {
    const cells = block.heading === undefined ? cellsOf(text, block) : undefined;
    const last = out.at(-1);
    if (cells && last?.[0]?.cells && block.page === undefined) last.push({ block, cells });
    else out.push([{ block, cells }]);
  }
  return out;
}

function Group({ items, ...props }: Omit<BlockProps, 'block'> & { readonly items: readonly Item[] }) {
  const [first] = items;
  if (!first) return null;
  if (items.length === 1) return <Line {...props} block={first.block} />;
  return (
    <>
      <PageMark {...props} block={first.block} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, by keyboard too */}
      <section class="table" tabIndex={0} aria-label={props.view.say('table', { n: first.block.n })}>
        <table>
          <tbody>
            {items.map(({ block, cells = [] }) => (
              <Row key={block.n} {...props} block={block} cells={cells} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The blocks of a long document come in stretches, so that a browser lays out only those in sight. */
const stretch = 40;

export function Reading({ view, text, blocks, opened }: ReadingProps) {
  const all = groups(text, blocks);
  const stretches = Array.from({ length: Math.ceil(all.length / stretch) }, (_, i) =>
    all.slice(i * stretch, (i + 1) * stretch),
  );
  const isLong = stretches.length > 5;
  return (
    <article class="text" id="text" lang="zh-CN" aria-label={view.say('fullText')}>
      {blocks.length === 0 && <p class="nothing">{view.say('noText')}</p>}
      {stretches.map((some) => (
        <div class={isLong && some.length === stretch ? 'stretch' : undefined} key={some[0]?.[0]?.block.n}>
          {some.map((items) => (
            <Group key={items[0]?.block.n} view={view} text={text} items={items} opened={opened} />
          ))}
        </div>
      ))}
    </article>
  );
}
