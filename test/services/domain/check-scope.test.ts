// The scope of a check, as the text fields of a form say it.
import { checkScope, ScopeFields } from '../../../services/domain/check-scope.js';

test('names stand one a line, whatever signs they hold; ids alone may follow each other', () => {
  const leaveOut = '《关于甲、乙，丙的通知》\n  a1b2, c3d4、e5f6 \n\n市政府/2016/某，文件.html';
  expect(ScopeFields.parse({ leaveOut }).leaveOut).toEqual([
    '《关于甲、乙，丙的通知》',
    'a1b2',
    'c3d4',
    'e5f6',
    '市政府/2016/某，文件.html',
  ]);
  expect(ScopeFields.parse({ types: '通知，意见 办法' }).types).toEqual(['通知', '意见', '办法']);
});

test('what is wrong is named', () => {
  expect(checkScope({ region: undefined })).toEqual({ onlyInForce: false });
  expect(() => checkScope({ yearFrom: 2024, yearTo: 2020 })).toThrow('yearFrom');
  expect(() => checkScope({ yearFrom: 1 })).toThrow('yearFrom');
  expect(() => checkScope({ region: ' ' })).toThrow('region');
});
