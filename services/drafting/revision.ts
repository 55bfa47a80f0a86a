// What became of the draft's own earlier version, by the comparison that any two documents are compared with.
import { compareTextSteps } from '../comparison/compare-texts.js';
import type { Revision } from '../domain/check.js';
import type { ComparedUnit, UnitChange } from '../domain/comparison.js';
import type { Range } from '../domain/passage.js';
import { inSlices } from '../process/in-slices.js';
import type { ReadDraft } from './draft.js';
import type { EarlierVersion } from './earlier.js';
import type { PlaceIn } from './places.js';

export async function revisionSince(earlier: EarlierVersion, draft: ReadDraft, placeIn: PlaceIn): Promise<Revision> {
  const compared = await inSlices(compareTextSteps(earlier, draft), () => true);
  if (!compared) throw new Error('the comparison was given up'); // it never is
  const { documentId, title, date, text } = earlier;
  return {
    earlier: { documentId, title, date, text },
    units: compared.units.map(inGiven(placeIn)),
    counts: compared.counts,
    comparedTo: compared.comparedTo,
  };
}

/** Places of the draft as it was read → as it was given; what was cleaned away on reading stands where the last unit ended. */
function inGiven(placeIn: PlaceIn): (change: UnitChange) => UnitChange {
  let last: Range = { start: 0, end: 0 };
  const placed = <T extends Range>(range: T): T => ({
    ...range,
    ...(placeIn(range) ?? { start: last.end, end: last.end }),
  });
  return (change) => {
    const b = change.b.map((unit): ComparedUnit => placed(unit));
    last = b.at(-1) ?? last;
    const values = change.values.map((value) => ({ ...value, b: value.b && placed(value.b), inB: placed(value.inB) }));
    return { ...change, b, values };
  };
}
