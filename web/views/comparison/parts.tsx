// Texts that differ, told by ins and del and not by colour alone; and numbers, dates, obligations and references that changed.
import type { Compared, UnitChange } from '../../../services/domain/comparison.js';
import type { ChangedValue } from '../../../services/domain/family.js';
import { documentPath, href } from '../../links.js';
import { Facts } from '../facts.js';
import type { View } from '../view.js';

type Parts = NonNullable<UnitChange['parts']>;

/** One side's parts; line breaks that stood around what only the other side has are not doubled. */
function partsOf(parts: Parts, side: 'a' | 'b'): Parts {
  const own: Parts = [];
  let before = '\n';
  for (const { kind, text } of parts) {
    if (kind !== 'same' && kind !== (side === 'a' ? 'removed' : 'added')) continue;
    const kept = before.endsWith('\n') ? text.replace(/^\n+/u, '') : text;
    if (kept === '') continue;
    own.push({ kind, text: kept });
    before = kept;
  }
  return own;
}

/** One side of what differs: of the older text what was taken out is marked, of the newer what was put in. */
export const SideOf = ({ parts, side }: { readonly parts: Parts; readonly side: 'a' | 'b' }) => (
  <>
    {partsOf(parts, side).map(({ kind, text }, i) => {
      const key = `${i} ${kind}`;
      if (kind === 'same') return text;
      return side === 'a' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
    })}
  </>
);

/** Both in one run, for narrow screens. */
export const Together = ({ parts }: { readonly parts: Parts }) => (
  <>
    {parts.map(({ kind, text }, i) => {
      const key = `${i} ${kind}`;
      if (kind === 'same') return text;
      return kind === 'removed' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
    })}
  </>
);

/** 可以→应当, 增“应当”: what changed in a unit, in one line; references are left to the list. */
export function ValuesInLine({ view, values }: { readonly view: View; readonly values: readonly ChangedValue[] }) {
  const told = values
    .filter(({ kind }) => kind !== 'reference')
    .map(({ a, b }) => {
      if (a && b) return `${a.text}→${b.text}`;
      return a ? view.say('valueGone', { value: a.text }) : view.say('valueNew', { value: b?.text ?? '' });
    });
  return told.length > 0 ? (
    <span class="values" lang="zh-CN">
      {told.join(view.say('listComma'))}
    </span>
  ) : null;
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
                  <Within sentence={value.inA} at={value.a} old absent={say('absent')} />
                </td>
                <td lang="zh-CN">
                  <Within sentence={value.inB} at={value.b} old={false} absent={say('absent')} />
                </td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

const AROUND = 24;

/** The value marked among the words around it; without one, the sentence that lacks it. */
function Within(props: {
  readonly sentence: ChangedValue['inA'];
  readonly at: ChangedValue['a'];
  readonly old: boolean;
  readonly absent: string;
}) {
  const { sentence, at, old, absent } = props;
  if (!at) {
    const short = sentence.text.slice(0, 2 * AROUND);
    return (
      <span class="context">
        {absent} {short}
        {short.length < sentence.text.length && '…'}
      </span>
    );
  }
  const [start, end] = [at.start - sentence.start, at.end - sentence.start];
  return (
    <span class="context">
      {start > AROUND && '…'}
      {sentence.text.slice(Math.max(0, start - AROUND), start)}
      {old ? <del>{at.text}</del> : <ins>{at.text}</ins>}
      {sentence.text.slice(end, end + AROUND)}
      {sentence.text.length > end + AROUND && '…'}
    </span>
  );
}
