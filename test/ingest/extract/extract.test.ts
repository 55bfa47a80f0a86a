import fc from 'fast-check';
import { detectFormat } from '../../../ingest/extract/detect.js';
import { extract } from '../../../ingest/extract/extract.js';
import { extractLimits } from '../../support/limits.js';
import { failureCode } from './support/failure-code.js';
import { makeDoc } from './support/make-doc.js';
import { abstractNumbering, makeDocx, numbered, numberingInstance, paragraph } from './support/make-docx.js';
import { makePdf } from './support/make-pdf.js';

const limits = extractLimits;
const samples: readonly Uint8Array[] = [
  makeDocx(paragraph('临江市教育局通知') + numbered('总体要求', 1), {
    numbering: abstractNumbering(0, [{ format: 'chineseCounting', text: '%1、' }]) + numberingInstance(1, 0),
  }),
  makeDoc('临江市教育局通知\r'),
  makePdf([[{ text: '临江市教育局通知', x: 72, y: 700 }]]),
  Buffer.from('<html><body><table><tr><td>临江市</td></tr></table><p>通知</body></html>'),
  Buffer.from('# 通知\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n'),
];
const codes = [
  'none',
  'EMPTY_FILE',
  'NO_TEXT',
  'ENCRYPTED',
  'DAMAGED',
  'UNSUPPORTED_TYPE',
  'ENCODING_UNKNOWN',
  'TEXT_TOO_LONG',
];

describe('extract', () => {
  it('reads every format and says which it was', async () => {
    const formats = await Promise.all(samples.map(async (bytes) => (await extract(bytes, 'x.md', limits)).format));
    expect(formats).toEqual(['docx', 'doc', 'pdf', 'html', 'md']);
  });

  it('refuses a file without text and one with too much', async () => {
    const page = Buffer.from('<html><body><img src="x"></body></html>');
    expect(await failureCode(() => extract(page, 'x.html', limits))).toBe('NO_TEXT');
    expect(await failureCode(() => extract(Buffer.from('字'.repeat(11)), 'x', { ...limits, maxTextChars: 10 }))).toBe(
      'TEXT_TOO_LONG',
    );
  });

  it('ends with a text or a code on files that are cut, changed or mixed, never with another error', async () => {
    const change = fc.record({
      sample: fc.constantFrom(...samples),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      with: fc.uint8Array({ minLength: 1, maxLength: 40 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ sample, at, with: piece, cut }) => {
        const position = Math.floor(at * sample.length);
        const changed = Buffer.concat([
          sample.subarray(0, position),
          piece,
          cut ? Buffer.alloc(0) : sample.subarray(position + piece.length),
        ]);
        expect(codes).toContain(await failureCode(() => extract(changed, 'x', limits)));
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('says that a compound file of nothing but its signature is damaged', async () => {
    const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await failureCode(() => extract(signature, 'x.doc', limits))).toBe('DAMAGED');
  });

  it('detects a type, or says why not, for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect(codes).toContain(await failureCode(() => detectFormat(bytes, 'x')));
      }),
    );
  });
});
