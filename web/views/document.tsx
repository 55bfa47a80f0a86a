// A document: what is known about it and from where, its outline, its whole text, its versions, what was cleaned away.
import type { Counterparts } from '../../services/domain/comparison.js';
import type { DocumentDetail, DocumentVersion, VersionText } from '../../services/domain/document.js';
import type { Family as FamilyType } from '../../services/domain/family.js';
import type { Passage } from '../../services/domain/passage.js';
import type { SinceThen } from '../aligned.js';
import { type Address, citationsPath, compareHref, documentPath, href } from '../links.js';
import type { ReadingBlock } from '../reading.js';
import type { ValuePlace } from '../value-places.js';
import { AboutDocument } from './about-document.js';
import { Cite } from './cite.js';
import { AboveAndBelow } from './comparison/above-and-below.js';
import { DocumentTargetsLink } from './document-targets.js';
import { Facts } from './facts.js';
import { Family } from './family.js';
import { Find } from './find.js';
import { NewerNotice } from './newer.js';
import { Unread } from './ocr.js';
import { Download, OriginalBeside, type OriginalProps, originalPath } from './original.js';
import { Outline } from './outline.js';
import { paragraphAnchor, Reading } from './reading.js';
import { CleanedAway, removedBefore } from './removed-parts.js';
import { OldVersion, Versions } from './versions.js';
import type { View } from './view.js';

export interface DocumentProps {
  readonly view: View;
  readonly detail: DocumentDetail;
  /** the version shown, with all that there are */
  readonly text: VersionText;
  readonly versions: readonly DocumentVersion[];
  /** of an older version: where its paragraphs stand in the newest */
  readonly since?: SinceThen | undefined;
  readonly family: FamilyType;
  readonly counterparts: Counterparts;
  /** how many it states */
  readonly targets: number;
  readonly blocks: readonly ReadingBlock[];
  readonly values: readonly ValuePlace[];
  /** the passage that the page was opened at */
  readonly opened?: Passage | undefined;
  readonly q?: string | undefined;
  readonly marked: { readonly count: number; readonly more: boolean };
  /** whether what was cleaned away is shown in its place */
  readonly removed: boolean;
  /** the original, where it is shown beside the text */
  readonly original: OriginalProps;
  readonly beside: boolean;
}

const standing: readonly string[] = ['现行', '试行', '未知'];

function Notices({ view, detail }: DocumentProps) {
  const { say } = view;
  return (
    <>
      {!standing.includes(detail.status) && (
        <p class="notice strong">{say('notInForce', { status: say(`status_${detail.status}`) })}</p>
      )}
      {detail.removed && <p class="notice">{say('removedFile')}</p>}
      <Unread view={view} unread={detail.unread} />
    </>
  );
}

/** The page with one of its parameters changed; undefined takes it out. */
const changed = ({ here }: View, change: Address['params']): string =>
  href(here.path, { ...here.params, ...change }, 'text');

function Actions({ view, detail, text, removed, beside, original, targets }: DocumentProps) {
  const { say } = view;
  return (
    <p class="actions">
      <a class="wide-only" href={changed(view, { original: beside ? undefined : 1 })}>
        {say(beside ? 'originalHide' : 'originalShow')}
      </a>
      <a class="narrow-only" href={href(originalPath(detail.id), { v: text.version, page: original.page })}>
        {say('originalShowPage')}
      </a>
      <Download {...original} />
      {text.removed.length > 0 && (
        <a href={changed(view, { removed: removed ? undefined : 1 })} rel="nofollow">
          {say(removed ? 'removedHide' : 'removedShow', { count: text.removed.length })}
        </a>
      )}
      <a href={`/api/documents/${encodeURIComponent(detail.id)}`}>{say('documentJson')}</a>
      <a href={compareHref(text.version === detail.version ? detail.id : `${detail.id}@${text.version}`, undefined)}>
        {say('compareFrom')}
      </a>
      <a href={citationsPath(detail.id)}>{say('citationsOfShort')}</a>
      <DocumentTargetsLink view={view} id={detail.id} total={targets} />
    </p>
  );
}

/** The text with its links: paragraphs on this version for ever, pages of the original, where it is said elsewhere. */
function Text(props: DocumentProps) {
  const { view, detail, text, blocks, opened, values, marked, since, removed, beside } = props;
  const path = documentPath(detail.id);
  const old = text.version < detail.version ? { v: text.version } : {};
  return (
    <Reading
      view={view}
      text={text.text}
      blocks={blocks}
      opened={opened}
      marks={marked.count}
      values={values}
      permalink={(n) => href(path, { v: text.version }, paragraphAnchor(n))}
      elsewhere={(n) => href(`${path}/elsewhere`, { ...old, p: n })}
      newest={
        since && {
          version: detail.version,
          aligned: since.aligned,
          href: (n) => href(path, { v: detail.version }, paragraphAnchor(n)),
        }
      }
      removed={removed ? removedBefore(text.removed, blocks) : undefined}
      page={
        detail.format === 'pdf'
          ? {
              href: (page) => href(originalPath(detail.id), { v: text.version, page, bare: beside ? 1 : undefined }),
              target: beside ? 'original' : undefined,
            }
          : undefined
      }
    />
  );
}

export function Document(props: DocumentProps) {
  const { view, detail, text, versions, blocks, opened, since, beside, original } = props;
  const { say } = view;
  return (
    <div class={beside ? 'document with-original' : 'document'}>
      <div class="heading">
        <h1 lang="zh-CN">{detail.title}</h1>
        <Facts view={view} document={detail} />
        <NewerNotice view={view} document={detail} />
        <Notices {...props} />
        <Actions {...props} />
        <Cite view={view} document={detail} version={text.version} passage={opened} />
        <AboutDocument view={view} detail={detail} blocks={blocks} values={props.values} />
        <Versions view={view} id={detail.id} shown={text.version} versions={versions} />
        <Family view={view} family={props.family} />
        <AboveAndBelow view={view} counterparts={props.counterparts} />
      </div>
      {since && <OldVersion view={view} id={detail.id} version={text.version} versions={versions} since={since} />}
      <Find view={view} address={view.here} q={props.q} marked={props.marked} opened={opened} />
      <div class="columns">
        <Outline view={view} blocks={blocks} opened={opened} folded={beside} />
        <Text {...props} />
        {beside && <OriginalBeside {...original} />}
      </div>
      <CleanedAway view={view} id={detail.id} version={text.version} removed={text.removed} />
      <p class="machine">
        <a href="#main">{say('toTop')}</a>
      </p>
    </div>
  );
}
