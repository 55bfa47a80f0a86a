// GET /api/export/…: what search and wording find, all of it, as CSV or Word.
import { citing } from '../../../web/citing.js';
import type { ErrorCode } from '../../domain/errors.js';
import { apiMessages } from '../../domain/messages/api.js';
import { SearchRequest, WordingRequest } from '../../domain/query.js';
import { fileOf, type ListFormat, types } from '../../export/file.js';
import { type ListDeps, searchList } from '../../export/search-list.js';
import { wordingList } from '../../export/wording-list.js';
import { type Context, endpoint } from '../endpoint.js';
import { exampleSearch, exampleWording } from './examples.js';
import { checkQuestion } from './question.js';

/** A list has no pages. */
const SearchList = SearchRequest.omit({ page: true, size: true });
const WordingList = WordingRequest.omit({ page: true, size: true });
const { summaries, lists } = apiMessages;
const searchErrors: readonly ErrorCode[] = ['QUERY_EMPTY', 'QUERY_TOO_LONG', 'ENGINE_UNAVAILABLE', 'EXPORT_FAILED'];
const wordingErrors: readonly ErrorCode[] = ['QUERY_EMPTY', 'QUERY_TOO_LONG', 'EXPORT_FAILED'];

const deps = ({ archive, origin, settings, language }: Context): ListDeps => ({
  archive,
  cite: citing(archive, origin),
  limit: settings.YANJU_MAX_EXPORT_ROWS,
  language,
});
const answer = (format: ListFormat) =>
  ({ kind: 'download', status: 200, type: types[format], description: lists[format] }) as const;

const ofSearch = (format: ListFormat) =>
  endpoint({
    id: format === 'csv' ? 'exportSearchCsv' : 'exportSearchDocx',
    method: 'get',
    path: `/api/export/search.${format}`,
    tag: 'search',
    summary: summaries[format === 'csv' ? 'exportSearchCsv' : 'exportSearchDocx'],
    request: { query: SearchList, example: { query: { q: exampleSearch.query, mode: 'keyword' } } },
    response: answer(format),
    errors: searchErrors,
    async handler({ query }, context) {
      checkQuestion(query, context.settings.YANJU_MAX_QUERY_CHARS);
      return fileOf(await searchList({ ...query, page: 1, size: 1 }, deps(context)), format);
    },
  });

const ofWording = (format: ListFormat) =>
  endpoint({
    id: format === 'csv' ? 'exportWordingCsv' : 'exportWordingDocx',
    method: 'get',
    path: `/api/export/wording.${format}`,
    tag: 'search',
    summary: summaries[format === 'csv' ? 'exportWordingCsv' : 'exportWordingDocx'],
    request: { query: WordingList, example: { query: { q: exampleWording.query } } },
    response: answer(format),
    errors: wordingErrors,
    async handler({ query }, context) {
      checkQuestion(query, context.settings.YANJU_MAX_QUERY_CHARS);
      return fileOf(await wordingList({ ...query, page: 1, size: 1 }, deps(context)), format);
    },
  });

export const exportSearchCsv = ofSearch('csv');
export const exportSearchDocx = ofSearch('docx');
export const exportWordingCsv = ofWording('csv');
export const exportWordingDocx = ofWording('docx');
