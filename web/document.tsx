// /documents/:id and what hangs on it: its versions, its original, where a paragraph is said elsewhere.
import type { Request, Response, Router } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import type { DocumentDetail, VersionText } from '../services/domain/document.js';
import { AppError } from '../services/domain/errors.js';
import { sayIn } from '../services/domain/messages/web.js';
import { addedSince, alignParagraphs, type SinceThen } from './aligned.js';
import { citationLinks } from './citation-links.js';
import { citing, originOf } from './citing.js';
import { pageLanguage } from './language.js';
import { type Address, documentPath, href } from './links.js';
import { marksIn } from './marks.js';
import {
  ContentParameters,
  DocumentParameters,
  ElsewhereParameters,
  OriginalParameters,
  readParameters,
} from './parameters.js';
import { passageAt, type ReadingBlock, readingBlocks } from './reading.js';
import { valuePlaces } from './value-places.js';
import { Document } from './views/document.js';
import { ElsewherePage, SaidElsewhere } from './views/elsewhere.js';
import { renderBare, renderFragment, renderPage } from './views/layout.js';
import { Original, type OriginalProps, originalPath, Pages } from './views/original.js';
import { paragraphAnchor } from './views/reading.js';
import type { View } from './views/view.js';

export interface DocumentDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_PUBLIC_URL'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

/** May be framed by our own pages. */
function framedBySelf(response: Response): void {
  const policy = String(response.get('Content-Security-Policy') ?? '');
  response.set({
    'Content-Security-Policy': policy.replace(/frame-ancestors [^;]*/, "frame-ancestors 'self'"),
    'X-Frame-Options': 'SAMEORIGIN',
  });
  response.removeHeader('Origin-Agent-Cluster'); // means nothing in a sandbox, and browsers complain of it
}

/** For what others wrote: nothing runs, nothing is loaded, and it is a page of nobody's. */
const sandbox =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

