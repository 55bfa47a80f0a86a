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
