// What a document may be compared with: its family and editions, what is alike, and superior or local documents on the same matter.
import type { Catalogue } from '../catalogue/open.js';
import type { Counterpart, Counterparts } from '../domain/comparison.js';
import { orderOf } from './transmission/order.js';

const MAX_SHOWN = 60;
const kinds = '(?:实施|若干|指导|工作|贯彻)?(?:意见|方案|通知|办法|细则|措施|规定)';
const ending = new RegExp(`的?${kinds}$`, 'u');
const endings = ['', '实施', '若干', '指导'].flatMap((word) => ['意见', '方案', '办法', '通知'].map((kind) => `的${word}${kind}`));

/** @throws AppError DOCUMENT_NOT_FOUND */
export function counterparts(catalogue: Catalogue, id: string): Counterparts {
  const { documents, families } = catalogue;
  documents.detail(id);
  const found = new Map<string, Counterpart>();
  const put = (other: string, how: Counterpart['how']): void => {
    const document = other === id || found.has(other) ? null : documents.summary(other);
    if (!document || found.size >= MAX_SHOWN) return;
    const [own, its] = [documents.metadata(id), documents.metadata(other)];
    const order = own && its && how !== 'family' && how !== 'edition' ? orderOf(its, own) : 'unclear';
    found.set(other, { document, how, standing: order === 'superior' ? 'superior' : order === 'reversed' ? 'local' : null });
  };
  const entry = families.entry(id);
  for (const other of entry ? families.members(entry.family) : []) put(other, 'family');
  if (entry?.edition) for (const { documentId } of families.editions(entry.edition.key)) put(documentId, 'edition');
  for (const { a, b } of families.links(id)) put(a === id ? b : a, 'similar');
  for (const other of onTheSameMatter(catalogue, id)) put(other, 'matter');
  return { document: documents.detail(id), versions: documents.versions(id), counterparts: [...found.values()] };
}

/** …的意见 and …的实施意见 of other bodies; a law, and the 办法 by which a place implements it. */
function onTheSameMatter({ families, documents }: Catalogue, id: string): string[] {
  const base = families.entry(id)?.base ?? '';
  const title = documents.summary(id)?.title ?? '';
  const matter = base.replace(ending, '');
  const sames = matter.length >= MIN_MATTER && matter !== base ? endings.map((end) => `${matter}${end}`) : [];
  const implemented = /实施《?(?:中华人民共和国)?([^《》]{2,40}?(?:法|条例))》?/u.exec(title)?.[1];
  const laws = implemented ? [implemented, `中华人民共和国${implemented}`] : [];
  const own = title.replace(/^中华人民共和国/u, '');
  const implementing = /(?:法|条例)$/u.test(own) ? documents.titled(`实施《${own}》`, MAX_SHOWN) : [];
  const full = /(?:法|条例)$/u.test(own) ? documents.titled(`实施《中华人民共和国${own}》`, MAX_SHOWN) : [];
  return [...[...sames, ...laws].flatMap((name) => families.withBase(name, MAX_SHOWN)), ...implementing, ...full];
}
const MIN_MATTER = 6;
