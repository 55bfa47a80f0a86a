import { readOleDirectory } from '../../../ingest/extract/ole.js';
import { failureCode } from './support/failure-code.js';
import { makeOle } from './support/make-doc.js';

describe('readOleDirectory', () => {
  it('reads streams whole, by their chains of sectors', () => {
    const content = Buffer.from(Array.from({ length: 9000 }, (_, i) => i % 251));
    const ole = readOleDirectory(makeOle({ One: Buffer.alloc(10, 7), Two: content }));
    expect(ole.streams.map(({ name }) => name)).toEqual(['Root Entry', 'One', 'Two']);
    expect(ole.read('Two')?.subarray(0, content.length)).toEqual(content);
    expect(ole.read('Three')).toBeNull();
  });

  it('gives what is there of a stream that the file ends in, and ends where a chain runs in a circle', () => {
    const file = makeOle({ One: Buffer.alloc(6000, 7) });
    const fat = file.readUInt32LE(76);
    file.writeUInt32LE(0, (fat + 1) * 512 + 4); // the second sector leads back to the first
    const read = readOleDirectory(file).read('One');
    expect(read?.length).toBeLessThanOrEqual(file.length);
  });

  it('says that a file whose directory lies elsewhere is damaged', async () => {
    const file = makeOle({ One: Buffer.alloc(10) });
    file.writeUInt32LE(100_000, 48);
    expect(await failureCode(() => readOleDirectory(file))).toBe('DAMAGED');
  });
});
