// Newcomers as an Atom feed (RFC 4287), through the library `feed`. It writes titles and contents as HTML: all words are
// escaped here.
import { Feed } from 'feed';
import type { Citing } from '../services/citation/citing.js';
import type { Language } from '../services/domain/messages/language.js';
import { sayIn } from '../services/domain/messages/web.js';
import type { Newcomer } from '../services/domain/news.js';
import type { TakeAway } from './take-away.js';

export interface FeedFacts {
  readonly id: string;
  readonly language: Language;
  /** absolute addresses: of the feed, and of the page that asks the same */
  readonly self: string;
  readonly page: string;
  readonly taken: Pick<TakeAway, 'kind' | 'q'>;
  readonly updated: Date;
  readonly cite: Citing;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot hold is left out. */
const sound = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
const html = (text: string): string => sound(text).replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign);

export function atom(newcomers: readonly Newcomer[], facts: FeedFacts): string {
  const { id, language, self, page, taken, updated, cite } = facts;
  const say = sayIn(language);
  const feed = new Feed({
    id,
    title: sound(say(taken.kind === 'search' ? 'feedOfSearch' : 'feedOfWording', { q: taken.q.slice(0, 100) })),
    description: say(taken.kind === 'search' ? 'feedSearchIs' : 'feedWordingIs'),
    link: page,
    feed: self,
    updated,
    author: { name: say('siteName') },
    generator: 'Yanju',
  });
  for (const { document, version, addedAt, excerpt, occurrences, range } of newcomers) {
    const { plain, link } = cite(document, range);
    const { before, match, after } = excerpt;
    const told = [
      say(version === 1 ? 'feedNew' : 'feedChanged', { version }),
      ...(occurrences === null ? [] : [say('feedOccurrences', { count: occurrences })]),
    ].join(language === 'zh' ? '；' : '; ');
    feed.addItem({
      id: `urn:yanju:document:${document.id}:${version}`,
      title: html(document.title),
      link,
      date: new Date(addedAt),
      author: [{ name: sound(document.issuer ?? say('siteName')) }],
      content: `<p>${html(told)}</p><blockquote><p>…${html(before)}<b>${html(match)}</b>${html(after)}…</p></blockquote><p>${html(plain)}</p>`,
    });
  }
  return feed.atom1();
}
