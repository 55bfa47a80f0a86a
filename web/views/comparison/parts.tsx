// Texts that differ, told by ins and del and not by colour alone; and numbers, dates, obligations and references that changed.
import { around, type Parts, partsOf, type Side as SideName, toldValues } from '../../../services/comparison/told.js';
import type { Compared } from '../../../services/domain/comparison.js';
import type { ChangedValue } from '../../../services/domain/family.js';
import { documentPath, href } from '../../links.js';
import { Facts } from '../facts.js';
import type { View } from '../view.js';

/** Words with what was taken out and put in marked; `whole`: all of it was. */
export const Words = ({ parts, whole }: { readonly parts: Parts; readonly whole?: boolean }) => (
  <>
    {parts.map(({ kind, text }, i) => {
      const key = `${i} ${kind}`;
      const of = whole ? 'whole' : undefined;
      if (kind === 'same') return text;
      return kind === 'removed' ? (
        <del key={key} class={of}>
          {text}
        </del>
      ) : (
        <ins key={key} class={of}>
          {text}
        </ins>
      );
    })}
  </>
);

/** One side of what differs: of the older text what was taken out is marked, of the newer what was put in. */
export const SideOf = ({ parts, side }: { readonly parts: Parts; readonly side: SideName }) => (
  <Words parts={partsOf(parts, side)} />
);

/** Both in one run, for narrow screens. */
export const Together = Words;

/** 可以→应当, 增“应当”: what changed in a unit, in one line. */
export function ValuesInLine({ view, values }: { readonly view: View; readonly values: readonly ChangedValue[] }) {
  const told = toldValues(values, view.language);
  return told === '' ? null : (
    <span class="values" lang="zh-CN">
      {told}
    </span>
  );
}

/** A document's id, with its version where one was named. */
export const nameOf = ({ id, version }: Compared): string => (version === null ? id : `${id}@${version}`);

/** A place in a document, in the version that was named. */
export const placeHref = ({ id, version }: Compared, start: number): string =>
  href(documentPath(id), { at: start, v: version ?? undefined });

export function Side(props: { readonly view: View; readonly name: string; readonly document: Compared }) {
  const { view, name, document } = props;
  return (
    <li>
      <strong class="side-name">{name}</strong>{' '}
      <a href={href(documentPath(document.id), { v: document.version ?? undefined })} lang="zh-CN">
        {document.title}
      </a>
      {document.version !== null && <span> {view.say('compareVersion', { version: document.version })}</span>}
      <Facts view={view} document={document} />
    </li>
  );
}

/** 应当 → 可以, each linking to the unit that holds it. */
export function Values(props: {
  readonly view: View;
  readonly values: readonly { readonly value: ChangedValue; readonly href: string; readonly place: string }[];
  readonly names: readonly [string, string];
  readonly kinds: readonly ChangedValue['kind'][];
}) {
  const { view, values, names, kinds } = props;
  const { say } = view;
  return (
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">{say('comparePlace')}</th>
          <th scope="col">{names[0]}</th>
          <th scope="col">{names[1]}</th>
        </tr>
      </thead>
      {kinds.map((kind) => {
        const own = values.filter(({ value }) => value.kind === kind);
        if (own.length === 0) return null;
        return (
          <tbody key={kind}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {say(`kind_${kind}`)}
              </th>
            </tr>
            {own.map(({ value, href: to, place }, i) => (
              <tr key={`${to} ${value.a?.start} ${value.b?.start} ${i}`}>
                <th scope="row">
                  <a href={to} lang="zh-CN">
                    {place}
                  </a>
                </th>
                <td lang="zh-CN">
                  <Within view={view} value={value} side="a" />
                </td>
                <td lang="zh-CN">
                  <Within view={view} value={value} side="b" />
                </td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

/** The value marked among the words around it; without one, the sentence that lacks it. */
function Within({
  view,
  value: changed,
  side,
}: {
  readonly view: View;
  readonly value: ChangedValue;
  readonly side: SideName;
}) {
  const { before, value, after } = around(changed, side);
  if (value === null) {
    return (
      <span class="context">
        {view.say('absent')} {after}
      </span>
    );
  }
  return (
    <span class="context">
      {before}
      {side === 'a' ? <del>{value}</del> : <ins>{value}</ins>}
      {after}
    </span>
  );
}
