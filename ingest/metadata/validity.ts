// From when a document holds, and by what it was changed or repealed: 施行日期, 修订和废止的依据.
import { datesIn, firstDate } from './calendar.js';
import { declaredAs, type Evidence, type Found } from './evidence.js';
import { isRepealNotice } from './kind.js';
import { plain } from './lines.js';
import { madeKnown } from './publication-date.js';
import { printed } from './signature-date.js';

const effectiveKeys = ['施行日期', '实施日期', '实施时间', '生效日期', '生效时间', '执行日期'];
/** Systems that have no date write their first one. */
const stated = (value: string): string | null => {
  const date = firstDate(value);
  return date !== null && date >= '1949-10-01' ? date : null;
};

const holds = '(?:正式|开始|全面)?(?:施行|实施|执行|生效|试行)(?!以来|后|前|的)';
const fromDay = new RegExp(`自[^。；\\n]{6,20}起${holds}`, 'gu');
const sentence = /[^。；\n]*$/u;
const longestBefore = 120;
const begins = /^(?:起)?(?:正式|开始|全面)?(?:施行|实施|执行|生效|试行)/u;
/** Another text's day stands behind its name: 《…条例》自2012年1月1日起施行以来. */
const another = /》[^。；]{0,4}$/u;

/** 本办法自2021年3月1日起施行。 The last one counts: a rule says it at its end. */
function fromText({ text }: Evidence): Found<string> | null {
  let found: Found<string> | null = null;
  for (const part of text.matchAll(fromDay)) {
    const words = plain(part[0].slice(1));
    const [mention] = datesIn(words);
    if (mention?.start !== 0 || !begins.test(words.slice(mention.end).trim())) continue;
    const ahead = text.slice(Math.max(0, part.index - longestBefore), part.index);
    const before = plain(sentence.exec(ahead)?.[0] ?? '');
    if (another.test(before) || !/^$|(?:本|该)[^,，]{1,30}$|[(（]|[,，]$/u.test(before)) continue;
    found = { value: mention.date, origin: 'text' };
  }
  return found;
}

const fromPublication = new RegExp(`本[^。；，,\\n]{1,20}自(公布|发布|颁布|印发)之日起${holds}`, 'u');

/**
 * 本办法自公布之日起施行, where the day on which it was made known is stated as such. The day on which a web page was put
 * up is not that day.
 */
function fromOwnPublication(evidence: Evidence): Found<string> | null {
  const verb = fromPublication.exec(evidence.text)?.[1];
  if (verb === undefined) return null;
  if (verb !== '印发') return madeKnown(evidence);
  return declaredAs(evidence, ['印发日期'], stated) ?? printed(evidence);
}

/** 2006年1月23日 施行, on a line of its own under the title of a statute: that of the version at hand. */
function fromHead({ head }: Evidence): Found<string> | null {
  const days = head.flatMap(({ text }) => {
    const [mention] = text.length <= 40 ? datesIn(text).slice(-1) : [];
    return mention && /^ ?(?:起)?(?:施行|实施|生效)[)]?$/u.test(text.slice(mention.end)) ? [mention.date] : [];
  });
  const value = days.at(-1);
  return value === undefined ? null : { value, origin: 'head' };
}

export const findEffectiveOn = (evidence: Evidence): Found<string> | null =>
  declaredAs(evidence, effectiveKeys, stated) ??
  fromHead(evidence) ??
  fromText(evidence) ??
  fromOwnPublication(evidence);

const changedBy =
  /(?:根据.{0,60}\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月\d{1,2}日).{4,160}(?:修正|修订|修改)(?!稿|后|的《)|^[(]?根据.{4,120}(?:修正|修订)[)。]?$/u;
const repealedBy = /(?:被|由).{2,80}(?:废止|代替|取代)|(?:已|现已|宣布|业已)(?:废止|失效)/u;
const ofAnother = /同时废止|予以废止|》同时|以下简称|如下|现将|印发给|请(?:认真|遵照)|[:：]$/u;
/** The lines below a title that tell a rule's history begin with a bracket, a date, or what changed it. */
const tellsHistory = /^(?:[(【[]|根据|\d{4}年)/u;
const inTitle = /[（(【]([^（）()【】]{0,30}(?:修订|修正|废止|失效))[）)】]/u;
const mostLines = 15;

/** The words below the title, or in it, that say by what the text at hand was changed or repealed. */
export function findStatusBasis({ head, recognisedTitle }: Evidence): Found<string> | null {
  const history = head
    .slice(0, mostLines)
    .filter(
      ({ text, kind }) =>
        kind !== 'row' && (isRepealNotice(text) || (tellsHistory.test(text) && !ofAnother.test(text))),
    )
    .filter(({ text }) => isRepealNotice(text) || changedBy.test(text) || repealedBy.test(text))
    .map(({ text }) => text.replace(/^[(【[]|[)】\]]$| 根据$/gu, ''));
  if (history.length > 0) return { value: history.join('；'), origin: 'head' };
  const words = inTitle.exec(recognisedTitle ?? '')?.[1];
  return words ? { value: words, origin: 'title' } : null;
}
