// Examples of comparisons: an edition and that of the year before; a city's points and a district's that implement them.
import { compareTexts } from '../../comparison/compare-texts.js';
import { transmit } from '../../comparison/transmission/transmit.js';
import type { Comparison, Counterparts, Transmission } from '../../domain/comparison.js';
import { exampleDetail, exampleDocument, exampleEarlier, exampleEarlierText, exampleText } from './examples.js';

const { outline } = exampleDetail;
const now = { text: exampleText.text, outline };

export const exampleComparison: Comparison = {
  a: { ...exampleEarlier, version: null },
  b: { ...exampleDocument, version: null },
  relation: 'edition',
  similarity: 0.82,
  containment: 0.91,
  ...compareTexts({ text: exampleEarlierText, outline }, now),
};

const district = {
  ...exampleDocument,
  id: 'hd2023xqjy',
  title: '河东区学前教育发展工作要点',
  number: null,
  issuer: '临江市河东区教育局',
  region: '临江市河东区',
  file: '河东区教育局/2023/学前教育发展工作要点.docx',
};

export const exampleTransmission: Transmission = {
  superior: { ...exampleDocument, version: null },
  local: { ...district, version: null },
  order: 'superior',
  ...transmit(now, {
    text: '河东区学前教育发展工作要点\n一、主要目标\n到2025年，学前三年毛入园率达到95%以上。新建公办幼儿园三所。\n',
    outline: [],
  }),
};

export const exampleCounterparts: Counterparts = {
  document: exampleDocument,
  versions: [{ version: 1, ingestedAt: exampleDetail.ingestedAt }],
  counterparts: [
    { document: exampleEarlier, how: 'edition', standing: null },
    { document: district, how: 'matter', standing: 'local' },
  ],
};
