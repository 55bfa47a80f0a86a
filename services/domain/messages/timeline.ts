// How a group of a timeline is named.
import type { TimelineGroup, TimelineResponse } from '../timeline.js';
import type { Language } from './language.js';
import { sayIn } from './web.js';

export function toldGroup(
  by: TimelineResponse['by'],
  { value, opens }: Pick<TimelineGroup, 'value' | 'opens'>,
  language: Language,
): string {
  const say = sayIn(language);
  if (by === 'level' && opens.issuerLevel) return say(`level_${opens.issuerLevel}`);
  if (value === null) return say(by === 'year' ? 'undated' : 'notStated');
  return opens.ownRegion === undefined ? value : say('narrowedOwn', { region: value });
}
