// A small made-up archive whose targets have been read: 云州省, its city 临澜市 and the district 望湖区, with a reprint.
import type { Catalogue } from '../../services/catalogue/open.js';
import { openCatalogue } from '../../services/catalogue/open.js';
import { createSnapshot } from '../../services/catalogue/snapshot.js';
import { documentIdOf } from '../../services/catalogue/store.js';
import { placing } from '../../services/citation/place.js';
import type { Archive } from '../../services/domain/archive.js';
import type { Metadata } from '../../services/domain/document.js';
import { TargetsRequest, type TargetsResponse } from '../../services/domain/target-table.js';
import { askTargets } from '../../services/facts/ask-targets/ask-targets.js';
import { targetsOfDocument } from '../../services/facts/ask-targets/show-targets.js';
import { keepFacts } from '../../services/facts/keep-facts.js';
import { linkDocuments } from '../../services/families/link-documents.js';
import { createCoverage } from '../../services/search/coverage.js';
import { rules } from '../services/families/made-up.js';
import { versionOf } from './versions.js';

const at = '2026-01-01T00:00:00.000Z';
const city = { region: '临澜市', regionCode: '9001', issuers: ['临澜市教育局'] };
const province = { region: '云州省', regionCode: '90', issuers: ['云州省教育厅'] };
const planTitle = '临澜市“十四五”教育发展规划';
const plan = (goal: string): string => rules({ title: planTitle, changed: { 1: `第1条 ${goal}` } });
const goal = '到2025年，学前三年毛入园率达到95%以上，新增学位12000个。';

type File = readonly [file: string, text: string, metadata: Partial<Metadata>];
export const deskFiles: readonly File[] = [
  ['规划.txt', plan(goal), { title: planTitle, date: '2021-11-20', year: 2021, type: '规划', ...city }],
  ['转载/规划.html', `${plan(goal)}\n来源：临澜教育网`, { title: planTitle, date: '2021-11-20', year: 2021, ...city }],
  [
    '要点2023.txt',
    '临澜市教育局2023年工作要点\n到2023年，学前三年毛入园率达到92.3%。小学班额不超过45人。',
    {
      title: '临澜市教育局2023年工作要点',
      date: '2023-02-10',
      year: 2023,
      titleYears: [2023],
      type: '工作要点',
      ...city,
    },
  ],
  [
    '要点2024.txt',
    '临澜市教育局2024年工作要点\n到2024年，学前三年毛入园率达到93%。到2025年，学前三年毛入园率达到93.6%。',
    {
      title: '临澜市教育局2024年工作要点',
      date: '2024-02-10',
      year: 2024,
      titleYears: [2024],
      type: '工作要点',
      ...city,
    },
  ],
  [
    '省意见.txt',
    '云州省关于学前教育的意见\n到2025年，学前教育毛入园率提高到91%。高中阶段教育毛入学率达到93%以上。',
    { title: '云州省关于学前教育的意见', date: '2020-05-01', year: 2020, type: '意见', status: '现行', ...province },
  ],
  [
    '望湖区通知.txt',
    '望湖区关于招生的通知\n到2025年，学前三年毛入园率达到97%。',
    {
      title: '望湖区关于招生的通知',
      date: '2025-03-01',
      year: 2025,
      type: '通知',
      region: '临澜市望湖区',
      regionCode: '900102',
      issuers: ['望湖区教育局'],
    },
  ],
  [
    '无数.txt',
    '临澜市教师节慰问信\n向全体教师问好。',
    { title: '临澜市教师节慰问信', date: '2022-09-01', year: 2022, ...city },
  ],
];
export const idOf = documentIdOf;

export interface Desk {
  readonly catalogue: Catalogue;
  /** as the archive answers it */
  readonly archive: Pick<Archive, 'targets' | 'documentTargets' | 'places'>;
  ask(request?: Record<string, unknown>): TargetsResponse;
}

export function putDeskFiles(catalogue: Catalogue, files: readonly File[] = deskFiles): void {
  for (const [file, text, metadata] of files) {
    catalogue.transaction(() => catalogue.store.put(versionOf(file, text, metadata), at));
  }
}

/** The caller closes the catalogue. */
export async function targetsDesk(folder: string, files: readonly File[] = deskFiles): Promise<Desk> {
  const catalogue = openCatalogue(folder);
  putDeskFiles(catalogue, files);
  await linkDocuments(catalogue);
  await keepFacts(catalogue);
  const snapshot = createSnapshot(catalogue);
  const deps = { catalogue, snapshot, coverage: createCoverage(catalogue, snapshot) };
  const targets = (request: TargetsRequest) => askTargets(request, deps);
  return {
    catalogue,
    archive: {
      targets,
      documentTargets: (id, page, size) => targetsOfDocument(id, { page, size }, catalogue),
      places: (id) => ({
        version: catalogue.documents.versionOf(id),
        of: placing(catalogue.documents.text(id).text, catalogue.documents.passages(id)),
      }),
    },
    ask: (request = {}) => targets(TargetsRequest.parse(request)),
  };
}
