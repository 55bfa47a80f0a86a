import { readDoc } from '../../../ingest/extract/doc.js';
import { failureCode, shortly } from './support/failure-code.js';
import { makeDoc, makeOle } from './support/make-doc.js';

describe('readDoc', () => {
  it('reads paragraphs with their quote marks and dashes as they are', async () => {
    const { blocks } = await readDoc(makeDoc('关于“双减”工作的通知\r第一条　为了——\r'));
    expect(shortly(blocks)).toEqual(['p 关于“双减”工作的通知', 'p 第一条　为了——']);
  });

  it('shows the result of a field, not its code', async () => {
    const { blocks } = await readDoc(makeDoc('见\x13 HYPERLINK "http://x" \x14附件\x15。\r'));
    expect(shortly(blocks)).toEqual(['p 见附件。']);
  });

  it('leaves out tracked deletions, and nothing that is only formatted', async () => {
    const text = '保留删除语言加粗\r';
    const runs = [
      { from: 0, to: 2, properties: [0x35, 0x08, 0x01] }, // bold
      { from: 2, to: 4, properties: [0x35, 0x08, 0x01, 0x00, 0x08, 0x01] }, // bold and deleted
      { from: 4, to: 6, properties: [0x60, 0x4a, 0x01, 0x00] }, // the same low bits as a deletion's code
      { from: 6, to: 9, properties: [0x00, 0x08, 0x00] }, // expressly not deleted
    ];
    const { blocks } = await readDoc(makeDoc(text, 0, runs));
    expect(shortly(blocks)).toEqual(['p 保留语言加粗']);
  });

  it('says that an encrypted file is encrypted, an older one unsupported and a broken one damaged', async () => {
    expect(await failureCode(() => readDoc(makeDoc('密\r', 0x0100)))).toBe('ENCRYPTED');
    const old = Buffer.alloc(4096);
    old.writeUInt16LE(0xa5dc, 0);
    expect(await failureCode(() => readDoc(makeOle({ WordDocument: old })))).toBe('UNSUPPORTED_TYPE');
    const broken = Buffer.alloc(4096);
    broken.writeUInt16LE(0xa5ec, 0);
    expect(await failureCode(() => readDoc(makeOle({ WordDocument: broken })))).toBe('DAMAGED');
  });
});
