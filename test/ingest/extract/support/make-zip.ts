// Zips as honest and dishonest packers write them: names in any encoding, flags, stated sizes.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  /** bytes, for names that are not UTF-8 */
  readonly name: string | Buffer;
  readonly content: Uint8Array | string;
  /** general purpose flags; 0x800: the name is UTF-8, 1: encrypted */
  readonly flags?: number;
  readonly method?: number;
  /** size as stated, true or not */
  readonly size?: number;
  readonly crc?: number;
  readonly unixMode?: number;
  readonly extra?: Buffer;
}

export function makeZip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const { flags = typeof file.name === 'string' ? 0x800 : 0, method = 8, extra = Buffer.alloc(0) } = file;
    const name = Buffer.from(file.name as string); // a copy either way
    const content = Buffer.from(file.content as string);
    const packed = method === 8 ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(file.crc ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(file.size ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    common.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, extra, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((file.unixMode ?? 0) << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, rest, name, extra]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
