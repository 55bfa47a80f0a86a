// What became of files, as the report shows it.
import type { Duplicate, Failure, PartlyRead } from '../../services/domain/report.js';

const at = '2025-06-01T08:00:00.000Z';
export const failedFiles: readonly Failure[] = [
  { file: '教育局/2021/密.docx', code: 'ENCRYPTED', message: '文件有密码保护。', values: {}, at },
  {
    file: '教育局/2022/<b>&"坏"的文件，名字很长很长很长很长很长很长很长很长很长很长很长很长.pdf',
    code: 'DAMAGED',
    message: '旧的说法',
    values: { why: '内部结构有误 / its inner structure is broken' },
    at,
  },
  ...Array.from({ length: 110 }, (_, i) => ({
    file: `汇编.zip/${i}.docx`,
    code: 'EXTRACT_TIMEOUT',
    message: '读取文件超过 60 秒。',
    values: null,
    at,
  })),
];
export const partlyReadFiles: PartlyRead[] = [{ file: '扫描件.pdf', documentId: 'd-preschool', unread: 3, at }];
export const duplicateFiles: Duplicate[] = [
  { file: '副本.docx', of: '原件.docx', documentId: 'd-enrolment', at },
  { file: '又.zip', of: '包.zip', documentId: null, at },
];
