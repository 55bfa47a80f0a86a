// The original: beside its text in a frame, or as a page of its own; a page of pictures at a time, or sandboxed markup.
import type { DocumentDetail, Format } from '../../services/domain/document.js';
import { type PreviewKind, previewKindOf } from '../../services/domain/preview.js';
import { documentPath, href } from '../links.js';
import { count, type View } from './view.js';

export interface OriginalProps {
  readonly view: View;
  readonly id: string;
  readonly version: number;
  readonly newest: number;
  readonly format: Format;
  /** pages of the file; 1 where it has none */
  readonly pages: number;
  readonly page: number;
}

export const originalPath = (id: string): string => `${documentPath(id)}/original`;
const contentHref = ({ id, version }: OriginalProps): string => href(`${originalPath(id)}/content`, { v: version });
const pictureHref = ({ id, version, page }: OriginalProps): string =>
  href(`${originalPath(id)}/pages/${page}`, { v: version });
const downloadHref = (id: string, version: number | undefined): string =>
  href(`/api/documents/${encodeURIComponent(id)}/original`, { version });

export const Download = ({ view, id, version, newest, format }: Omit<OriginalProps, 'pages' | 'page'>) => (
  <a href={downloadHref(id, version < newest ? version : undefined)} download>
    {view.say('original', { format })}
  </a>
);

/** One page as a picture, with the way to its neighbours. `bare` keeps to the frame that it is shown in. */
export function Pages(props: OriginalProps & { readonly bare: boolean }) {
  const { view, id, version, page, pages, bare } = props;
  const { say } = view;
  const to = (other: number): string => href(originalPath(id), { v: version, page: other, bare: bare ? 1 : undefined });
  return (
    <>
      <nav class="original-pages" aria-label={say('originalPages')}>
        {page > 1 ? <a href={to(page - 1)}>{say('previous')}</a> : <span />}
        <span>{say('pageOf', { page: count(page), pages: count(pages) })}</span>
        {page < pages ? <a href={to(page + 1)}>{say('next')}</a> : <span />}
      </nav>
      <a href={pictureHref(props)} class="picture" target={bare ? '_blank' : undefined} rel="noopener">
        <img src={pictureHref(props)} alt={say('originalPageAlt', { page })} />
      </a>
    </>
  );
}

const Markup = (props: OriginalProps) => (
  <iframe class="markup" src={contentHref(props)} title={props.view.say('originalTitle')} sandbox="" />
);

const Unshown = (props: OriginalProps) => (
  <p class="notice">
    {props.view.say('originalUnshown', { format: props.format })} <Download {...props} />
  </p>
);

/** What stands beside the text on a wide screen. */
export function OriginalBeside(props: OriginalProps) {
  const kind: PreviewKind = previewKindOf(props.format);
  return (
    <aside class="original-beside" aria-label={props.view.say('originalTitle')}>
      {kind === 'none' && <Unshown {...props} />}
      {kind === 'markup' && <Markup {...props} />}
      {kind === 'pages' && (
        <iframe
          name="original"
          src={href(originalPath(props.id), { v: props.version, page: props.page, bare: 1 })}
          title={props.view.say('originalTitle')}
          sandbox="allow-same-origin allow-popups"
        />
      )}
    </aside>
  );
}

/** The page of its own. */
export function Original(props: OriginalProps & { readonly detail: DocumentDetail }) {
  const { view, detail, id, version, format } = props;
  const kind = previewKindOf(format);
  return (
    <div class="original-page">
      <h1 lang="zh-CN">{detail.title}</h1>
      <p class="actions">
        <a href={href(documentPath(id), { v: version === detail.version ? undefined : version })}>
          {view.say('backToText')}
        </a>
        <Download {...props} />
      </p>
      {version < props.newest && <p class="notice">{view.say('originalOld', { version, newest: props.newest })}</p>}
      {kind !== 'none' && <p class="note">{view.say(kind === 'markup' ? 'originalNoteMarkup' : 'originalNote')}</p>}
      {kind === 'none' && <Unshown {...props} />}
      {kind === 'markup' && <Markup {...props} />}
      {kind === 'pages' && <Pages {...props} bare={false} />}
    </div>
  );
}
