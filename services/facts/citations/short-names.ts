// Short names in 《》: what each stands for in its document. 《…》（以下简称《办法》）; 《民办教育促进法》及其《实施条例》; 《方案》.
import { isBareKind } from './kind.js';
import type { DocumentNumber } from './number.js';

export interface Named {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly number: DocumentNumber | null;
  /** the short name that is given to it here */
  readonly shortName: string | null;
  /** where its brackets end */
  readonly besideEnd: number;
}
export interface FullName {
  readonly title: string;
  readonly number: DocumentNumber | null;
  /** it stands for the document itself */
  readonly own: boolean;
}

const plain = (title: string): string => title.replace(/[([【][^()[\]【】]*[)\]】]$/u, '');

/** For each title in order: the title in full. `ownTitle` is the document's, in normal form. */
export function fullTitles(all: readonly Named[], ownTitle: string): FullName[] {
  const given = new Map<string, number[]>();
  all.forEach(({ shortName }, i) => {
    if (shortName !== null) given.set(shortName, [...(given.get(shortName) ?? []), i]);
  });
  const own = plain(ownTitle.replace(/[》]?的(?:通知|批复|公告|决定|解读|函)$/u, '').replace(/》$/u, ''));
  const resolved: FullName[] = [];
  all.forEach((named, i) => {
    const { title, number } = named;
    const asIs = { title, number, own: false };
    resolved.push(asIs);
    if (named.shortName === title) return;
    // 《职业教育法》及其《实施条例》 are one after the other, with nothing else between
    const before = all[i - 1];
    const defined = given.get(title)?.findLast((at) => at < i) ?? given.get(title)?.[0];
    const from = defined === undefined || defined === i ? undefined : all[defined];
    if (from) {
      const held = defined !== undefined && defined < i ? resolved[defined] : undefined;
      resolved[i] = { title: held?.title ?? from.title, number: held?.number ?? from.number, own: held?.own ?? false };
    } else if (isBareKind(title) && number === null) {
      if (before && /^实施/u.test(title) && /法$/u.test(before.title) && named.start - before.besideEnd <= 3) {
        resolved[i] = { title: `${before.title}${title}`, number: null, own: false };
        return;
      }
      const last = resolved.slice(0, i).findLast((one) => !isBareKind(one.title) && plain(one.title).endsWith(title));
      if (own.endsWith(title)) resolved[i] = { title: ownTitle, number: null, own: true };
      else if (last) resolved[i] = last;
    }
  });
  return resolved;
}
