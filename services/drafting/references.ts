// What a draft cites: repealed, revised, unknown; another number or title than the archive knows; an article that is not
// there, quoted words that do not stand there. By the resolver of the archive's citations.
import type { Mention } from '../domain/citation.js';
import type { Metadata } from '../domain/document.js';
import type { DraftingMessage } from '../domain/messages/drafting.js';
import type { Range } from '../domain/passage.js';
import { normalForm } from '../domain/text.js';
import { readCitations } from '../facts/citations/read-citations.js';
import { type Match, resolve, wantedOf } from '../facts/citations/resolve.js';
import { createShelf, type Held, heldFrom, type Shelf } from '../facts/citations/shelf.js';
import type { CitationWeb } from '../facts/citations/web-of.js';
import { type Articles, missingArticle } from './articles.js';
import { citedAs } from './cited-as.js';
import { namedOtherwise, ownTitles } from './own-title.js';
import { quotedBehind } from './quoted.js';

export interface ReferenceFinding extends Range {
  readonly level: 'conflict' | 'note';
  readonly confidence: number;
  readonly message: DraftingMessage;
  readonly values: Readonly<Record<string, string | number>>;
  /** the document that is meant, or the one that says otherwise */
  readonly document: string | null;
  /** the place in it, in its stored text */
  readonly at: Range | null;
}

export interface ReferenceDeps {
  readonly web: CitationWeb;
  isAllowed(id: string): boolean;
  articlesOf(id: string): Articles;
  /** whether a document holds words, in normal form */
  holds(id: string, normal: string): boolean;
}

const DRAFT = 'draft';

export function referencesIn(text: string, metadata: Metadata, deps: ReferenceDeps): ReferenceFinding[] {
  const shelf = createShelf([...deps.web.shelf.held.values()].filter(({ id }) => deps.isAllowed(id)));
  const citing = asHeld(metadata);
  const told = new Set<string>();
  const mentions = readCitations(text, metadata.title);
  const own = ownTitles(text, metadata);
  const around = {
    text,
    citing,
    shelf,
    deps,
    own,
    beside: titlesOf(mentions, own),
    ended: repealedIn(mentions, citing, shelf),
  };
  return mentions
    .filter(({ kind }) => kind !== 'other')
    .flatMap((mention) => {
      const wanted = wantedOf(mention);
      const found = judge(mention, resolve(wanted, citing, shelf), around);
      // said once of each document; articles and quotations wherever they stand
      return found.filter((one) => {
        const key = `${one.message} ${wanted.name?.key ?? ''} ${mention.number ?? ''} ${one.values.article ?? ''}`;
        return !told.has(key) && told.add(key);
      });
    });
}

const asHeld = (metadata: Metadata): Held => heldFrom(metadata, { id: DRAFT, family: DRAFT, newer: null });

/** How often a draft has each title, its own among them. */
function titlesOf(mentions: readonly Mention[], own: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { title } of mentions) {
    if (title !== null) counts.set(normalForm(title), (counts.get(normalForm(title)) ?? 0) + 1);
  }
  for (const title of own) counts.set(title, (counts.get(title) ?? 0) + OWN);
  return counts;
}
/** The draft's title weighs more than any name that it mentions. */
const OWN = 1_000;

/** What the draft itself repeals: that it is repealed is no news to it, wherever else it names it. */
const repealedIn = (mentions: readonly Mention[], citing: Held, shelf: Shelf): ReadonlySet<string> =>
  new Set(
    mentions.flatMap((mention) => {
      const match = mention.repeals ? resolve(wantedOf(mention), citing, shelf) : null;
      return match?.kind === 'one' ? [match.document.id] : [];
    }),
  );

interface Around {
  /** ids of documents that the draft repeals */
  readonly ended: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  readonly beside: ReadonlyMap<string, number>;
  readonly text: string;
  readonly citing: Held;
  readonly shelf: Shelf;
  readonly deps: ReferenceDeps;
}

