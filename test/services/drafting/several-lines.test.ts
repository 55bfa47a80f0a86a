import type { SnapshotDocument } from '../../../services/catalogue/snapshot.js';
import { normalText } from '../../../services/domain/text.js';
import { createSentenceIndex } from '../../../services/drafting/index/sentence-index.js';
import { matchClause } from '../../../services/drafting/reuse.js';
import { versionOf } from '../../support/versions.js';

const wrapped =
  '申请家庭不得将租来的住房转\n让或者转借他人，连续6个月以上未交\n租金的，主管部门应当将该住房收回。\n其他事项另行规定。';
const document: SnapshotDocument = {
  id: 'wrapped',
  metadata: versionOf('wrapped.txt', wrapped).metadata,
  names: 'wrapped',
  normalTitle: 'wrapped',
  normal: normalText(wrapped).text,
  passageIds: Int32Array.of(),
  passageStarts: Int32Array.of(),
  paragraphStarts: Int32Array.of(),
};

it('takes lines of a source that were never joined for the sentence that the draft has of them, changed', () => {
  const index = createSentenceIndex();
  const build = index.build(new Map([[document.id, document]]), () => wrapped);
  while (!build.next().done);
  const core = '申请家庭不得将租来的住房转让或者转借他人,连续6年以上未交租金的,主管部门应当将该住房收回';
  const clause = { start: 0, end: core.length, text: core, core, isHeading: false };
  const { label, sentences } = matchClause(clause, index, () => true);
  expect(label).toBe('edited');
  expect(sentences.map(({ start, end }) => wrapped.slice(start, end))).toEqual([
    wrapped.slice(0, wrapped.indexOf('\n其他')),
  ]);
});
