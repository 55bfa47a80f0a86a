import { strToU8, zipSync } from 'fflate';
import { openZip } from '../../../ingest/extract/zip.js';
import { failureCode } from './support/failure-code.js';
import { makeZip } from './support/make-zip.js';

const limits = { maxEntries: 100, maxBytes: 1_000_000 };
const text = (data: Uint8Array | null): string => Buffer.from(data ?? []).toString('utf8');

describe('openZip', () => {
  it('reads members, packed or stored, and knows which are not there', () => {
    const packed = openZip(zipSync({ 'a/b.xml': strToU8('甲'.repeat(1000)) }), limits);
    expect(packed.names).toEqual(['a/b.xml']);
    expect(text(packed.read('a/b.xml'))).toBe('甲'.repeat(1000));
    expect(packed.read('c.xml')).toBeNull();
    expect(text(openZip(zipSync({ a: strToU8('乙') }, { level: 0 }), limits).read('a'))).toBe('乙');
  });

  it('reads an archive with bytes in front of it', () => {
    const zip = Buffer.concat([Buffer.from('junk in front'), zipSync({ a: strToU8('乙') })]);
    expect(text(openZip(zip, limits).read('a'))).toBe('乙');
  });

  it('stops unpacking at the limit, whatever size the headers state', async () => {
    const bomb = Buffer.from(zipSync({ a: new Uint8Array(20_000_000) }));
    const directory = bomb.indexOf('PK\x01\x02');
    bomb.writeUInt32LE(10, directory + 24); // the directory says: 10 bytes
    bomb.writeUInt32LE(10, 22); // and so does the member's own header
    expect(await failureCode(() => openZip(bomb, limits).read('a'))).toBe('DAMAGED');
  });

  it('says that a way of packing is not supported, and not that the file is damaged', async () => {
    const zip = makeZip([{ name: 'a.txt', content: Buffer.from('甲'), method: 14 }]);
    expect(await failureCode(() => openZip(zip, limits).read('a.txt'))).toBe('UNSUPPORTED_TYPE');
  });

  it('counts the limit over all members that are read', async () => {
    const zip = openZip(zipSync({ a: new Uint8Array(600_000), b: new Uint8Array(600_000) }), limits);
    expect(zip.read('a')?.length).toBe(600_000);
    expect(await failureCode(() => zip.read('b'))).toBe('DAMAGED');
  });

  it('refuses more members than the limit before reading any', async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, strToU8('x')]));
    expect(await failureCode(() => openZip(zipSync(many), limits))).toBe('DAMAGED');
  });

  it('ends every cut or changed archive in a reading or an honest code', async () => {
    const zip = zipSync({ 'a.xml': strToU8('甲'.repeat(300)), 'b.xml': strToU8('乙'.repeat(300)) });
    for (let at = 0; at < zip.length; at++) {
      const changed = Uint8Array.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      for (const bytes of [changed, zip.subarray(0, at)]) {
        const code = await failureCode(() => {
          const reader = openZip(bytes, limits);
          for (const name of reader.names) reader.read(name);
        });
        expect(['none', 'DAMAGED', 'ENCRYPTED', 'UNSUPPORTED_TYPE']).toContain(code);
      }
    }
  });
});
