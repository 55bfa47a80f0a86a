// What was asked, told line by line as the forms name it.

import { sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import type { Filters, SearchRequest, VariantsRequest, WordingRequest } from '../domain/query.js';
import type { TargetsRequest } from '../domain/target-table.js';

type Line = readonly [name: string, value: string];

function filterLines(filters: Filters, language: Language): Line[] {
  const say = sayIn(language);
  return (['region', 'year', 'yearFrom', 'yearTo', 'type', 'issuer', 'status'] as const).flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [[say(name), String(value)] as const];
  });
}

const told = (lines: readonly Line[], language: Language): string[] => {
  const say = sayExportIn(language);
  return lines.map(([name, value]) => say('asked', { name, value }));
};

const modes = { hybrid: 'modeHybrid', keyword: 'modeKeyword', semantic: 'modeSemantic' } as const;

const toldRegion = ({ region, above }: SearchRequest, language: Language): string | undefined =>
  region !== undefined && above ? sayIn(language)('regionAbove', { region }) : region;

export function toldSearch(request: SearchRequest, language: Language): string[] {
  const [say, here] = [sayIn(language), sayExportIn(language)];
  return told(
    [
      [here('question'), request.q],
      [say('modeLegend'), say(modes[request.mode])],
      ...filterLines({ ...request, region: toldRegion(request, language) }, language),
      [say('families'), say(request.families === 'collapse' ? 'familiesCollapse' : 'familiesApart')],
      ...(request.sort === 'relevance' ? [] : [[say('sort'), say(`sort_${request.sort}`)] as const]),
      ...(request.literal ? [[say('takenBack'), '✓'] as const] : []),
    ],
    language,
  );
}

/** Phrases stand one a line. */
const phrases = (given: string, language: Language): string =>
  given
    .split(/[\n\r]+/u)
    .filter((line) => line.trim() !== '')
    .join(sayExportIn(language)('and'));

/** What a figure of the timeline narrowed the lines to. */
function narrowingLines(
  { dateYear, ownRegion, issuerLevel }: Pick<WordingRequest, 'dateYear' | 'ownRegion' | 'issuerLevel'>,
  language: Language,
): Line[] {
  const say = sayIn(language);
  const dated = dateYear === 'none' ? say('narrowedUndated') : dateYear && say('narrowedYear', { year: dateYear });
  const own = ownRegion === 'none' ? say('narrowedNowhere') : ownRegion && say('narrowedOwn', { region: ownRegion });
  const level = issuerLevel && say('narrowedLevel', { level: say(`level_${issuerLevel}`) });
  return [dated, own, level].flatMap((value) => (value ? [[say('activeFilters'), value] as const] : []));
}

export function toldWording(request: WordingRequest, language: Language): string[] {
  const [say, here] = [sayIn(language), sayExportIn(language)];
  const scope = (given: string): string =>
    given === 'sentence' || given === 'paragraph' || given === 'document'
      ? say(`scope_${given}`)
      : say('scopeCharacters', { n: given });
  const same = [
    ...(request.loose || request.punctuation === 'ignore' ? [say('wordingPunctuation')] : []),
    ...(request.loose || request.script === 'fold' ? [say('wordingScript')] : []),
    ...(request.loose || request.numerals === 'fold' ? [say('wordingNumerals')] : []),
  ];
  return told(
    [
      [here('wording'), request.q],
      ...(same.length > 0 ? [[say('wordingSwitches'), same.join(here('and'))] as const] : []),
      ...(request.with
        ? [[say('wordingWith'), `${phrases(request.with, language)} (${scope(request.near)})`] as const]
        : []),
      ...(request.without
        ? [[say('wordingWithout'), `${phrases(request.without, language)} (${scope(request.withoutIn)})`] as const]
        : []),
      ...filterLines(request, language),
      ...narrowingLines(request, language),
      [say('wordingSort'), say(`sort_${request.sort}`)],
    ],
    language,
  );
}

export function toldVariants(
  { against, ...request }: Omit<VariantsRequest, 'size'> & { readonly against: 'asked' | 'before' },
  language: Language,
): string[] {
  const say = sayIn(language);
  return told(
    [
      [sayExportIn(language)('wording'), request.q],
      [say('variantsAlike'), `${request.alike}%`],
      [say('variantsAgainst'), say(`against_${against}`)],
      ...filterLines(request, language),
      ...narrowingLines(request, language),
    ],
    language,
  );
}

/** The conditions on the value, then those on the document that states it. */
export function toldTargets(request: TargetsRequest, language: Language): string[] {
  const say = sayIn(language);
  const { indicator, unit, forYear, forYearFrom, forYearTo, forRegion } = request;
  const given: readonly (readonly [name: string, value: string | number | undefined])[] = [
    [say('indicator'), indicator],
    [say('unit'), unit],
    [say('forRegion'), forRegion === 'none' ? say('forNoRegion') : forRegion],
    [say('forYear'), forYear === 'none' ? say('forNoYear') : forYear],
    [say('forYearFrom'), forYearFrom],
    [say('forYearTo'), forYearTo],
  ];
  return told(
    [
      ...given.flatMap(([name, value]): Line[] => (value === undefined ? [] : [[name, String(value)]])),
      ...filterLines(request, language),
    ],
    language,
  );
}
