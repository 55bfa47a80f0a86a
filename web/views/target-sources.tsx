// Every value of the table with its sentence and its document, cell by cell.
import { toldValue } from '../../services/domain/messages/targets.js';
import type { StatedTarget, TargetSeries } from '../../services/domain/target-table.js';
import { excerpt } from '../excerpt.js';
import { Marked } from '../highlight.js';
import { documentPath, statedHref } from '../links.js';
import { CiteFolded } from './cite.js';
import { Facts } from './facts.js';
import { OcrBadge } from './ocr.js';
import { cellAnchor, toldRegion, toldYear } from './target-table.js';
import type { View } from './view.js';

/** Characters of a sentence that are shown around the value. */
const LONGEST = 160;

/** A row of a table, whose cells stand divided in the text; what its columns are, the document shows. */
export const isRow = ({ sentence }: StatedTarget): boolean => / \| /u.test(sentence.text);

interface Said {
  readonly view: View;
  /** values of one sentence of one document; at least one */
  readonly values: readonly [StatedTarget, ...StatedTarget[]];
}

/** The sentence, shortened around the first value where it is long, the values marked. */
export function Sentence({ values }: Pick<Said, 'values'>) {
  const [{ sentence }] = values;
  const marks = values.map(({ start, end }) => ({
    start: start - sentence.start,
    end: end - sentence.start,
    kind: 'match' as const,
  }));
  const within = excerpt(sentence.text, marks, LONGEST);
  return (
    <>
      {within.start > 0 && '…'}
      <Marked text={sentence.text} highlights={marks} within={within} />
      {within.end < sentence.text.length && '…'}
    </>
  );
}

function Copies({ view, values: [{ copies, folded }] }: Said) {
  if (copies.length === 0) return null;
  return (
    <p class="copies">
      {view.say('copiesToo')}
      {copies.map(({ id, title, date, year }) => (
        <a key={id} lang="zh-CN" href={documentPath(id)}>
          {title}
          {(date ?? year) ? `（${date ?? year}）` : ''}
        </a>
      ))}
      {folded > copies.length && view.say('cellMore', { count: folded - copies.length })}
    </p>
  );
}

function Source({ view, values }: Said) {
  const [first] = values;
  return (
    <li>
      <p class="said" lang="zh-CN">
        <span class="told">
          {values.map((one) => (
            <a key={one.start} href={statedHref(one)}>
              {toldValue(one, view.language)}
            </a>
          ))}
        </span>
        <span>
          {isRow(first) && <span class="row-of">{view.say('tableRow')}</span>}
          <Sentence values={values} />
        </span>
      </p>
      <p class="from">
        <a lang="zh-CN" href={statedHref(first)}>
          {first.document.title}
        </a>{' '}
        <OcrBadge view={view} confidence={first.passage?.ocr ?? null} />
      </p>
      <Facts view={view} document={first.document} />
      <CiteFolded view={view} document={first.document} passage={first} />
      <Copies view={view} values={values} />
    </li>
  );
}

/** Values that one sentence of one document states stand together. */
export function bySentence(stated: readonly StatedTarget[]): [StatedTarget, ...StatedTarget[]][] {
  const groups = new Map<string, [StatedTarget, ...StatedTarget[]]>();
  for (const one of stated) {
    const key = `${one.document.id} ${one.sentence.start}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

export function TargetSources({ view, series }: { readonly view: View; readonly series: readonly TargetSeries[] }) {
  return (
    <section class="sources" aria-labelledby="sources">
      <h2 id="sources">{view.say('sourcesTitle')}</h2>
      {series.flatMap(({ unit, rows }, u) =>
        rows.flatMap(({ region, cells }, row) =>
          cells.map(({ year, stated }) => (
            <section key={`${unit} ${row} ${year}`}>
              <h3 id={cellAnchor(u, row, year)}>
                <span lang={region ? 'zh-CN' : undefined}>{toldRegion(view, region)}</span> · {toldYear(view, year)}
              </h3>
              <ul>
                {bySentence(stated).map((values) => (
                  <Source key={`${values[0].document.id} ${values[0].start}`} view={view} values={values} />
                ))}
              </ul>
            </section>
          )),
        ),
      )}
    </section>
  );
}
