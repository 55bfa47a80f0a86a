// The web of an archive's citations, from its catalogue: built a little at a time, kept until documents or facts change.
import type { Catalogue } from '../../catalogue/open.js';
import type { Mention } from '../../domain/citation.js';
import { atOnce, every, inSlices } from '../../process/in-slices.js';
import { createShelf, type Held, heldFrom, type Shelf } from './shelf.js';
import { type CitationWeb, citationWebSteps } from './web-of.js';

export const shelfOf = (catalogue: Catalogue): Shelf => atOnce(shelfSteps(catalogue));

function* shelfSteps(catalogue: Catalogue): Generator<void, Shelf> {
  const rest = every(10);
  const documents = catalogue.documents.standings();
  yield;
  const held: Held[] = [];
  for (const { id, family, newer } of documents) {
    if (rest()) yield;
    const metadata = catalogue.documents.metadata(id);
    if (!metadata) continue;
    held.push(heldFrom(metadata, { id, family, newer }));
  }
  return createShelf(held);
}

/** Document by document, so that nothing is being read while the work rests: a statement left open would block writing. */
function* mentionsOf({ facts }: Catalogue, { held }: Shelf): Generator<{ documentId: string; mention: Mention }> {
  for (const documentId of [...held.keys()].sort()) {
    for (const mention of facts.citations(documentId)) yield { documentId, mention };
  }
}

export function* webSteps(catalogue: Catalogue): Generator<void, CitationWeb> {
  const shelf = yield* shelfSteps(catalogue);
  return yield* citationWebSteps(mentionsOf(catalogue, shelf), shelf);
}

/** While documents keep coming, a web that took long is shown as it was for so many times as long as it took. */
const QUICK_MS = 200;
const REST = 20;

export interface KeptWeb {
  /** The web as it was last built, be it of a while ago; null while none is. A newer one is begun when it is time. */
  ready(): CitationWeb | null;
  /** The web; waits where none is built, or where a newer one is there soon. */
  now(): Promise<CitationWeb>;
}

interface Kept {
  readonly state: string;
  readonly web: CitationWeb;
  readonly quick: boolean;
  /** no newer one is begun before */
  readonly until: number;
}

export function createCitationWeb(catalogue: Catalogue): KeptWeb {
  let kept: Kept | null = null;
  let building: Promise<Kept> | null = null;
  const stateNow = (): string => `${catalogue.revision()} ${catalogue.facts.stamp()}`;

  async function build(): Promise<Kept> {
    const state = stateNow(); // before it is read: what changes meanwhile makes it out of date
    const started = performance.now();
    const web = await inSlices(webSteps(catalogue), () => catalogue.isOpen());
    if (!web) throw new Error('the catalogue was closed');
    const done = performance.now();
    const took = done - started;
    const quick = took < QUICK_MS;
    kept = { state, web, quick, until: quick ? 0 : done + REST * took };
    return kept;
  }
  function begin(): Promise<Kept> {
    building ??= new Promise((resolve) => setImmediate(resolve)) // the page that began it goes out first
      .then(build)
      .finally(() => {
        building = null;
      });
    return building;
  }
  const isDue = (): boolean => kept === null || (performance.now() >= kept.until && kept.state !== stateNow());

  return {
    ready() {
      if (isDue()) void begin().catch(() => {}); // whoever waits for it is told
      return kept?.web ?? null;
    },
    async now() {
      // One that is being built may be of an older state; the next is not, whatever comes meanwhile.
      for (let builds = 0; builds < 2 && isDue(); builds++) {
        const next = begin();
        if (kept && !kept.quick) {
          void next.catch(() => {});
          break;
        }
        await next;
      }
      return (kept ?? (await begin())).web;
    },
  };
}
