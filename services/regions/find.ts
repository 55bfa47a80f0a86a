// The region that a title, the name of a body or a file name states.
import { headStart, type Mention, mentions } from './mentions.js';
import { beginsNational } from './national.js';
import { nationwide, type Region } from './region.js';
import { eitherScript, regionOf } from './resolve.js';

/** Titles are shorter; what comes after is a sentence, which names places for other reasons. */
const longestRead = 200;

const passedOn = /转发|批转/u;
/** What is carried out is another body's, but binds only within that body's territory. */
const carriedOut = /(?:贯彻|落实|执行|实施|根据|依据|依照|按照|适用|遵守)[\p{Script=Han}、]{0,6}$/u;
const learntFrom = /(?:学习|宣传|参照|借鉴|推广)[\p{Script=Han}、]{0,6}$/u;
/** 往来台湾地区, 赴新疆: where people or things go, not where the document is from. */
const destination = /(?:往来|前往|来往|[赴涉驻援]|支援|援助|帮扶)$/u;
const madeHere = /(?:印发|发布|公布|修订|修改|制定)[\p{Script=Han}、]{0,3}$/u;

type Standing = 'own' | 'carried out' | 'foreign';

/** Whose a place named at `start` is: the document's own, or that of a text that it cites. */
function standing(text: string, start: number): Standing {
  const passed = passedOn.exec(text);
  if (passed && start > passed.index) return 'foreign';
  if (destination.test(text.slice(0, start))) return 'foreign';
  const open = text.lastIndexOf('《', start);
  const closed = text.lastIndexOf('》', start);
  if (open === -1 || closed > open) return 'own';
  const before = text.slice(Math.max(0, open - 14), open);
  if (madeHere.test(before)) return 'own';
  if (carriedOut.test(before)) return 'carried out';
  return learntFrom.test(before) ? 'foreign' : 'own';
}

const contains = (a: Mention, b: Mention): boolean => b.division.path.includes(a.division.code);

const joined = /^(?:地区)?(?:[、,和与及]|或者?|以及)$/u;

/** Whose each place is; one joined to another (往来香港地区或者澳门地区) is of the same standing. */
function standings(text: string, found: readonly Mention[]): Standing[] {
  const of: Standing[] = [];
  found.forEach(({ start }, i) => {
    const before = found[i - 1];
    const same = before && joined.test(text.slice(before.end, start)) ? of[i - 1] : undefined;
    of.push(same === 'foreign' ? same : standing(text, start));
  });
  return of;
}

/** 上海市、江苏省、浙江省: a list of places names no one region. */
function isList(text: string, first: Mention, others: readonly Mention[]): boolean {
  const next = others.find(({ start }) => start > first.start);
  if (!next || contains(first, next) || contains(next, first)) return false;
  return /^[、,，和与及跨—-]{1,2}$/u.test(text.slice(first.end, next.start));
}

function find(text: string, hint?: string): Region | null {
  if (beginsNational(text.slice(headStart(text)))) return nationwide;
  const found = mentions(text, hint);
  const whose = standings(text, found);
  const own = found.filter((_, i) => whose[i] === 'own');
  const [first] = own;
  if (first) return isList(text, first, own) ? null : regionOf(first.division);
  // A province's rule is carried out by its cities too; a city's only within the city.
  const carried = found.find((_, i) => whose[i] === 'carried out');
  const narrow = carried && (carried.division.level !== 'province' || carried.division.name.endsWith('市'));
  return narrow ? regionOf(carried.division) : null;
}

/**
 * The region that `text` states as its own, at its beginning or in it, the first one named; 全国 for bodies of the
 * State. Null where none is stated, where several stand side by side, or where several districts bear the name, unless
 * `hint`, the code of a region around it, tells which. Short names count only where they cannot be part of another word.
 */
export const findRegion = (text: string, hint?: string): Region | null =>
  eitherScript(text.slice(0, longestRead), (read) => find(read.replace(/\s+/gu, ' ').trim(), hint));
