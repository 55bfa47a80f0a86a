// The whole application over a small real archive of made-up documents: what the wording desk shows is what it counts.
import type { Express } from 'express';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { createApp } from '../../services/api/app.js';
import { createArchive } from '../../services/archive.js';
import { openCatalogue } from '../../services/catalogue/open.js';
import type { Metadata } from '../../services/domain/document.js';
import { openEngine } from '../../services/engine/open.js';
import { createPages, renderError } from '../../web/pages.js';
import { versionOf } from '../support/versions.js';

const province: Partial<Metadata> = { region: '河南省', regionCode: '41', issuers: ['河南省教育厅'], type: '意见' };
const city: Partial<Metadata> = { region: '郑州市', regionCode: '4101', issuers: ['郑州市教育局'], type: '工作要点' };
const filler = Array.from({ length: 60 }, (_, i) => `第${i + 1}项工作按计划推进，各学校抓好落实。`).join('\n');

const documents: readonly (readonly [string, Partial<Metadata>])[] = [
  [
    `学前教育意见\n${filler}\n加快普及学前教育。全面实施素质教育。`,
    { ...province, title: '学前教育意见', year: 2012, date: '2012-03-01' },
  ],
  ['工作要点甲\n基本普及学前教育，推进素质教育。', { ...city, title: '工作要点甲', year: 2014, date: '2014-02-01' }],
  [
    '工作要点乙\n基本普及学前教育；深化素质教育，核心素养。',
    { ...city, title: '工作要点乙', year: 2016, date: '2016-02-01', titleYears: [2017] },
  ],
  ['工作要点丙\n發展核心素養，「素質教育」', { ...city, title: '工作要点丙', year: 2018, date: '2018-02-01' }],
  ['无日期的通知\n素质教育与素质教育', { title: '无日期的通知' }],
  [
    '全国的通知\n核心素养',
    { title: '全国的通知', region: '全国', regionCode: '0', issuers: ['教育部'], year: 2021, date: '2021-06-01' },
  ],
  ['大学规定\n素质教育', { title: '大学规定', issuers: ['云州大学教务处'], year: 2018, date: '2018-09-01' }],
];

export interface DeskApp {
  readonly app: Express;
  close(): Promise<void>;
}

/** @param folder for its data */
export function createDeskApp(folder: string): DeskApp {
  const settings = readSettings({ YANJU_DATA_DIR: folder, YANJU_RATE_LIMIT: '0' });
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  catalogue.transaction(() => {
    for (const [i, [text, metadata]] of documents.entries()) {
      catalogue.store.put(versionOf(`文件${i}.txt`, text, metadata), '2026-01-01T00:00:00.000Z');
    }
  });
  const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: 8 });
  const archive = createArchive({ settings, catalogue, engine, embedder: null });
  const pages = createPages({ archive, settings });
  const app = createApp({ archive, settings, logger: pino({ level: 'silent' }), pages, errorPage: renderError });
  return {
    app,
    async close() {
      await engine.close();
      catalogue.close();
    },
  };
}
