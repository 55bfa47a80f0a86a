// The whole application over a small real archive of a made-up city, for the drafting desk: drafts are read in a process of
// their own, as in the service; without a model, which the report says.

import { pino } from 'pino';
import { createDraftReader } from '../../ingest/read-draft.js';
import { createApp } from '../../services/api/app.js';
import { createArchive } from '../../services/archive.js';
import { openCatalogue } from '../../services/catalogue/open.js';
import { openEngine } from '../../services/engine/open.js';
import { keepFacts } from '../../services/facts/keep-facts.js';
import { linkDocuments } from '../../services/families/link-documents.js';
import { createPages, renderError } from '../../web/pages.js';
import { testSettings } from '../support/settings.js';
import { versionOf } from '../support/versions.js';
import type { DeskApp } from './desk-fixture.js';

const here = { region: '临澜市', regionCode: '9001', issuers: ['临澜市教育局'] };
export const rules = `临澜市课后服务管理办法
第一条 为规范课后服务，制定本办法。
第二条 学校应当在每学期开学前公布课后服务的项目和收费标准。
第三条 每个课后服务班的学生人数不超过45人。
第四条 学校不得利用课后服务时间讲授新课。
第五条 对家长的投诉，学校应当自收到之日起15个工作日内答复。
第六条 家庭经济困难学生凭有效证明减半收取课后服务费。
第七条 违反本办法第四条规定的，由教育行政部门责令改正。
第八条 本办法自2018年9月1日起施行。`;
export const earlierTitle = '临澜市课后服务管理办法（二稿）';
const earlier = rules
  .replace('管理办法', '管理办法（二稿）')
  .replace('45人', '40人')
  .replace('第六条 家庭经济困难学生凭有效证明减半收取课后服务费。\n', '');
/** Two numbers changed, and a document named that the archive does not hold. */
export const draft = `${rules.replace('45人', '60人').replace('15个工作日', '20个工作日')}
第九条 收费按照《临澜市服务性收费管理规定》执行。`;

const stored = [
  versionOf('办法.txt', rules, {
    title: '临澜市课后服务管理办法',
    date: '2018-08-01',
    year: 2018,
    type: '办法',
    ...here,
  }),
  versionOf('二稿.txt', earlier, {
    title: earlierTitle,
    date: '2018-06-01',
    year: 2018,
    type: '办法',
    status: '征求意见',
    ...here,
  }),
  versionOf('青江.txt', rules.replaceAll('临澜市', '青江市').replace('45人', '50人'), {
    title: '青江市课后服务管理办法',
    date: '2019-08-01',
    year: 2019,
    type: '办法',
    region: '湖北省',
    regionCode: '42',
    issuers: ['青江市教育局'],
  }),
];

/** @param folder for its data */
export async function createDraftDesk(folder: string): Promise<DeskApp> {
  const { settings } = testSettings(folder, { YANJU_RATE_LIMIT: '0' });
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  catalogue.transaction(() => {
    for (const version of stored) catalogue.store.put(version, '2026-01-01T00:00:00.000Z');
  });
  await linkDocuments(catalogue);
  await keepFacts(catalogue);
  const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: 8 });
  const drafts = createDraftReader(settings);
  const archive = createArchive({ settings, catalogue, engine, embedder: null, readDraft: drafts.read });
  const pages = createPages({ archive, settings });
  const app = createApp({ archive, settings, logger: pino({ level: 'silent' }), pages, errorPage: renderError });
  return {
    app,
    async close() {
      await Promise.all([engine.close(), drafts.close()]);
      catalogue.close();
    },
  };
}