function judge(mention: Mention, match: Match, around: Around): ReferenceFinding[] {
  const { text, citing, shelf, deps } = around;
  const place = { start: mention.start, end: mention.end };
  const words = text.slice(mention.start, mention.end);
  const finding = (
    message: DraftingMessage,
    level: ReferenceFinding['level'],
    confidence: number,
    more: Partial<ReferenceFinding> = {},
  ): ReferenceFinding => ({
    ...place,
    message,
    level,
    confidence,
    document: null,
    at: null,
    ...more,
    values: { draft: words, ...more.values },
  });
  if (mention.kind === 'own') {
    if (mention.repeals) return []; // the version before
    const meant = namedOtherwise(mention, around.own);
    return meant === null ? [] : [finding('ownTitleOther', 'conflict', 0.75, { values: { title: meant } })];
  }

  const other = citedAs(mention, match, { web: deps.web, shelf, isAllowed: deps.isAllowed, beside: around.beside });
  if (other) {
    // the words in question are the number's, where it stands behind the title
    const number =
      other.message === 'refOtherNumber' ? numberBehind.exec(text.slice(mention.end, mention.end + 60)) : null;
    const range = number
      ? { start: mention.end + number[0].length - (number[1]?.length ?? 0), end: mention.end + number[0].length }
      : place;
    return [
      finding(other.message, other.level, other.confidence, {
        ...range,
        document: other.document,
        values: other.values,
      }),
    ];
  }
  if (mention.repeals) return []; // a draft may repeal what it likes
  if (match.kind === 'none') return [finding('refUnknown', 'note', 0.3)];
  if (match.kind === 'version') {
    const { newer } = match;
    return isBefore(citing, newer.date)
      ? []
      : [finding('refRevised', 'note', 0.6, { document: newer.id, values: { title: newer.title } })];
  }
  if (match.kind !== 'one') return [];
  const { document } = match;
  const repeals = deps.web
    .repealsOf(document.id)
    .filter(({ by }) => !isBefore(citing, by.date) && deps.isAllowed(by.id));
  const [repeal] = repeals;
  if (around.ended.has(document.id)) return [];
  if (repeal) {
    const at = { start: repeal.mention.sentence.start, end: repeal.mention.sentence.end };
    return [
      finding('refRepealed', 'conflict', 0.8, { document: repeal.by.id, at, values: { title: repeal.by.title } }),
    ];
  }
  if (document.status === '已废止' && citing.date === null)
    return [finding('refRepealedSelf', 'conflict', 0.7, { document: document.id })];
  const newer = document.newer === null ? undefined : shelf.held.get(document.newer);
  const revised =
    newer && !isBefore(citing, newer.date)
      ? [finding('refRevised', 'note', 0.6, { document: newer.id, values: { title: newer.title } })]
      : [];
  const articles = deps.articlesOf(document.id);
  const absent = missingArticle(mention.articles, articles);
  if (absent) {
    const at = text.indexOf(absent.words, mention.end);
    const range = at === -1 || at > mention.end + 80 ? place : { start: at, end: at + absent.words.length };
    const values = { title: document.title, article: absent.words, most: articles.most };
    return [...revised, finding('refArticleMissing', 'conflict', 0.85, { ...range, document: document.id, values })];
  }
  const quoted = quotedBehind(text, mention.end);
  if (quoted && !deps.holds(document.id, quoted.normal)) {
    const { start, end } = quoted;
    return [
      ...revised,
      finding('refQuoteMissing', 'conflict', 0.6, {
        start,
        end,
        document: document.id,
        values: { title: document.title },
      }),
    ];
  }
  return revised;
}

const numberBehind =
  /^[^。；\n]{0,12}?([\p{Script=Han}]{0,12}[〔【［[（(](?:19|20)\d{2}[〕】］\]）)]\s*第?\d{1,5}\s*号)/u;

/** What came after the draft cannot have been known to it. */
const isBefore = (draft: Held, date: string | null): boolean =>
  draft.date !== null && date !== null && draft.date < date;
