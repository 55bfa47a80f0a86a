// Whether two names are one with a slip of the pen in it: two characters the wrong way round, one other, one too many or
// too few. Names that differ by one character and are two by right (小学, 中学; 杭州, 泉州; 第一次) are not.

/** A character that tells two documents apart: numbers, places, levels, what is new, marks. */
const telling =
  /[\d〇零○一二三四五六七八九十百千甲乙丙丁A-Za-z省市县区镇乡州盟旗国部厅局委院校系科处大中小高初上下前后左右东南西北新旧老原男女公民内外长短正副非不无本专硕博成继续和与及的等年月日、,()[\]〈〉<>《》"“”\-—·]/u;
const LEAST = 5;
/** Of so short a name one other character is another name: 《教师法》, 《律师法》. */
const LEAST_OTHER = 8;
const place = /[省市县区州盟旗]/u;

const state = '中华人民共和国';

/** Names in normal form, without 《》. */
export function isOneSlip(one: string, other: string): boolean {
  // what all national laws begin with makes no short name a long one: 《…国防法》, 《…消防法》
  if (one.startsWith(state) && other.startsWith(state))
    return isOneSlip(one.slice(state.length), other.slice(state.length));
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (one === other || short.length < LEAST || long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let back = 0;
  while (back < short.length - from && short.at(-1 - back) === long.at(-1 - back)) back++;
  const [a, b] = [short.slice(from, short.length - back), long.slice(from, long.length - back)];
  if (a.length === 2 && b.length === 2) return a[0] === b[1] && a[1] === b[0] && !/\d/u.test(a);
  if (short.length < LEAST_OTHER || a.length > 1 || b.length !== 1) return false;
  // of two places of one kind a character of the name may be all that differs
  if (from < 6 && place.test(long.slice(from, 10))) return false;
  // what ends the name is its kind, or nearly
  if (back < 2) return false;
  return !(telling.test(b) && (a === '' || telling.test(a)));
}
