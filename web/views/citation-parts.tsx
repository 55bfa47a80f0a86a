// What the pages of citations share: the badge of a state, a document's line, a sentence with its words marked.
import type { CitationState, Repeal } from '../../services/domain/citation.js';
import type { DocumentSummary } from '../../services/domain/document.js';
import { toldState } from '../../services/domain/messages/citations.js';
import { inTitleMarks } from '../../services/domain/title-marks.js';
import { documentPath, href } from '../links.js';
import type { View } from './view.js';

/** One picture for a wide page and one for a phone; the style sheet shows one of them. */
export interface Pictures {
  readonly wide: string;
  readonly narrow: string;
}
export const bothPictures = ({ wide, narrow }: Pictures): string =>
  `<div class="wide">${wide}</div><div class="narrow">${narrow}</div>`;

/** Colours of boxes and bars; a state is also said in words. */
export const stateColours: Readonly<Record<CitationState, string>> = {
  current: 'var(--series-1)',
  revised: 'var(--series-3)',
  repealed: 'var(--series-2)',
  missing: 'var(--series-6)',
  ambiguous: 'var(--series-5)',
};

export const stateWords = (view: View, state: CitationState, document: DocumentSummary | null): string =>
  toldState(state, document, view.language);

export const StateBadge = (props: {
  readonly view: View;
  readonly state: CitationState;
  readonly document: DocumentSummary | null;
}) => <span class={`state state-${props.state}`}>{stateWords(props.view, props.state, props.document)}</span>;

/** 《title》（number）, a link where the document is held. */
export function TitleLine(props: {
  readonly title: string;
  readonly number: string | null;
  readonly to: string | undefined;
}) {
  const { title, number, to } = props;
  const words = title === number ? title : inTitleMarks(title);
  return (
    <span lang="zh-CN">
      {to === undefined ? words : <a href={to}>{words}</a>}
      {number !== null && number !== title && `（${number}）`}
    </span>
  );
}

export const DocumentLink = ({ document }: { readonly document: DocumentSummary }) => (
  <a lang="zh-CN" href={documentPath(document.id)}>
    {inTitleMarks(document.title)}
  </a>
);

export const when = ({ date, year }: DocumentSummary): string => date ?? (year === null ? '' : String(year));

/** A sentence that leads to its place; the words that cite are marked. */
export function Sentence(props: {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  readonly words?: string;
}) {
  const { id, at, text, words = '' } = props;
  const start = words === '' ? -1 : text.indexOf(words);
  return (
    <a class="place" lang="zh-CN" href={href(documentPath(id), { at })}>
      {start < 0 ? (
        text
      ) : (
        <>
          {text.slice(0, start)}
          <mark>{words}</mark>
          {text.slice(start + words.length)}
        </>
      )}
    </a>
  );
}

export function Repeals({ view, repeals }: { readonly view: View; readonly repeals: readonly Repeal[] }) {
  if (repeals.length === 0) return null;
  return (
    <div class="ground">
      {view.say('citationRepealedBy')}
      <ul>
        {repeals.map(({ document, start, text }) => (
          <li key={`${document.id} ${start}`}>
            <DocumentLink document={document} /> {when(document)}
            <br />
            <Sentence id={document.id} at={start} text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
