// What OCR read badly is no source of metadata: a name under a seal is absent, never wrong.
import { describe, expect, it } from '@jest/globals';
import { metadataOf } from './metadata-support.js';

const lines = [
  '关于做好招生工作的通知', // 0
  '临教发〔2023〕47号', // 1
  '各区教育局：', // 2
  '现将有关事项通知如下，请遵照执行。', // 3
  '临澜市财政局', // 4
  '临澜市教育局', // 5
  '2023年4月6日', // 6
  '临澜市教育局办公室　2023年4月7日印发', // 7
];
const read = (ocr: Record<number, number>) => metadataOf(lines, { ocr, file: 'documents/扫描招生通知.pdf' }).metadata;
const sure = Object.fromEntries(lines.map((_, i) => [i, 0.99]));

describe('metadata of a page that OCR read', () => {
  it('is read from lines that are sure, as from typed ones', () => {
    expect(read(sure)).toMatchObject({
      title: lines[0],
      number: lines[1],
      issuers: ['临澜市财政局', '临澜市教育局'],
      signature: '临澜市财政局、临澜市教育局',
      addressees: ['各区教育局'],
      date: '2023-04-06',
    });
    expect(read({})).toEqual(read(sure));
  });

  it('names nobody when one of those who sign was read badly', () => {
    for (const at of [4, 5]) expect(read({ ...sure, [at]: 0.88 })).toMatchObject({ issuers: [], signature: null });
  });

  it('takes no number, addressee or date from a line that was read badly', () => {
    expect(read({ ...sure, 1: 0.7 }).number).toBeNull();
    expect(read({ ...sure, 2: 0.7 }).addressees).toEqual([]);
    expect(read({ ...sure, 6: 0.7, 7: 0.7 }).date).toBeNull();
  });

  it('prefers the file’s name to a title that was read badly', () => {
    expect(read({ ...sure, 0: 0.7 }).title).toBe('扫描招生通知');
  });

  it('never takes the office that printed a document for its issuer', () => {
    expect(metadataOf([...lines.slice(0, 4), lines[7] ?? '']).metadata.issuers).toEqual([]);
  });
});
