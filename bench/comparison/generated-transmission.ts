// Local documents made of real ones: sentences kept, altered (a clause dropped, 省 read as 市), cut, or put in from elsewhere, then shuffled.
import type { Catalogue } from '../../services/catalogue/open.js';
import { clausesOf } from '../../services/comparison/transmission/sentences.js';
import { transmit } from '../../services/comparison/transmission/transmit.js';
import { unitsOf } from '../../services/comparison/units.js';
import type { Carried } from '../../services/domain/comparison.js';
import { randomFrom } from './random.js';

const MAX_DOCUMENTS = 60;
const MIN_SENTENCES = 40;

/** A line without an end is no sentence where it stands alone, and a colon leads to more. */
const isSentence = ({ text }: { readonly text: string }): boolean => /[。；]$/u.test(text);

/** The sentence without one of its clauses, and for a smaller place; null where it has too few. */
function altered(sentence: string, random: () => number): string | null {
  const clauses = sentence.split('，');
  if (clauses.length < 4) return null;
  clauses.splice(1 + Math.floor(random() * (clauses.length - 2)), 1);
  return clauses.join('，').replaceAll('全省', '全市');
}

export function generatedTransmission(catalogues: readonly Catalogue[]): string[] {
  const random = randomFrom(20260102);
  const documents = catalogues
    .flatMap(({ documents: reader }) => reader.list(5_000, 0).map(({ id }) => ({ reader, id })))
    .flatMap(({ reader, id }) => reader.versionText(id, reader.detail(id).version) ?? [])
    .map(({ text, outline }) => ({ text, outline, clauses: clausesOf(unitsOf(text, outline)).filter(isSentence) }))
    .filter(
      ({ clauses }) =>
        clauses.length >= MIN_SENTENCES && new Set(clauses.map(({ key }) => key)).size === clauses.length,
    )
    .filter((_, i) => i % 3 === 0)
    .slice(0, MAX_DOCUMENTS);
  const tally = { kept: [0, 0], altered: [0, 0], cut: [0, 0], added: [0, 0] };
  documents.forEach(({ text, outline, clauses }, d) => {
    const fates = new Map<number, Carried>();
    const local: string[] = [];
    for (const { start, text: sentence } of clauses) {
      const drawn = random();
      const changed = drawn < 0.3 ? altered(sentence, random) : null;
      const fate: Carried = changed ? 'altered' : drawn < 0.65 ? 'kept' : 'cut';
      fates.set(start, fate);
      if (fate !== 'cut') local.push(changed ?? sentence);
    }
    const foreign = (documents[(d + 11) % documents.length]?.clauses ?? []).slice(0, 10).map((clause) => clause.text);
    const order = [...local, ...foreign].map((sentence) => ({ sentence, at: random() })).sort((x, y) => x.at - y.at);
    const found = transmit({ text, outline }, { text: order.map(({ sentence }) => sentence).join('\n'), outline: [] });
    for (const { start, fate } of found.units.flatMap((unit) => unit.sentences)) {
      const wanted = fates.get(start);
      if (!wanted) continue;
      tally[wanted][0]! += Number(fate === wanted); // two places, above
      tally[wanted][1]! += 1;
    }
    const added = new Set(found.added.flatMap((unit) => unit.sentences.map((sentence) => sentence.text)));
    tally.added[0]! += foreign.filter((sentence) => added.has(sentence)).length;
    tally.added[1]! += foreign.length;
  });
  const told = Object.entries(tally).map(([fate, [right, all]]) => `${fate} ${right} of ${all}`);
  return [`generated transmission: ${documents.length} documents; found as what they are: ${told.join('; ')}`];
}
