// Findings as they are told: the draft's words, the source's words, and why.
import type { Snapshot } from '../catalogue/snapshot.js';
import type { SourcePlace } from '../domain/check.js';
import { type DraftingMessage, draftingMessages } from '../domain/messages/drafting.js';
import { fill, type Language } from '../domain/messages/language.js';
import type { Range } from '../domain/passage.js';
import type { ToldFinding as Finding } from './finding-key.js';
import type { InsideNote } from './inside/note.js';
import type { PlaceIn } from './places.js';
import { type PlaceDeps, placeOf } from './present.js';
import type { ReferenceFinding } from './references.js';
import type { TargetFinding } from './targets.js';
import type { ValueFinding } from './value-findings.js';

export type Tell = (message: DraftingMessage, values?: Readonly<Record<string, string | number>>) => string;
export const teller =
  (language: Language): Tell =>
  (message, values) =>
    fill(draftingMessages[message][language], values);

/** Titles are shown in 《》, which a title may bring along. */
export const bare = (title: string): string => title.replace(/^《([^《》]*)》$/u, '$1');

const unit =
  /^(?:个工作日|工作日|个百分点|百分点|个?学时|课时|周岁|个月|小时|分钟|平方米|万元|千元|元|人次|年级|[人名所个项次倍分岁日天月年周条篇门米])/u;
/** A number is told with what it counts. */
const withUnit = (words: string, text: string, end: number | undefined): string =>
  /[\d一二三四五六七八九十百千万亿两]$/u.test(words) && end !== undefined
    ? words + (unit.exec(text.slice(end))?.[0] ?? '')
    : words;

export function tellValue(found: ValueFinding, source: SourcePlace, tell: Tell): Finding {
  const { match, change, level, confidence, direction, ground } = found;
  const { clause } = match;
  const [start, end] = [clause.start + change.at.start, clause.start + change.at.end];
  const words = change.source ? found.sourceText.slice(change.source.start, change.source.end) : undefined;
  const draft = clause.text.slice(change.at.start, change.at.end);
  const how = change.draft ? (change.source ? 'changed' : 'added') : 'dropped';
  const sentences = [
    tell(how, {
      title: bare(source.title),
      source: withUnit(words ?? '', found.sourceText, change.source?.end),
      draft: withUnit(draft, clause.text, change.at.end),
    }),
    direction === 'unknown' ? '' : tell(direction),
    tell(`ground_${ground}`),
  ];
  return {
    kind: change.kind === 'limit' ? 'number' : change.kind,
    level,
    start,
    end,
    draft,
    source,
    ...(words !== undefined && { words }),
    message: sentences
      .filter(Boolean)
      .join(' ')
      .replace(/(?<=[。])\s/gu, ''),
    confidence,
  };
}

/** None where the words stand in a part that the draft as given has not. */
export function tellInside(note: InsideNote, text: string, placeIn: PlaceIn, tell: Tell): Finding[] {
  const place = placeIn(note);
  if (!place) return [];
  const { kind, level, confidence, message, values } = note;
  return [
    { kind, level, ...place, draft: text.slice(place.start, place.end), message: tell(message, values), confidence },
  ];
}

export function tellTarget(
  found: TargetFinding,
  place: Range,
  draft: string,
  source: SourcePlace,
  words: string,
  tell: Tell,
): Finding {
  const { target, stated, ground, level, confidence } = found;
  const values = {
    indicator: target.indicator,
    year: target.year ?? '',
    statedYear: stated.year ?? '',
    title: bare(source.title),
    source: words,
    draft,
  };
  return {
    kind: 'target',
    level,
    ...place,
    draft,
    source,
    words,
    message: tell(`target_${ground}`, values),
    confidence,
  };
}

interface ReferenceTelling extends PlaceDeps {
  readonly snapshot: Snapshot;
  readonly tell: Tell;
}

export function tellReference(
  found: ReferenceFinding,
  text: string,
  placeIn: PlaceIn,
  deps: ReferenceTelling,
): Finding[] {
  const place = placeIn(found);
  if (!place) return [];
  const { level, confidence, message, values } = found;
  const document = found.document === null ? undefined : deps.snapshot.documents().get(found.document);
  const source = document && placeOf({ document, ...(found.at ?? { start: 0, end: 0 }) }, deps);
  const draft = text.slice(place.start, place.end);
  const told = { ...values, ...(typeof values.title === 'string' && { title: bare(values.title) }) };
  return [
    {
      kind: 'reference',
      level,
      ...place,
      draft,
      ...(source && { source }),
      message: deps.tell(message, told),
      confidence,
    },
  ];
}
