// What the check of a draft says of its findings. `{draft}` is the draft's word, `{source}` the source's, `{title}` the source.
import type { Message } from './language.js';

export const draftingMessages = {
  // a value changed; the ground says why it is told as it is
  changed: {
    zh: '《{title}》此处是“{source}”，文稿是“{draft}”。',
    en: '《{title}》 has “{source}” here; the draft has “{draft}”.',
  },
  dropped: {
    zh: '《{title}》此处有“{source}”，文稿没有。',
    en: '《{title}》 has “{source}” here; the draft leaves it out.',
  },
  added: {
    zh: '《{title}》此处没有“{draft}”，文稿加上了。',
    en: '《{title}》 has no “{draft}” here; the draft adds it.',
  },
  weaker: { zh: '要求因此放宽。', en: 'This makes the rule weaker.' },
  stronger: { zh: '要求因此收紧。', en: 'This makes the rule stricter.' },
  ground_changed: { zh: '', en: '' },
  ground_sameForce: { zh: '说法不同，约束相当。', en: 'Other words of the same force.' },
  ground_otherMatter: {
    zh: '来源是关于另一件事的文件，仅供参考。',
    en: 'The source is about another matter; for information.',
  },
  ground_otherYear: { zh: '来源是另一年的文件，仅供参考。', en: 'The source is another year’s; for information.' },
  ground_otherRegion: {
    zh: '来源是别的地区的文件，仅供参考。',
    en: 'The source is another region’s; for information.',
  },
  ground_superior: { zh: '来源是上级或全国的文件。', en: 'The source is of a superior, or national.' },
  ground_stricter: {
    zh: '来源是上级或全国的文件，文稿更严，不算抵触。',
    en: 'The source is of a superior, or national; the draft is stricter, which is no conflict.',
  },
  ground_stale: {
    zh: '来源已不是现行的文本，仅供参考。',
    en: 'The source is not in force any more, or a draft; for information.',
  },
  ground_revised: {
    zh: '文稿修订或者取代这份文件，这是与原文的不同。',
    en: 'The draft revises or replaces this document; this is what it changes.',
  },
  ground_shared: { zh: '另有文件与文稿一致。', en: 'Another document agrees with the draft.' },
  // inside the draft
  numberJumps: { zh: '序号由“{before}”跳到“{draft}”。', en: 'The numbering jumps from “{before}” to “{draft}”.' },
  numberTwice: { zh: '序号“{draft}”重复。', en: 'The number “{draft}” comes twice.' },
  ownArticleMissing: {
    zh: '文稿没有{draft}，最后一条是第{most}条。',
    en: 'The draft has no {draft}; its last article is number {most}.',
  },
  shortFormEarly: { zh: '简称{draft}用在说明之前。', en: 'The short form {draft} is used before it is defined.' },
  shortFormUndefined: { zh: '简称{draft}没有说明指的是什么。', en: 'The short form {draft} is not defined.' },
  partsExceed: {
    zh: '{parts}，加起来超过了总数“{draft}”。',
    en: '{parts} add up to more than the whole, “{draft}”.',
  },
  columnSum: {
    zh: '这一列相加是 {sum}，表中合计是“{draft}”。',
    en: 'This column adds up to {sum}; the table’s total is “{draft}”.',
  },
  pointsAsShare: {
    zh: '前后两个百分比相差 {value} 个百分点，这里写成了“{draft}”。',
    en: 'The two shares are {value} percentage points apart; here it says “{draft}”.',
  },
  shareAsPoints: {
    zh: '这里说的是占多少，应是 {value}%，写成了“{draft}”。',
    en: 'This is a share, {value}%; the draft has “{draft}”.',
  },
  headingEmpty: { zh: '标题“{draft}”之下没有内容。', en: 'Nothing stands under the heading “{draft}”.' },
  twoValues: {
    zh: '{indicator}（{year}年）在文稿里有两个数：“{other}”和“{draft}”。',
    en: '{indicator} ({year}) has two values in the draft: “{other}” and “{draft}”.',
  },
  // references
  refUnknown: { zh: '档案里没有{draft}，请核对。', en: 'The archive does not hold {draft}; please check.' },
  refRevised: { zh: '{draft}有更新的版本：《{title}》。', en: '{draft} has a newer version: 《{title}》.' },
  refRepealed: { zh: '{draft}已废止，见《{title}》。', en: '{draft} was repealed by 《{title}》.' },
  refRepealedSelf: { zh: '{draft}已废止。', en: '{draft} is repealed.' },
  refOtherNumber: {
    zh: '{draft}的文号，档案里是“{number}”。',
    en: 'The archive has the number “{number}” for {draft}.',
  },
  refOtherTitle: { zh: '这个文号在档案里是《{title}》。', en: 'In the archive this number is that of 《{title}》.' },
  refNear: {
    zh: '档案里没有{draft}，也没有文件引用过它；相近的有《{title}》。',
    en: 'The archive neither holds nor cites {draft}; 《{title}》 is near.',
  },
  refNearOwn: {
    zh: '{draft}与文稿别处的《{title}》只差一点，请核对。',
    en: '{draft} is all but the 《{title}》 that the draft has elsewhere; please check.',
  },
  ownTitleOther: {
    zh: '文稿的标题是《{title}》，这里写成了{draft}。',
    en: 'The draft’s title is 《{title}》; here it is {draft}.',
  },
  refArticleMissing: {
    zh: '《{title}》没有{article}，最后一条是第{most}条。',
    en: '《{title}》 has no {article}; its last article is number {most}.',
  },
  refQuoteMissing: { zh: '《{title}》里没有这段引文。', en: 'These words do not stand in 《{title}》.' },
  // targets
  target_sameYear: {
    zh: '{indicator}（{year}年），《{title}》是“{source}”，文稿是“{draft}”。',
    en: '{indicator} ({year}): 《{title}》 has “{source}”, the draft has “{draft}”.',
  },
  target_belowEarlier: {
    zh: '{indicator}：《{title}》写的{statedYear}年是“{source}”，文稿{year}年是“{draft}”。',
    en: '{indicator}: 《{title}》 has “{source}” for {statedYear}, the draft has “{draft}” for {year}.',
  },
  target_belowSuperior: {
    zh: '{indicator}（{year}年）：上级《{title}》要求“{source}”，文稿是“{draft}”。',
    en: '{indicator} ({year}): the superior’s 《{title}》 asks for “{source}”, the draft has “{draft}”.',
  },
  // replaced names and terms
  replaced: {
    zh: '“{draft}”自 {since} 起改为“{now}”（{source}）。',
    en: '“{draft}” became “{now}” in {since} ({source}).',
  },
} as const satisfies Record<string, Message>;
export type DraftingMessage = keyof typeof draftingMessages;
