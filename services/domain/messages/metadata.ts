// What can be wrong with a line of a metadata file; `{name}` is filled in.
export const metadataFileMessages = {
  header: { zh: '第一列的名称应为 file', en: 'the first column must be named file' },
  file: { zh: '缺少文件路径', en: 'the path of the file is missing' },
  twice: { zh: '文件 {value} 出现两次', en: 'the file {value} stands there twice' },
  cells: { zh: '有 {cells} 格，表头只有 {columns} 列', en: '{cells} cells, but the header has {columns} columns' },
  long: { zh: '{column} 超过 {limit} 字', en: '{column} is longer than {limit} characters' },
  region: {
    zh: '地区“{value}”不在行政区划表中，或同名的不止一个；请写全，如 北京市朝阳区',
    en: 'the region {value} is not in the division table, or is ambiguous; write it in full, e.g. 北京市朝阳区',
  },
  year: { zh: '年份“{value}”应为四位数字', en: 'the year {value} must have four digits' },
  date: { zh: '日期“{value}”应如 2021-03-05', en: 'the date {value} must be like 2021-03-05' },
  conflict: { zh: '年份 {year} 与日期 {date} 不一致', en: 'the year {year} does not fit the date {date}' },
  status: { zh: '状态“{value}”应为 {allowed} 之一', en: 'the status {value} must be one of {allowed}' },
  level: { zh: '效力级别“{value}”应为 {allowed} 之一', en: 'the level {value} must be one of {allowed}' },
  encoding: { zh: '文件不是 UTF-8 编码', en: 'the file is not in UTF-8' },
} as const;
