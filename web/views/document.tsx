// A document: what is known about it and from where, its outline, its whole text, what was cleaned away.
import type { DocumentDetail, DocumentText } from '../../services/domain/document.js';
import type { Family as FamilyType } from '../../services/domain/family.js';
import { originMessages, reasonMessages } from '../../services/domain/messages/web.js';
import type { Passage } from '../../services/domain/passage.js';
import { href, passageAnchor } from '../links.js';
import type { ReadingBlock } from '../reading.js';
import { Cite } from './cite.js';
import { DocumentTargetsLink } from './document-targets.js';
import { Dated, Facts, StatusBadge } from './facts.js';
import { Family } from './family.js';
import { NewerNotice } from './newer.js';
import { pagesByOcr, Unread } from './ocr.js';
import { Outline } from './outline.js';
import { Reading } from './reading.js';
import { count, shortened, type View } from './view.js';

export interface DocumentProps {
  readonly view: View;
  readonly detail: DocumentDetail;
  readonly text: DocumentText;
  readonly family: FamilyType;
  /** how many it states */
  readonly targets: number;
  readonly blocks: readonly ReadingBlock[];
  /** the passage that the page was opened at */
  readonly opened?: Passage;
  readonly q?: string;
  readonly marked: { readonly count: number; readonly more: boolean };
}

type Row = readonly [name: string, value: preact.ComponentChild, origin?: string];

function rows({ view, detail, blocks }: DocumentProps): Row[] {
  const byOcr = pagesByOcr(blocks);
  const { say, language } = view;
  const { origins } = detail;
  const zh = (value: string | null) => (value ? <span lang="zh-CN">{value}</span> : say('notStated'));
  const origin = (name: keyof typeof origins) => {
    const from = origins[name];
    if (from === undefined) return undefined;
    const [kind = '', key] = from.split(': ', 2); // declared: 发文日期
    const words = originMessages[kind]?.[language] ?? kind;
    return key ? `${words} ${key}` : words;
  };
  const pages = detail.pages === null ? '' : say('extentPages', { pages: count(detail.pages) });
  const extent = { characters: count(detail.characters), passages: count(detail.passages) };
  const list = (values: readonly string[]) => (
    <ul lang="zh-CN">
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
  const { level, statusBasis, addressees, publishedOn, effectiveOn, signature, attachments } = detail;
  const all: (Row | false)[] = [
    [say('status'), <StatusBadge view={view} document={detail} />, origin('status')],
    level !== null && [say('level'), zh(level), origin('level')],
    statusBasis !== null && [say('statusBasis'), zh(statusBasis), origin('statusBasis')],
    [say('issuer'), zh(detail.issuer), origin('issuers')],
    [say('number'), zh(detail.number), origin('number')],
    [say('date'), <Dated view={view} document={detail} />, origin('date') ?? origin('year')],
    publishedOn !== null && [say('publishedOn'), publishedOn, origin('publishedOn')],
    effectiveOn !== null && [say('effectiveOn'), effectiveOn, origin('effectiveOn')],
    detail.titleYears.length > 0 && [say('titleYears'), detail.titleYears.join('、'), origin('titleYears')],
    [say('region'), zh(detail.region), origin('region')],
    [say('type'), zh(detail.type), origin('type')],
    addressees.length > 0 && [say('addressees'), zh(addressees.join('，')), origin('addressees')],
    signature !== null && [say('signature'), zh(signature), origin('signature')],
    attachments.length > 0 && [say('attachments'), list(attachments), origin('attachments')],
    [say('file'), <span class="path">{detail.file}</span>],
    detail.duplicates.length > 0 && [
      say('duplicates'),
      <ul>
        {detail.duplicates.map((file) => (
          <li key={file} class="path">
            {file}
          </li>
        ))}
      </ul>,
    ],
    [say('extent'), say('extentValue', extent) + pages],
    byOcr > 0 && [say('ocrPages'), say('ocrPagesValue', { pages: count(byOcr) })],
    [say('ingested'), say('ingestedValue', { at: detail.ingestedAt.slice(0, 10), version: detail.version })],
  ];
  return all.filter((row) => row !== false);
}

const About = (props: DocumentProps) => (
  <details class="about" open={props.opened === undefined}>
    <summary>{props.view.say('about')}</summary>
    <table>
      <thead class="hidden">
        <tr>
          <th scope="col">{props.view.say('field')}</th>
          <th scope="col">{props.view.say('value')}</th>
          <th scope="col">{props.view.say('origin')}</th>
        </tr>
      </thead>
      <tbody>
        {rows(props).map(([name, value, origin]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
            <td class="origin">
              {origin && `${props.view.say('origin')}${props.view.language === 'zh' ? '：' : ': '}${origin}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

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

function Marks({ view, q, marked, opened }: DocumentProps) {
  if (!q) return null;
  const key = marked.count === 0 ? 'marksNone' : marked.more ? 'marksInDocumentMany' : 'marksInDocument';
  return (
    <p class="marks">
      <span>{view.say(key, { q: shortened(q), count: count(marked.count) })}</span>
      {opened && <a href={`#${passageAnchor(opened.id)}`}>{view.say('toOpened')}</a>}
      <a href={href('/', { q })}>{view.say('searchAll')}</a>
    </p>
  );
}

const shownAway = 300;

function CleanedAway({ view, detail, text }: DocumentProps) {
  const { removed } = text;
  if (removed.length === 0) return null;
  const { say, language } = view;
  return (
    <details class="cleaned" id="cleaned">
      <summary>{say('cleanedAway', { count: count(removed.length) })}</summary>
      <p class="note">{say('cleanedAwayNote')}</p>
      <ul>
        {removed.slice(0, shownAway).map((part, i) => (
          <li key={`${part.at} ${i}`}>
            <span class="reason">{reasonMessages[part.reason]?.[language] ?? part.reason}</span>
            <span lang="zh-CN">{part.text}</span>
          </li>
        ))}
      </ul>
      {removed.length > shownAway && (
        <p>
          <a href={`/api/documents/${encodeURIComponent(detail.id)}/text`}>
            {say('cleanedAwayMore', { count: count(removed.length - shownAway) })}
          </a>
        </p>
      )}
    </details>
  );
}

export function Document(props: DocumentProps) {
  const { view, detail, text, blocks, opened } = props;
  const { say } = view;
  const api = `/api/documents/${encodeURIComponent(detail.id)}`;
  return (
    <div class="document">
      <div class="heading">
        <h1 lang="zh-CN">{detail.title}</h1>
        <Facts view={view} document={detail} />
        <NewerNotice view={view} document={detail} />
        <Notices {...props} />
        <p class="actions">
          <a href={`${api}/original`} download>
            {say('original', { format: detail.format })}
          </a>
          <a href={api}>{say('documentJson')}</a>
          <DocumentTargetsLink view={view} id={detail.id} total={props.targets} />
        </p>
        <Cite view={view} document={detail} passage={opened} />
        <About {...props} />
        <Family view={view} family={props.family} />
        <Marks {...props} />
      </div>
      <div class="columns">
        <Outline view={view} blocks={blocks} opened={opened} />
        <Reading view={view} text={text.text} blocks={blocks} opened={opened} />
      </div>
      <CleanedAway {...props} />
      <p class="machine">
        <a href="#main">{say('toTop')}</a>
      </p>
    </div>
  );
}
