// Set phrases of official documents: what stands in many unrelated documents, and a small general list.
import type { ArchiveSentence } from './index/sentence-index.js';

/** In normal form, whole sentences. General to 公文: openings, closings, lines of form. */
const general: readonly RegExp[] = [
  /^(?:特此|专此)(?:通知|公告|通告|通报|报告|函告|函复|批复|说明|证明|请示)$/u,
  /^现将.{0,40}(?:印发|转发|下发|通知|公布|报告|通报)(?:给)?(?:你们|如下|于后).{0,40}$/u,
  /^(?:现)?(?:印发|转发)给你们,?(?:请|望).{0,30}$/u,
  /^请(?:各地|各县|各校|各单位|各有关单位|你们|认真|结合实际|遵照)?.{0,12}(?:遵照执行|贯彻执行|贯彻落实|认真执行|组织实施|抓好落实|参照执行)$/u,
  /^为(?:了)?(?:深入|全面|认真|切实|进一步)*(?:学习)?(?:贯彻|落实)[^。]{0,60}(?:精神|要求|部署|决策部署),?(?:特|现|根据)?.{0,20}(?:通知|如下|意见|办法|方案)$/u,
  /^.{0,16}(?:如下|通知如下|意见如下|公告如下|批复如下)$/u,
  /^(?:本|此).{1,8}自(?:发布|公布|印发|颁布|发文)之日起(?:施行|执行|实施)$/u,
  /^.{0,12}请示(?:妥否|当否),?请批(?:复|示)$/u,
  /^(?:联系人|联系电话|附件|抄送|主题词|电话|传真|邮箱|地址)(?:[::].{0,40})?$/u,
  /^(?:此件|此文)(?:公开|主动公开|不公开|依申请公开).{0,6}$/u,
];

/** Documents that say a short sentence before it is a set phrase, and issuing bodies that they come from at least. */
const MIN_DOCUMENTS = 8;
const MIN_BODIES = 5;
/** A longer sentence is quoted, not a phrase. */
const MAX_LENGTH = 32;
const MAX_FORMULA = 90;

export const isGeneralFormula = (core: string): boolean =>
  core.length <= MAX_FORMULA && general.some((pattern) => pattern.test(core));

export function isCommon(core: string, sentences: readonly ArchiveSentence[]): boolean {
  if (core.length > MAX_LENGTH || sentences.length < MIN_DOCUMENTS) return false;
  const documents = new Set(sentences.map(({ document }) => document));
  if (documents.size < MIN_DOCUMENTS) return false;
  const bodies = new Set(
    [...documents].map(({ metadata }) => metadata.issuers[0] ?? metadata.region ?? metadata.title),
  );
  return bodies.size >= MIN_BODIES;
}
