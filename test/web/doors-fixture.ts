// The whole application over a small real archive for both doors: embedded engine, real model, families as they are linked.
import type { Express } from 'express';
import { pino } from 'pino';
import { createApp } from '../../services/api/app.js';
import { createArchive } from '../../services/archive.js';
import { openCatalogue } from '../../services/catalogue/open.js';
import type { NewVersion } from '../../services/catalogue/store.js';
import { createEmbedder } from '../../services/embedding/transformers.js';
import { openEngine } from '../../services/engine/open.js';
import { linkDocuments } from '../../services/families/link-documents.js';
import { syncBatch } from '../../services/search/index-documents.js';
import { createPages, renderError } from '../../web/pages.js';
import { testSettings } from '../support/settings.js';
import { storeEmbedded } from '../support/store.js';
import { versionOf } from '../support/versions.js';

const city = { region: '临澜市', regionCode: '9001', issuers: ['临澜市教育局'] };
const province = { region: '云州省', regionCode: '90', issuers: ['云州省人民代表大会常务委员会'] };

/** A yearly notice; long enough for its editions to be known as such. */
const enrolment = (year: number, how: string): NewVersion =>
  versionOf(
    `招生${year}.txt`,
    [
      `临澜市${year}年义务教育招生工作通知`,
      how,
      ...Array.from({ length: 12 }, (_, i) => `${i + 1}．各学校按划定的服务范围做好第${i + 1}项招生登记，公布结果。`),
    ].join('\n'),
    {
      ...city,
      title: `临澜市${year}年义务教育招生工作通知`,
      date: `${year}-05-10`,
      year,
      titleYears: [year],
      type: '通知',
    },
  );

const articles = [
  '云州省义务教育条例',
  '第一条 为了保障适龄儿童接受义务教育的权利，制定本条例。',
  '第二条 凡年满六周岁的儿童，其父母或者其他法定监护人应当送其入学接受义务教育。',
  '因身体状况需要延缓入学的，由监护人提出申请，报县级教育行政部门批准。',
  '第三条 学校不得收取择校费。',
];
const law = versionOf('条例.txt', articles.join('\n'), {
  ...province,
  title: '云州省义务教育条例',
  date: '2020-07-01',
  year: 2020,
  type: '地方性法规',
  status: '现行',
  statusBasis: '2020年7月1日通过',
  effectiveOn: '2020-09-01',
});
const withArticles: NewVersion = {
  ...law,
  outline: articles
    .filter((line) => line.startsWith('第'))
    .map((line) => ({ level: 2, text: line.slice(0, 3), start: law.text.indexOf(line) })),
};

const documents: readonly NewVersion[] = [
  enrolment(2015, '家长持户口簿原件到学校窗口排队报名。'),
  enrolment(2026, '家长通过网上平台报名，不再到校排队。'),
  withArticles,
  versionOf('收费.txt', '临澜市学校收费办法\n学校可以收取补课费，每学期不超过二百元。', {
    ...city,
    title: '临澜市学校收费办法',
    date: '2009-03-01',
    year: 2009,
    type: '办法',
    status: '已废止',
  }),
  versionOf('青岛.txt', '青岛市校服办法\n校服由家长自愿购买，采购过程公开。', {
    title: '青岛市校服办法',
    region: '青岛市',
    regionCode: '3702',
    date: '2022-04-01',
    year: 2022,
    type: '办法',
  }),
  versionOf('校服问答.txt', '校服问答\n校服买不买，由家长自愿决定。', { title: '校服问答' }),
  ...Array.from({ length: 14 }, (_, i) => 2010 + i).map((year) =>
    versionOf(`要点${year}.txt`, `${year}年校园安全检查\n本年开展校园安全专项检查${year - 2000}次。`, {
      ...city,
      title: `临澜市校园安全检查方案第${year - 2009}号`,
      date: `${year}-02-11`,
      year,
      type: '方案',
    }),
  ),
  versionOf('安全旧闻.txt', '校园安全旧闻\n校园安全专项检查情况的一则旧闻。', { title: '校园安全旧闻', type: '报道' }),
];

export interface DoorsApp {
  readonly app: Express;
  close(): Promise<void>;
}

/** @param folder for its data */
export async function createDoorsApp(folder: string): Promise<DoorsApp> {
  const { settings: base } = testSettings(folder);
  const settings = { ...base, YANJU_RATE_LIMIT: 0 };
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  const embedder = createEmbedder({ modelDir: settings.YANJU_MODEL_DIR, processes: 1 });
  const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: embedder.dimension });
  await storeEmbedded(documents, { catalogue, embedder });
  await linkDocuments(catalogue);
  while (await syncBatch(catalogue, engine, embedder.fingerprint));
  const archive = createArchive({ settings, catalogue, engine, embedder });
  const pages = createPages({ archive, settings });
  return {
    app: createApp({ archive, settings, logger: pino({ level: 'silent' }), pages, errorPage: renderError }),
    async close() {
      await Promise.all([embedder.close(), engine.close()]);
      catalogue.close();
    },
  };
}
