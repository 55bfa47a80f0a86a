// From when a document holds, and by what it was changed or repealed: 施行日期, 修订和废止的依据.
import { datesIn } from './calendar.js';
import type { Evidence, Found } from './evidence.js';
import { plain } from './lines.js';

const begins = /^(?:起)?(?:正式|开始|全面)?(?:施行|实施|执行|生效)/u;
/** Another text's day stands behind its name: 《…条例》自2012年1月1日起施行以来. */
const another = /》[^。；]{0,4}$/u;

/** The last day that the text itself says it holds from: 本办法自2021年3月1日起施行。 A rule says it at its end. */
export function findEffectiveOn({ text }: Evidence): Found<string> | null {
  let found: Found<string> | null = null;
  for (const part of text.matchAll(
    /[^。；\n]{0,120}自[^。；\n]{6,20}起(?:正式|开始|全面)?(?:施行|实施|执行|生效)(?!以来|后|前)/gu,
  )) {
    const words = plain(part[0]);
    const mention = datesIn(words).at(-1);
    if (!mention || !begins.test(words.slice(mention.end).trim())) continue;
    const before = words.slice(0, mention.start).replace(/自$/u, '');
    if (another.test(before) || !/^$|(?:本|该)[^,，]{1,30}$|[(（]|[,，]$/u.test(before.trim())) continue;
    found = { value: mention.date, origin: 'text' };
  }
  return found;
}

const changedBy = /(?:根据|\d{4}年\d{1,2}月\d{1,2}日).{4,160}(?:修正|修订|修改)(?!稿)/u;
const repealedBy = /(?:被|由).{2,80}(?:废止|代替|取代)|(?:已|现已|宣布|业已)(?:废止|失效)/u;
const ofAnother = /同时废止|予以废止|》同时|以下简称|如下|[:：]$/u;
/** The lines below a title that tell a rule's history begin with a bracket, a date, or what changed it. */
const tellsHistory = /^(?:[(【[]|根据|\d{4}年)/u;
const inTitle = /[（(]([^（）()]{0,30}(?:修订|修正|废止|失效))[）)]/u;
const mostLines = 15;

/** The words below the title, or in it, that say by what the text at hand was changed or repealed. */
export function findStatusBasis({ head, recognisedTitle }: Evidence): Found<string> | null {
  const history = head
    .slice(0, mostLines)
    .filter(({ text, kind }) => kind !== 'row' && tellsHistory.test(text) && !ofAnother.test(text))
    .filter(({ text }) => changedBy.test(text) || repealedBy.test(text))
    .map(({ text }) => text.replace(/^[(【[]|[)】\]]$/gu, ''));
  if (history.length > 0) return { value: history.join('；'), origin: 'head' };
  const words = inTitle.exec(recognisedTitle ?? '')?.[1];
  return words ? { value: words, origin: 'title' } : null;
}
