// The whole text to read: numbered paragraphs with permanent links, headings, page marks, the opened passage, marks.
import type { RemovedPart } from '../../services/domain/document.js';
import type { Passage, Range } from '../../services/domain/passage.js';
import type { Aligned } from '../aligned.js';
import { passageAnchor } from '../links.js';
import { cellsOf, type ReadingBlock } from '../reading.js';
import type { ValuePlace } from '../value-places.js';
import { OcrBadge } from './ocr.js';
import { Content, isOpened, location, type ParagraphProps } from './paragraph.js';
import { RemovedHere } from './removed-parts.js';
import type { View } from './view.js';

export interface ReadingProps {
  readonly view: View;
  readonly text: string;
  readonly blocks: readonly ReadingBlock[];
  readonly opened?: Passage;
  readonly marks: number;
  readonly values: readonly ValuePlace[];
  /** a paragraph's address, on this version for ever */
  readonly permalink: (n: number) => string;
  /** where a paragraph is said elsewhere */
  readonly elsewhere: (n: number) => string;
  /** of an older version: where its paragraphs stand in the newest, and their addresses there */
  readonly newest?: { readonly version: number; readonly aligned: readonly Aligned[]; href(n: number): string };
  /** parts to show in place, by the paragraph after them */
  readonly removed?: ReadonlyMap<number, readonly RemovedPart[]>;
  /** a page of the original, and the frame that it opens in */
  readonly page?: { href(page: number): string; readonly target?: string };
}

type BlockProps = Omit<ReadingProps, 'blocks'> & { readonly block: ReadingBlock };

const headings = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const;
const headingTag = (level: number) => headings[Math.min(Math.max(level, 2), 6) as keyof typeof headings]; // 2 … 6 by the clamp

export const paragraphAnchor = (n: number): string => `n${n}`;

/** Shorter paragraphs are headings and signatures: they stand everywhere. */
const leastSaid = 12;

const paragraphOf = ({ view, text, block, opened, marks, values }: BlockProps): ParagraphProps => ({
  view,
  text,
  block,
  opened,
  marks,
  values,
});

const Numeral = ({ view, block, permalink }: BlockProps) => (
  <a
    class="n"
    href={permalink(block.n)}
    data-permalink={view.say('linkCopied')}
    aria-label={view.say('paragraphLink', { n: block.n })}
  >
    {block.n}
  </a>
);

const SaidElsewhere = ({ view, block, elsewhere }: BlockProps) =>
  block.heading !== undefined || block.end - block.start < leastSaid ? null : (
    <a
      class="elsewhere-link"
      href={elsewhere(block.n)}
      data-elsewhere={view.say('elsewhereFailed')}
      aria-label={view.say('elsewhereOf', { n: block.n })}
      lang={view.language === 'zh' ? undefined : 'en'}
      rel="nofollow"
    >
      {view.say('elsewhereLink')}
    </a>
  );

/** On an older version: where the paragraph is now. */
function Now({ view, block, newest }: BlockProps) {
  const here = newest?.aligned[block.n - 1];
  if (!newest || !here) return null;
  const words = view.say(`now_${here.kind}`, { version: newest.version });
  return (
    <a
      class={`now ${here.kind}`}
      href={newest.href(here.n)}
      lang={view.language === 'zh' ? undefined : 'en'}
      aria-label={view.say(here.kind === 'gone' ? 'nowNear' : 'nowAt', { words, to: here.n })}
    >
      {words}
    </a>
  );
}

const PageMark = ({ view, block, page }: BlockProps) =>
  block.page === undefined ? null : (
    <p class="page-mark" id={`page${block.page}`} lang={view.language === 'zh' ? undefined : 'en'}>
      {page ? (
        <a href={page.href(block.page)} target={page.target}>
          {view.say('pageNumber', { page: block.page })}
        </a>
      ) : (
        view.say('pageNumber', { page: block.page })
      )}{' '}
      <OcrBadge view={view} confidence={block.ocr ?? null} />
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
        <Content {...paragraphOf(props)} within={block} />
        <SaidElsewhere {...props} />
        <Now {...props} />
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
      <Now {...props} />
    </td>
    {cells.map((cell) => (
      <td key={cell.start}>
        <Content {...paragraphOf(props)} block={{ ...props.block, anchors: [] }} within={cell} />
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
  const parts = items.flatMap(({ block }) => props.removed?.get(block.n) ?? []);
  if (items.length === 1) {
    return (
      <>
        <RemovedHere view={props.view} parts={parts} />
        <Line {...props} block={first.block} />
      </>
    );
  }
  return (
    <>
      <RemovedHere view={props.view} parts={parts} />
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

export function Reading({ blocks, ...props }: ReadingProps) {
  const { view, text, removed } = props;
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
            <Group key={items[0]?.block.n} {...props} items={items} />
          ))}
        </div>
      ))}
      <RemovedHere view={view} parts={removed?.get(0) ?? []} />
    </article>
  );
}
