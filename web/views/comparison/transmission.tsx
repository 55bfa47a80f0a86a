// What a superior document became in a local one: shares, a strip of its sentences, then each unit with what came of it, and what was added.
import { unitNamed } from '../../../services/comparison/told.js';
import type {
  Carried,
  CarriedSentence,
  Transmission as TransmissionType,
} from '../../../services/domain/comparison.js';
import { compareHref, href, transmissionHref } from '../../links.js';
import { transmissionFiles } from '../../take-away.js';
import { TakeAs } from '../take-away.js';
import { count, shortened, type View } from '../view.js';
import { nameOf, placeHref, Side, SideOf, Together, Values, ValuesInLine } from './parts.js';

export type Shown = 'all' | Carried | 'added';
interface Props {
  readonly view: View;
  readonly transmission: TransmissionType;
  readonly show: Shown;
}

const MAX_UNITS = 400;
const fates = ['kept', 'altered', 'cut'] as const;

/** Every sentence of the superior document as a bar as wide as it is long: kept full, altered half, cut a line. */
function Strip({ view, transmission }: Pick<Props, 'view' | 'transmission'>) {
  const sentences = transmission.units.flatMap((unit) => unit.sentences);
  const total = sentences.reduce((sum, { text }) => sum + text.length, 0) || 1;
  const WIDTH = 1000;
  const heights: Readonly<Record<Carried, number>> = { kept: 40, altered: 22, cut: 4 };
  let x = 0;
  return (
    <figure class="strip">
      <svg viewBox={`0 0 ${WIDTH} 40`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {sentences.map(({ text, fate, start }) => {
          const width = (WIDTH * text.length) / total;
          const at = x;
          x += width;
          return (
            <rect
              key={start}
              class={fate}
              x={at}
              y={40 - heights[fate]}
              width={Math.max(0.5, width - 0.6)}
              height={heights[fate]}
            />
          );
        })}
      </svg>
      <figcaption>{view.say('transmissionStrip')}</figcaption>
    </figure>
  );
}

const Named = (props: { readonly view: View; readonly name: 'transmissionSuperior' | 'transmissionLocal' }) => (
  <span class="where" lang={props.view.language === 'zh' ? 'zh-CN' : 'en'}>
    {props.view.say(props.name)}{' '}
  </span>
);

function Sentence(props: {
  readonly view: View;
  readonly transmission: TransmissionType;
  readonly sentence: CarriedSentence;
}) {
  const { view, transmission, sentence } = props;
  const { say } = view;
  const { fate, text, local, parts, values } = sentence;
  const [first] = local;
  const to = first && placeHref(transmission.local, first.start);
  const unmarked = fate === 'altered' && !parts;
  return (
    <li class={`sentence ${fate}`}>
      <p class="told">
        <span class="sign">{say(`fate_${fate}`)}</span>
        <ValuesInLine view={view} values={values} />
        {to && <a href={to}>{say('transmissionThere')}</a>}
      </p>
      {parts && (
        <p class="words together" lang="zh-CN">
          <Together parts={parts} />
        </p>
      )}
      <div class={`${fate === 'altered' ? 'two' : 'one'}${parts ? ' apart' : ''}`}>
        <p class="words" lang="zh-CN">
          {unmarked && <Named view={view} name="transmissionSuperior" />}
          {fate === 'cut' ? <del class="whole">{text}</del> : parts ? <SideOf parts={parts} side="a" /> : text}
        </p>
        {fate === 'altered' && (
          <p class="words" lang="zh-CN">
            {unmarked && <Named view={view} name="transmissionLocal" />}
            {parts ? <SideOf parts={parts} side="b" /> : local.map((one) => one.text).join('\n')}
          </p>
        )}
      </div>
    </li>
  );
}

export function Transmission({ view, transmission, show }: Props) {
  const { say } = view;
  const { superior, local, units, added, shares, sentences, order, truncated } = transmission;
  const [above, below] = [nameOf(superior), nameOf(local)];
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  const values = units.flatMap((unit, at) =>
    unit.sentences.flatMap((sentence) =>
      sentence.values
        .filter(({ kind }) => kind !== 'reference')
        .map((value) => ({ value, href: `#s${at + 1}`, place: unit.unit.label ?? shortened(unit.unit.text, 10) })),
    ),
  );
  const shown = units
    .map((unit, at) => ({ ...unit, at }))
    .map((unit) => ({ ...unit, sentences: unit.sentences.filter(({ fate }) => show === 'all' || fate === show) }))
    .filter((unit) => show !== 'added' && unit.sentences.length > 0);
  return (
    <div class="compare transmission">
      <h1>{say('transmissionTitle')}</h1>
      <ul class="sides">
        <Side view={view} name={say('transmissionSuperior')} document={superior} />
        <Side view={view} name={say('transmissionLocal')} document={local} />
      </ul>
      <p class="actions">
        <a href={transmissionHref(below, above)}>{say('transmissionSwap')}</a>
        <a href={compareHref(above, below)}>{say('compareLink')}</a>
        <a href={compareHref(above, undefined)}>{say('compareOther')}</a>
        <TakeAs view={view} files={transmissionFiles(above, below, show, view.language)} />
        <a href={href('/api/transmission', { superior: above, local: below })}>{say('documentJson')}</a>
      </p>
      {order === 'reversed' && <p class="notice">{say('transmissionReversed')}</p>}
      {order === 'unclear' && <p class="note">{say('transmissionUnclear')}</p>}
      {superior.date && local.date && local.date < superior.date && <p class="note">{say('transmissionOlder')}</p>}
      {truncated && <p class="note">{say('transmissionTruncated')}</p>}
      <dl class="shares">
        {([...fates, 'added'] as const).map((fate) => (
          <div key={fate} class={fate}>
            <dt>
              <a href={transmissionHref(above, below, fate)} aria-current={show === fate ? 'true' : undefined}>
                {say(`fate_${fate}`)}
              </a>
            </dt>
            <dd>
              {percent(shares[fate])}{' '}
              <span class="note">{say('transmissionSentences', { count: count(sentences[fate]) })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="note">{say('transmissionShares')}</p>
      <Strip view={view} transmission={transmission} />
      {show !== 'all' && (
        <p>
          <a href={transmissionHref(above, below)}>{say('compareAll')}</a>
        </p>
      )}
      {values.length > 0 && (
        <details>
          <summary>{say('transmissionNumbers', { count: count(values.length) })}</summary>
          <Values
            view={view}
            values={values}
            names={[say('transmissionSuperior'), say('transmissionLocal')]}
            kinds={['number', 'date', 'strength']}
          />
        </details>
      )}
      {show !== 'added' && (
        <>
          <h2>{say('transmissionUnits')}</h2>
          <p class="note">{say('transmissionLegend')}</p>
          <ol class="units">
            {shown.slice(0, MAX_UNITS).map(({ unit, fate, sentences: own, at }) => {
              const to = placeHref(superior, unit.start);
              const name = unitNamed(unit);
              return (
                <li key={at} id={`s${at + 1}`} class={`unit ${fate}`} data-change={fate === 'kept' ? undefined : ''}>
                  <h3 lang="zh-CN">
                    <a href={to}>{name}</a>
                  </h3>
                  <ul>
                    {own.map((sentence) => (
                      <Sentence key={sentence.start} view={view} transmission={transmission} sentence={sentence} />
                    ))}
                  </ul>
                </li>
              );
            })}
          </ol>
          {shown.length > MAX_UNITS && <p class="note">{say('compareMore', { count: count(MAX_UNITS) })}</p>}
        </>
      )}
      {(show === 'all' || show === 'added') && (
        <>
          <h2>{say('transmissionAdded', { count: count(sentences.added) })}</h2>
          {added.length === 0 && <p>{say('transmissionNothingAdded')}</p>}
          <ol class="units">
            {added.slice(0, MAX_UNITS).map(({ sentences: own, ...unit }) => {
              const { start } = unit;
              const to = placeHref(local, start);
              const name = unitNamed(unit);
              return (
                <li key={start} class="unit added">
                  <h3 lang="zh-CN">
                    <a href={to}>{name}</a>
                  </h3>
                  <p class="words" lang="zh-CN">
                    {own.map((sentence) => (
                      <ins class="whole" key={sentence.start}>
                        {sentence.text}
                      </ins>
                    ))}
                  </p>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </div>
  );
}
