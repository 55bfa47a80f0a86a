// What is known about a document, and where each value was read; values read in its text lead there.
import type { DocumentDetail } from '../../services/domain/document.js';
import { originMessages } from '../../services/domain/messages/web.js';
import type { ReadingBlock } from '../reading.js';
import type { PlacedField, ValuePlace } from '../value-places.js';
import { Dated, StatusBadge } from './facts.js';
import { pagesByOcr } from './ocr.js';
import { valueAnchor } from './paragraph.js';
import { count, type View } from './view.js';

export interface AboutProps {
  readonly view: View;
  readonly detail: DocumentDetail;
  readonly blocks: readonly ReadingBlock[];
  readonly values: readonly ValuePlace[];
}

type Row = readonly [
  name: string,
  value: preact.ComponentChild,
  origin?: string | undefined,
  field?: PlacedField | undefined,
];

function rows({ view, detail, blocks }: AboutProps): Row[] {
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
    [say('titleField'), zh(detail.title), origin('title'), 'title'],
    [say('status'), <StatusBadge view={view} document={detail} />, origin('status')],
    level !== null && [say('level'), zh(level), origin('level')],
    statusBasis !== null && [say('statusBasis'), zh(statusBasis), origin('statusBasis'), 'statusBasis'],
    [say('issuer'), zh(detail.issuer), origin('issuers'), 'issuers'],
    [say('number'), zh(detail.number), origin('number'), 'number'],
    [say('date'), <Dated view={view} document={detail} />, origin('date') ?? origin('year'), 'date'],
    publishedOn !== null && [say('publishedOn'), publishedOn, origin('publishedOn'), 'publishedOn'],
    effectiveOn !== null && [say('effectiveOn'), effectiveOn, origin('effectiveOn'), 'effectiveOn'],
    detail.titleYears.length > 0 && [say('titleYears'), detail.titleYears.join('、'), origin('titleYears')],
    [say('region'), zh(detail.region), origin('region')],
    [say('type'), zh(detail.type), origin('type')],
    addressees.length > 0 && [say('addressees'), zh(addressees.join('，')), origin('addressees'), 'addressees'],
    signature !== null && [say('signature'), zh(signature), origin('signature'), 'signature'],
    attachments.length > 0 && [say('attachments'), list(attachments), origin('attachments'), 'attachments'],
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

function Origin({ view, values, blocks, row }: AboutProps & { readonly row: Row }) {
  const [name, , origin, field] = row;
  if (!origin) return null;
  const words = `${view.say('origin')}${view.language === 'zh' ? '：' : ': '}${origin}`;
  const place = field && values.find((one) => one.field === field);
  const n = place && blocks.findLast((block) => block.start <= place.start)?.n;
  if (!place || n === undefined) return <>{words}</>;
  return (
    <>
      {words}{' '}
      <a href={`#${valueAnchor(place.field)}`} aria-label={view.say('readAtLabel', { name, n })}>
        {view.say('readAt', { n })}
      </a>
    </>
  );
}

export const AboutDocument = (props: AboutProps) => (
  <details class="about">
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
        {rows(props).map((row) => (
          <tr key={row[0]}>
            <th scope="row">{row[0]}</th>
            <td>{row[1]}</td>
            <td class="origin">
              <Origin {...props} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);