export function addDocument(router: Router, { archive, settings, send }: DocumentDependencies): void {
  const viewOf = (request: Request, path: string, params: Address['params']): View => {
    const language = pageLanguage(request, settings);
    return { language, say: sayIn(language), here: { path, params } };
  };
  const blocksOf = (id: string, text: VersionText, detail: DocumentDetail, marks: ReadingBlock['marks'] = []) =>
    readingBlocks({
      text: text.text,
      outline: text.outline,
      passages: text.version === detail.version ? archive.passages(id) : [],
      marks,
      pages: text.pages,
    });
  const sinceThen = (id: string, text: VersionText, detail: DocumentDetail): SinceThen | undefined => {
    if (text.version === detail.version) return undefined;
    const newest = archive.version(id);
    const blocks = blocksOf(id, newest, detail);
    const aligned = alignParagraphs(
      { text: text.text, blocks: blocksOf(id, text, detail) },
      { text: newest.text, blocks },
    );
    return { aligned, added: addedSince(aligned, blocks.length) };
  };
  const originalOf = (view: View, id: string, version: number, page: number): OriginalProps => {
    const versions = archive.versions(id);
    const found = versions.find((one) => one.version === version);
    if (!found) throw new AppError('VERSION_NOT_FOUND', { id, version });
    const pages = Math.max(1, found.pages ?? 1);
    const newest = versions.at(-1)?.version ?? version;
    return { view, id, version, newest, format: found.format, pages, page: Math.min(page, pages) };
  };

  router.get('/documents/:id', (request, response) => {
    const { value, error } = readParameters(DocumentParameters, request.query, sayIn(pageLanguage(request, settings)));
    if (error) throw error;
    const { id } = request.params;
    const { at, v, removed, original } = value;
    const q = value.q?.trim() || undefined;
    const detail = archive.detail(id);
    const text = archive.version(id, v);
    const isNewest = text.version === detail.version;
    const passages = isNewest ? archive.passages(id) : [];
    const { marks, more } = q ? marksIn(text.text, q) : { marks: [], more: false };
    const shown = { at, q, v, removed: removed ? 1 : undefined, original: original ? 1 : undefined };
    const view = {
      ...viewOf(request, documentPath(id), shown),
      cite: citing(archive, originOf(request, settings)),
    };
    const links = citationLinks(isNewest ? archive.citationsInText(id) : [], view); // what older texts cite is not read
    const blocks = readingBlocks({ text: text.text, outline: text.outline, passages, marks, links, pages: text.pages });
    const openedPage = blocks.findLast(({ page, start }) => page !== undefined && start <= (at ?? 0))?.page ?? 1;
    const children = (
      <Document
        view={view}
        detail={detail}
        text={text}
        versions={archive.versions(id)}
        since={sinceThen(id, text, detail)}
        family={archive.family(id)}
        counterparts={archive.counterparts(id)}
        targets={archive.documentTargets(id, 1, 1).total}
        blocks={blocks}
        values={isNewest ? valuePlaces(text.text, detail) : []}
        opened={at === undefined ? undefined : passageAt(passages, at)}
        q={q}
        marked={{ count: marks.length, more }}
        removed={removed !== undefined}
        original={originalOf(view, id, text.version, openedPage)}
        beside={original !== undefined}
      />
    );
    send(response, view, renderPage({ view, title: detail.title, boxed: q ?? '', children }));
  });

  router.get('/documents/:id/elsewhere', async (request, response) => {
    const { value, error } = readParameters(ElsewhereParameters, request.query, sayIn(pageLanguage(request, settings)));
    if (error) throw error;
    const { id } = request.params;
    const { p, v, part } = value;
    const detail = archive.detail(id);
    const text = archive.version(id, v);
    const path = documentPath(id);
    const view = viewOf(request, `${path}/elsewhere`, { p, v });
    const block = blocksOf(id, text, detail)[p - 1];
    if (!block) throw new AppError('INVALID_REQUEST', { why: view.say('noParagraph', { n: p }) });
    const { start, end } = block;
    const found = await archive.elsewhere({ id, start, end, ...(v !== undefined && { version: v }) });
    if (part !== undefined) {
      send(response, view, renderFragment(<SaidElsewhere view={view} found={found} n={p} />));
      return;
    }
    const children = (
      <ElsewherePage view={view} found={found} n={p} back={href(path, { v: text.version }, paragraphAnchor(p))} />
    );
    send(response, view, renderPage({ view, title: view.say('elsewhereTitle'), boxed: '', children }));
  });

  router.get('/documents/:id/original', (request, response) => {
    const { value, error } = readParameters(OriginalParameters, request.query, sayIn(pageLanguage(request, settings)));
    if (error) throw error;
    const { id } = request.params;
    const { v, page, bare } = value;
    const detail = archive.detail(id);
    archive.original(id, v); // whether it is there: a frame could not say that it is not
    const view = viewOf(request, originalPath(id), { v, page: page === 1 ? undefined : page });
    const props = originalOf(view, id, v ?? detail.version, page);
    if (bare !== undefined) {
      framedBySelf(response);
      const title = `${view.say('originalTitle')} · ${detail.title}`;
      send(response, view, renderBare({ view, title, children: <Pages {...props} bare={true} /> }));
      return;
    }
    const title = `${view.say('originalTitle')} · ${detail.title}`;
    const children = <Original {...props} detail={detail} />;
    send(response, view, renderPage({ view, title, boxed: '', children }));
  });

  /** What others wrote goes out under the strictest policy, or not at all. */
  const sendSandboxed = (request: Request, response: Response, name: string, type: string, body: string | Buffer) => {
    response.removeHeader('Origin-Agent-Cluster');
    response.set({
      'Content-Security-Policy': sandbox,
      'X-Frame-Options': 'SAMEORIGIN',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=86400',
      ETag: `"${name}"`,
    });
    if (request.fresh) response.status(304).end();
    else response.type(type).send(body);
  };

  router.get('/documents/:id/original/content', async (request, response) => {
    const { value, error } = readParameters(ContentParameters, request.query, sayIn(pageLanguage(request, settings)));
    if (error) throw error;
    const { name, markup } = await archive.preview(request.params.id, value.v);
    sendSandboxed(request, response, name, 'text/html; charset=utf-8', markup);
  });

  router.get('/documents/:id/original/pages/:page', async (request, response) => {
    const { value, error } = readParameters(ContentParameters, request.query, sayIn(pageLanguage(request, settings)));
    if (error) throw error;
    const page = Number(request.params.page);
    if (!Number.isInteger(page) || page < 1 || page > 100_000) {
      throw new AppError('NOT_FOUND', { path: request.path.slice(0, 300) });
    }
    const { name, type, bytes } = await archive.pagePicture(request.params.id, page, value.v);
    sendSandboxed(request, response, name, type, Buffer.from(bytes));
  });
}
