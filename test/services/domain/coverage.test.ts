import { toldCoverage } from '../../../services/domain/messages/coverage.js';

const coverage = { documents: 1_430, ocr: 12, undated: 3, yearFrom: 1998, yearTo: 2025, failed: 2, partial: 1 };

test('what was searched is told with everything that may be missing', () => {
  expect(toldCoverage(coverage, 'zh')).toBe(
    '检索了 1,430 份文件（1998—2025 年），其中 12 份有图片识别的文字，可能有错字，3 份没有日期。全库另有 2 个文件读不出，没有检索到，1 个文件只读出一部分。',
  );
  expect(toldCoverage(coverage, 'en')).toBe(
    '1,430 documents were searched (1998–2025), of which 12 hold text read from pictures, which may have errors, 3 have no date. In the whole archive, 2 files could not be read and were not searched, 1 files were read in part only.',
  );
});

test('what is not missing is not spoken of', () => {
  const whole = { ...coverage, ocr: 0, undated: 0, failed: 0, partial: 0 };
  expect(toldCoverage(whole, 'zh')).toBe('检索了 1,430 份文件（1998—2025 年）。');
  expect(toldCoverage({ ...whole, yearFrom: 2025 }, 'en')).toBe('1,430 documents were searched (2025).');
  expect(toldCoverage({ ...whole, documents: 0, yearFrom: null, yearTo: null }, 'zh')).toBe('检索了 0 份文件。');
});
