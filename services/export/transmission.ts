// What a superior document became in a local one, for a Word document side by side and for a spreadsheet: every sentence
// of the superior one, kept, altered or cut, then what the local one adds; each side cited.
import { type Parts, partsOf, toldValues, unitNamed } from '../comparison/told.js';
import type { CarriedSentence, Compared, ComparedUnit, Transmission } from '../domain/comparison.js';
import type { ChangedValue } from '../domain/family.js';
import { sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import type { Range } from '../domain/passage.js';
import { inTitleMarks } from '../domain/title-marks.js';
import { today } from '../today.js';
import { type CitedSide, sideTold, type TakenComparison, type Unit, valuesOf } from './comparison.js';
import { type TakingDeps, upTo, written } from './taken.js';

export type Fate = CarriedSentence['fate'] | 'added';
export interface TransmissionRequest {
  readonly superior: string;
  readonly local: string;
  readonly show: 'all' | Fate;
}

export interface CarriedRow extends Unit {
  readonly fate: Fate;
  /** the article, or the first words of the unit: of the superior document, or of the local one for what it adds */
  readonly place: string;
  /** 10→12，增“应当” */
  readonly values: string;
}
export interface TakenTransmission extends TakenComparison {
  readonly rows: readonly CarriedRow[];
}

interface Sentence {
  readonly fate: Fate;
  readonly unit: ComparedUnit;
  readonly a: Parts;
  readonly b: Parts;
  readonly values: readonly ChangedValue[];
  readonly inSuperior: readonly Range[];
  readonly inLocal: readonly Range[];
}

const fates = ['kept', 'altered', 'cut', 'added'] as const;
/** Citing reads places: others are answered after so many. */
const AT_A_TIME = 200;

export async function takenTransmission(
  { superior, local, show }: TransmissionRequest,
  deps: TakingDeps<'transmission'>,
): Promise<TakenTransmission> {
  const { archive, cite, language } = deps;
  const [say, here] = [sayIn(language), sayExportIn(language)];
  const transmission = await archive.transmission(superior, local);
  const shown = sentencesOf(transmission).filter(({ fate }) => show === 'all' || fate === show);
  const { rows: taken, warnings } = upTo(shown, deps);
  const rows: CarriedRow[] = [];
  for (const { fate, unit, a, b, values, inSuperior, inLocal } of taken) {
    const place = unitNamed(unit);
    const changes = toldValues(values, language);
    rows.push({
      fate,
      place,
      values: changes,
      told: [say(`fate_${fate}`), place, changes].filter((part) => part !== '').join('　'),
      a,
      b,
      cited: { a: citedIn(transmission.superior, inSuperior, cite), b: citedIn(transmission.local, inLocal, cite) },
      leftOut: null,
    });
    if (rows.length % AT_A_TIME === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const changed = taken.flatMap(({ unit, values }) =>
    values.filter(({ kind }) => kind !== 'reference').map((value) => ({ value, place: unitNamed(unit) })),
  );
  return {
    language,
    title: here('titleTransmission', {
      a: inTitleMarks(transmission.superior.title),
      b: inTitleMarks(transmission.local.title),
    }),
    lines: [
      ...toldShares(transmission, language),
      ...(show === 'all' ? [] : [here('only', { what: say(`fate_${show}`) })]),
      here('made', { date: today() }),
    ],
    warnings: [...warnings, ...cautions(transmission, language)],
    sides: {
      a: sideTold('transmissionSuperior', transmission.superior, deps),
      b: sideTold('transmissionLocal', transmission.local, deps),
    },
    over: {
      values: say('transmissionNumbers', { count: changed.length }),
      rows: say('compareSideBySide'),
      legend: say('transmissionLegend'),
    },
    values: valuesOf(changed, language),
    rows,
    leftOut: null,
  };
}

/** In the order of the superior text, then what the local one adds in its own. */
function sentencesOf({ units, added }: Transmission): Sentence[] {
  return [
    ...units.flatMap(({ unit, sentences }) => sentences.map((sentence) => carried(unit, sentence))),
    ...added.flatMap(({ sentences, ...unit }) =>
      sentences.map(
        (sentence): Sentence => ({
          fate: 'added',
          unit,
          a: [],
          b: [{ kind: 'added', text: sentence.text }],
          values: [],
          inSuperior: [],
          inLocal: [sentence],
        }),
      ),
    ),
  ];
}

function carried(unit: ComparedUnit, sentence: CarriedSentence): Sentence {
  const { fate, text, local, parts, values } = sentence;
  const there = local.map((one) => one.text).join('\n');
  return {
    fate,
    unit,
    values,
    a: parts ? partsOf(parts, 'a') : [{ kind: fate === 'cut' ? 'removed' : 'same', text }],
    b: parts ? partsOf(parts, 'b') : there === '' ? [] : [{ kind: 'same', text: there }],
    inSuperior: [sentence],
    inLocal: local,
  };
}

/** Places are those of the newest text: an older version is cited as a whole. Several sentences are cited one by one. */
function citedIn(document: Compared, ranges: readonly Range[], cite: TakingDeps<never>['cite']): readonly CitedSide[] {
  if (ranges.length === 0) return [];
  const citations =
    document.version === null
      ? ranges.map(({ start, end }) => cite(document, { start, end }))
      : [cite(document, undefined, document.version)];
  const byWords = new Map(citations.map(({ plain, link }) => [plain, { cited: plain, link }]));
  return [...byWords.values()];
}

function toldShares({ shares, sentences }: Transmission, language: Language): string[] {
  const [say, here] = [sayIn(language), sayExportIn(language)];
  const told = fates.map((fate) =>
    here('share', {
      name: say(`fate_${fate}`),
      percent: Math.round(100 * shares[fate]),
      count: say('transmissionSentences', { count: written(sentences[fate]) }),
    }),
  );
  return [told.join(say('listComma')), say('transmissionShares')];
}

function cautions({ superior, local, order, truncated }: Transmission, language: Language): string[] {
  const say = sayIn(language);
  const isOlder = superior.date !== null && local.date !== null && local.date < superior.date;
  return [
    ...(order === 'reversed' ? [say('transmissionReversed')] : []),
    ...(order === 'unclear' ? [say('transmissionUnclear')] : []),
    ...(isOlder ? [say('transmissionOlder')] : []),
    ...(truncated ? [say('transmissionTruncated')] : []),
  ];
}
