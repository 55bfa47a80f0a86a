// Whether a changed value is a conflict, a note or nothing: by whose the source is, who else has the draft's value, and
// which way it was changed. Pure.
import type { ValueChange } from './changes.js';
import type { Comparable } from './scope.js';
import type { Tie } from './tie.js';
import { isStated } from './tokens.js';

export type Direction = 'weaker' | 'stronger' | 'unknown';
export type Ground =
  | 'changed'
  | 'sameForce'
  | 'otherMatter'
  | 'otherYear'
  | 'otherRegion'
  | 'superior'
  | 'stricter'
  | 'stale'
  | 'revised'
  | 'shared';

export interface Weighed {
  readonly level: 'conflict' | 'note';
  readonly confidence: number;
  readonly direction: Direction;
  readonly ground: Ground;
}

const force: Readonly<Record<string, number>> = {
  'strength 必须': 3,
  'strength 应当': 3,
  'strength 一律': 3,
  'strength 可以': 1,
  'strength 允许': 1,
  'strength 有权': 1,
  'strength 鼓励': 1,
  'strength 支持': 1,
  'strength 提倡': 1,
  'strength 倡导': 1,
  'strength 引导': 1,
  'strength 原则上': 0,
  'strength 力争': 0,
  'strength 尽量': 0,
};
const prohibition = /^strength (?:不得|不应|不可以|不宜|严禁|禁止|不予|免予|不允许)$/u;
/** Words that let something be otherwise: where the draft adds one, the rule is wider than it was. */
const exception = /^strength (?:除外|确需|特殊情况|但|经.*批准)$/u;

function strengthDirection({ draft, source }: ValueChange): Direction {
  const [one, other] = [source?.key, draft?.key];
  if (one !== undefined && prohibition.test(one))
    return other !== undefined && prohibition.test(other) ? 'unknown' : 'weaker';
  if (other !== undefined && prohibition.test(other)) return 'stronger';
  if (other !== undefined && exception.test(other)) return 'weaker';
  if (one !== undefined && exception.test(one)) return 'stronger';
  const [was, is] = [one === undefined ? 2 : (force[one] ?? 2), other === undefined ? 2 : (force[other] ?? 2)];
  return was > is ? 'weaker' : was < is ? 'stronger' : 'unknown';
}

const least = /(?:不(?:得|应|能)?(?:低于|少于|小于)|至少|最低|最少|达到?|提高到|以上)/u;
const most = /(?:不(?:得|应|能)?(?:超过|高于|多于|大于)|至多|最高|最多|以下|以内|之内|控制在|内)/u;

/** Whether a number was raised or lowered against the way it binds, as far as the words around it tell. */
function numberDirection({ draft, source, at }: ValueChange, context: string): Direction {
  const [was, is] = [draft, source].map((token) => token !== null && isStated(token)).reverse();
  if (draft && source && was !== is) return was ? 'weaker' : 'stronger'; // 及时 for 30日内
  const counted = (key: string | undefined): string => key?.replace(/^\w+ /u, '') ?? '';
  const [one, other] = [counted(source?.key), counted(draft?.key)];
  const [before, now] = [Number.parseFloat(one), Number.parseFloat(other)];
  // 6个月 and 10日 are not compared by their figures
  const alike = one.replace(/^[\d.]+/u, '') === other.replace(/^[\d.]+/u, '');
  if (!alike || !Number.isFinite(before) || !Number.isFinite(now) || before === now) return 'unknown';
  const around = `${context.slice(Math.max(0, at.start - 8), at.start)} ${context.slice(at.start, at.end + 8)}`;
  const [floor, ceiling] = [least.test(around), most.test(around)];
  if (floor === ceiling) return 'unknown';
  return floor === now > before ? 'stronger' : 'weaker';
}

interface Given {
  readonly change: ValueChange;
  /** how alike the sentences are without their values */
  readonly frame: number;
  readonly best: Comparable;
  /** other sources, as good, that have the draft’s value */
  readonly agreeing: readonly Comparable[];
  readonly tie: Tie;
  /** nearly all of the draft is the source */
  readonly copy: boolean;
  readonly context: string;
}

export function weigh({ change, frame, best, agreeing, tie, copy, context }: Given): Weighed | null {
  const direction = change.kind === 'strength' ? strengthDirection(change) : numberDirection(change, context);
  const own = tie === 'own';
  const sure = Math.max(0.3, Math.min(0.97, frame) - 0.02 * change.beside);
  const conflict = (confidence: number, ground: Ground): Weighed => ({
    level: 'conflict',
    confidence: round(confidence),
    direction,
    ground,
  });
  const note = (confidence: number, ground: Ground): Weighed => ({
    level: 'note',
    confidence: round(confidence),
    direction,
    ground,
  });

  if (best.otherYear) return change.kind === 'strength' ? note(0.4 * sure, 'otherYear') : null;
  // 应当 → 必须: other words, the same force
  if (change.kind === 'strength' && direction === 'unknown') return own ? note(0.5 * sure, 'sameForce') : null;
  // 应 or 可 put in or left out, in a document of another wording: a matter of style
  const alone = change.kind === 'strength' && (!change.draft || !change.source);
  if (alone && !copy && !prohibition.test((change.source ?? change.draft)?.key ?? ''))
    return note(0.4 * sure, 'changed');
  if (best.standing === 'other' || best.standing === 'inferior') {
    return agreeing.length > 0 && !own ? null : note(0.4 * sure, 'otherRegion');
  }
  const binding = agreeing.filter(({ standing, stale }) => (standing === 'same' || standing === 'superior') && !stale);
  if (binding.length > 0) return own ? conflict(0.6 * sure, 'shared') : null;
  if (best.stale) return note(0.5 * sure, 'stale');
  if (tie === 'stranger') return agreeing.length > 0 ? null : note(0.4 * sure, 'otherMatter');
  if (best.revised && tie !== 'fragment') return note(0.6 * sure, 'revised');
  if (best.standing === 'superior') {
    if (direction === 'weaker') return conflict(0.85 * sure, 'superior');
    return note(0.6 * sure, direction === 'stronger' ? 'stricter' : 'superior');
  }
  if (agreeing.length > 0) return own ? conflict(0.7 * sure, 'shared') : note(0.4 * sure, 'shared');
  return conflict(sure, 'changed');
}

const round = (value: number): number => Math.round(100 * value) / 100;
