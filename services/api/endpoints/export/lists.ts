// GET /api/export/{search,wording,targets}.{csv,docx}: all that was found, as CSV or Word.
import { z } from 'zod';
import type { ErrorCode } from '../../../domain/errors.js';
import { SearchRequest, WordingRequest } from '../../../domain/query.js';
import { TargetsRequest } from '../../../domain/target-table.js';
import { csvFile, docxFile, type FileFormat, type TakenFile } from '../../../export/file.js';
import type { TakenList } from '../../../export/list.js';
import { searchList } from '../../../export/search-list.js';
import { targetsList } from '../../../export/targets-list.js';
import { wordingList } from '../../../export/wording-list.js';
import { exampleIndicator, exampleSearch, exampleWording } from '../examples.js';
import { checkQuestion, checkTargetYears } from '../question.js';
import { download } from './download.js';

/** A list has no pages. */
const SearchList = SearchRequest.omit({ page: true, size: true });
const WordingList = WordingRequest.omit({ page: true, size: true });
const TargetsList = TargetsRequest.omit({ q: true, perCell: true, page: true, size: true }).extend({
  indicator: z.string().trim().min(1).max(200).meta({ description: '一个指标 / one indicator' }),
});

const fileIn: Readonly<Record<FileFormat, (list: TakenList) => TakenFile | Promise<TakenFile>>> = {
  csv: csvFile,
  docx: docxFile,
};
const questionErrors: readonly ErrorCode[] = ['QUERY_EMPTY', 'QUERY_TOO_LONG'];
const onePage = { page: 1, size: 1 };

const ofSearch = (format: FileFormat) =>
  download({
    id: format === 'csv' ? 'exportSearchCsv' : 'exportSearchDocx',
    path: 'search',
    format,
    tag: 'search',
    request: { query: SearchList, example: { query: { q: exampleSearch.query, mode: 'keyword' } } },
    errors: [...questionErrors, 'ENGINE_UNAVAILABLE'],
    async file({ query }, deps, settings) {
      checkQuestion(query, settings.YANJU_MAX_QUERY_CHARS);
      return fileIn[format](await searchList({ ...query, ...onePage }, deps));
    },
  });

const ofWording = (format: FileFormat) =>
  download({
    id: format === 'csv' ? 'exportWordingCsv' : 'exportWordingDocx',
    path: 'wording',
    format,
    tag: 'search',
    request: { query: WordingList, example: { query: { q: exampleWording.query } } },
    errors: questionErrors,
    async file({ query }, deps, settings) {
      checkQuestion(query, settings.YANJU_MAX_QUERY_CHARS);
      return fileIn[format](await wordingList({ ...query, ...onePage }, deps));
    },
  });

const ofTargets = (format: FileFormat) =>
  download({
    id: format === 'csv' ? 'exportTargetsCsv' : 'exportTargetsDocx',
    path: 'targets',
    format,
    tag: 'search',
    request: { query: TargetsList, example: { query: { indicator: exampleIndicator, forYear: '2025' } } },
    errors: ['REGION_UNKNOWN', 'STATUS_UNKNOWN'],
    async file({ query }, deps) {
      checkTargetYears(query);
      return fileIn[format](await targetsList({ ...query, ...onePage, perCell: 1 }, deps));
    },
  });

export const exportSearchCsv = ofSearch('csv');
export const exportSearchDocx = ofSearch('docx');
export const exportWordingCsv = ofWording('csv');
export const exportWordingDocx = ofWording('docx');
export const exportTargetsCsv = ofTargets('csv');
export const exportTargetsDocx = ofTargets('docx');
