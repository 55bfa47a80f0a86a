// What a draft cites, against a small archive: slips, what others cite, what is repealed, what is near.
import type { Metadata } from '../../../services/domain/document.js';
import { articlesIn } from '../../../services/drafting/articles.js';
import { referencesIn } from '../../../services/drafting/references.js';
import { readCitations } from '../../../services/facts/citations/read-citations.js';
import { createShelf, heldFrom } from '../../../services/facts/citations/shelf.js';
import { citationWeb } from '../../../services/facts/citations/web-of.js';
import { versionOf } from '../../support/versions.js';

const texts: Readonly<Record<string, { title: string; number?: string; text: string }>> = {
  rules: { title: '临澜市课后服务管理办法', number: '临教发〔2019〕12号', text: '第一条 某某。' },
  one: {
    title: '临澜市午餐工作通知',
    text: '按照《云州省校园食品安全监督规定》（云政发〔2018〕7号）办理。《云州省社区托管工作意见》（云政发〔2017〕9号）照旧。',
  },
  two: { title: '青江市午餐工作通知', text: '按照《云州省校园食品安全监督规定》（云政发〔2018〕7号）办理。' },
};
const metadataOf = (id: string, title: string, number?: string): Metadata => ({
  ...versionOf(`${id}.txt`, '某某', { title }).metadata,
  title,
  number: number ?? null,
});
const held = Object.entries(texts).map(([id, { title, number }]) =>
  heldFrom(metadataOf(id, title, number), { id, family: id, newer: null }),
);
const mentions = Object.entries(texts).flatMap(([documentId, { text, title }]) =>
  readCitations(text, title).map((mention) => ({ documentId, mention })),
);
const web = citationWeb(mentions, createShelf(held));
const told = (text: string, without: readonly string[] = []): string[] =>
  referencesIn(text, metadataOf('draft', '临澜市教育局关于做好课后工作的通知'), {
    web,
    isAllowed: (id) => !without.includes(id),
    articlesOf: (id) => articlesIn(texts[id]?.text ?? ''),
    holds: () => true,
  }).map(({ level, message, start, end }) => `${level} ${message} ${text.slice(start, end)}`);

it('a title with a slip in it is told, of a document held or only cited', () => {
  expect(told('依照《临澜市课后务服管理办法》办理。')).toEqual(['conflict refNear 《临澜市课后务服管理办法》']);
  expect(told('依照《云州省校园食品安权监督规定》办理。')).toEqual(['conflict refNear 《云州省校园食品安权监督规定》']);
  expect(told('依照《临澜市课后服务管理办法》和《云州省校园食品安全监督规定》办理。')).not.toContainEqual(
    expect.stringContaining('refNear'),
  );
});
it('and so it is where the document is repealed, though a draft may repeal what nobody knows', () => {
  expect(told('《临澜市课后务服管理办法》同时废止。')).toEqual(['conflict refNear 《临澜市课后务服管理办法》']);
  expect(told('《临澜市课后服务管理办法》同时废止。')).toEqual([]);
  expect(told('《临澜市晨读活动实施细则》同时废止。')).toEqual([]);
});
it('a name that is merely near another is no conflict', () =>
  expect(told('依照《临澜市课后服务经费管理办法》办理。').filter((one) => one.startsWith('conflict'))).toEqual([]));
it('two documents that cite another number say more than one that may err itself', () => {
  expect(told('按照《云州省校园食品安全监督规定》（云政发〔2019〕7号）办理。')).toEqual([
    expect.stringContaining('conflict refOtherNumber'),
  ]);
  expect(told('按照《云州省社区托管工作意见》（云政发〔2016〕9号）办理。')).not.toContainEqual(
    expect.stringContaining('conflict'),
  );
});
it('a document that is left out says nothing', () =>
  expect(told('按照《云州省校园食品安全监督规定》（云政发〔2019〕7号）办理。', ['one'])).not.toContainEqual(
    expect.stringContaining('conflict'),
  ));
it('of two names in the draft alone the rarer is the slip', () =>
  expect(
    told(
      '落实《云州省研学旅行基地规范》。各地按《云州省研学旅行基地规范》自查，《云州省研学旅行基第规范》另行解释。',
    ).filter((one) => one.startsWith('conflict')),
  ).toEqual(['conflict refNearOwn 《云州省研学旅行基第规范》']));
