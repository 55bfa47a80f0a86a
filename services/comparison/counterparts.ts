// What a document may be compared with: its family and editions, what is alike, and superior or local documents on the same matter.
import type { Catalogue } from '../catalogue/open.js';
import type { Counterpart, Counterparts } from '../domain/comparison.js';
import { orderOf } from './transmission/order.js';

const MAX_SHOWN = 60;
/** Documents on one matter that are looked at, to show those above and below first. */
const MAX_MATTER = 300;
/** What two titles on one matter may differ by, at either end: 印发泉州市全面…实施方案, 进一步…的意见. */
const beginning = /^(?:印发|转发|发布|关于|做好|贯彻落实|全面|进一步|切实|深入|大力)/u;
const ending = /的?(?:实施|若干|指导|工作|贯彻)*(?:意见|方案|通知|办法|细则|措施|规定)$/u;

/** @throws AppError DOCUMENT_NOT_FOUND */
export function counterparts(catalogue: Catalogue, id: string): Counterparts {
  const { documents, families } = catalogue;
  const { id: own } = documents.detail(id);
  const found = new Map<string, Counterpart>();
  const put = (other: string, how: Counterpart['how']): void => {
    const document = other === own || found.has(other) ? null : documents.summary(other);
    if (document) found.set(other, { document, how, standing: standingOf(catalogue, own, other, how) });
  };
  const entry = families.entry(own);
  for (const other of entry ? families.members(entry.family) : []) put(other, 'family');
  if (entry?.edition) for (const { documentId } of families.editions(entry.edition.key)) put(documentId, 'edition');
  for (const { a, b } of families.links(own)) put(a === own ? b : a, 'similar');
  for (const other of onTheSameMatter(catalogue, own)) put(other, 'matter');
  const rank = ({ how, standing }: Counterpart): number =>
    how === 'family' || how === 'edition' ? 0 : standing === 'superior' ? 1 : standing === 'local' ? 2 : 3;
  return {
    document: documents.summary(own) ?? documents.detail(own),
    versions: documents.versions(own).map(({ version, ingestedAt }) => ({ version, ingestedAt })),
    counterparts: [...found.values()].sort((x, y) => rank(x) - rank(y)).slice(0, MAX_SHOWN),
  };
}

function standingOf({ documents }: Catalogue, own: string, other: string, how: Counterpart['how']) {
  const [mine, its] = [documents.metadata(own), documents.metadata(other)];
  if (!mine || !its || how === 'family' || how === 'edition') return null;
  const order = orderOf(its, mine);
  return order === 'superior' ? 'superior' : order === 'reversed' ? 'local' : null;
}

/** …的意见 and …的实施意见 of other bodies; a law, and the 办法 by which a place implements it. */
function onTheSameMatter({ families, documents }: Catalogue, id: string): string[] {
  const base = families.entry(id)?.base ?? '';
  const title = documents.summary(id)?.title ?? '';
  const matter = matterOf(base, documents.summary(id)?.region ?? null);
  const sames = matter.length >= MIN_MATTER && ending.test(base) ? documents.titled(matter, MAX_MATTER) : [];
  const implemented = /实施《?(?:中华人民共和国)?([^《》]{2,40}?(?:法|条例))》?/u.exec(title)?.[1];
  const laws = implemented ? [implemented, `中华人民共和国${implemented}`] : [];
  const law = title.replace(/^中华人民共和国/u, '');
  const implementing = /(?:法|条例)$/u.test(law)
    ? [`实施《${law}》`, `实施《中华人民共和国${law}》`].flatMap((words) => documents.titled(words, MAX_MATTER))
    : [];
  return [...sames, ...laws.flatMap((name) => families.withBase(name, MAX_MATTER)), ...implementing];
}
const MIN_MATTER = 6;

/** What a title is about: without the place, and words that say how or in what form. */
function matterOf(base: string, region: string | null): string {
  let matter = base.replace(ending, '').replace(ending, '');
  for (let before = ''; before !== matter; ) {
    before = matter;
    matter = matter.replace(beginning, '');
    if (region && matter.startsWith(region)) matter = matter.slice(region.length);
  }
  return matter;
}
