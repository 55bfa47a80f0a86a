// What a sentence does to the documents it names: repeals them, or carries them itself (现将《…》印发给你们). Pure, in normal form.

const MASK = '※';

/** A text with its titles masked, character by character, so that no word in a title is read as the sentence's. */
export function masked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of spans) {
    out += text.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}

/** Each title as one mark, and what stands in brackets left out. */
function outline(mask: string): string {
  let out = mask.replace(/※+/gu, MASK);
  for (let i = 0; i < 3; i++) out = out.replace(/\([^()]*\)/gu, '');
  return out;
}

/** What stands between a title and 同时废止: other titles, with who made them, one step at a time. */
const step = /^(?:※|[、，,和及与]|以及|等(?:文件|规定|通知)?|[\p{Script=Han}\d○-]{1,60}?的(?=※))/u;
const ended =
  /^(?:同时|予以|即行|自行|相应|一并|随之|均|已|也|将|即|自[^。；，,]{2,24}起|[\p{Script=Han}]{0,4})?(?:废止|失效|停止(?:执行|使用|施行)|不再(?:执行|施行|适用))/u;
const stepBack = /※[、和及与，,]?$/u;
const repeals = /(?:废止|宣布失效)了?(?:原|下列|以下)?[\p{Script=Han}\d○、:：]{0,24}$/u;
/** The title stands for what the sentence goes by, not for what it repeals. */
const goesBy = /(?:根据|依据|按照|依照|依|与|同|凡|原按)$/u;
const notRepealed = /(?:修改|修订|不予|不得)[^。；]{0,6}$/u;

/** @param at where the title starts in the masked sentence; @param end where it ends */
export function isRepealed(sentence: string, at: number, end: number): boolean {
  const before = outline(sentence.slice(0, at));
  if (goesBy.test(before)) return false;
  let rest = outline(sentence.slice(end));
  for (let found = step.exec(rest); found; found = step.exec(rest)) rest = rest.slice(found[0].length);
  if (ended.test(rest)) return true;
  let lead = before;
  while (stepBack.test(lead)) lead = lead.replace(stepBack, '');
  lead = lead.slice(-40);
  return repeals.test(lead) && !notRepealed.test(lead);
}

const handsOut = '(?:印发|转发|批转|发布|公布|公示|下发|发给|刊登)';
const carriedBefore = /(?:现将|兹将|特将|将)[^。；※]{0,40}$/u;
const carriedAfter = new RegExp(`^[^。；※]*?${handsOut}`, 'u');
const made = /(?:制定|制订|起草|修订|拟定|研究|形成|编制)[^。；※]{0,12}$/u;
const sent = new RegExp(`^[^。；※]{0,60}?(?:现|特此?|并)(?:予以?)?(?:将其)?${handsOut}`, 'u');
const decided = /^(?:已|业已|已经|业经|经)[^。；※]{2,60}(?:通过|同意|批准|审定|核准|审议)/u;
const nowIssued = /公布|发布|印发|转发|施行|实施/u;

/** Whether the sentence says that this document carries the title's text. */
export function isCarried(sentence: string, at: number, end: number): boolean {
  const before = outline(sentence.slice(0, at));
  const after = outline(sentence.slice(end));
  if (carriedBefore.test(before) && carriedAfter.test(after)) return true;
  if (decided.test(after) && nowIssued.test(after)) return true;
  return made.test(before) && sent.test(after);
}
