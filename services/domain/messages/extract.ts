// Why a file cannot be read, in a few words; they fill {why} and {type} of the errors about files.
import type { Language, Message } from './language.js';

/** For DAMAGED. */
export const damageReasons = {
  zip: { zh: '压缩包的目录不完整', en: 'the zip directory is incomplete' },
  zipEntry: { zh: '压缩包里的内容解不开', en: 'a member of the zip cannot be unpacked' },
  zipEntries: { zh: '压缩包里的文件太多', en: 'the zip holds too many members' },
  zipTooLarge: { zh: '压缩内容展开后过大', en: 'the zip unpacks to far too much' },
  ole: { zh: '复合文档的目录不完整', en: 'the compound file directory is incomplete' },
  noBody: { zh: '找不到正文', en: 'the body of the document is missing' },
  structure: { zh: '内部结构有误', en: 'its inner structure is broken' },
} as const;
export type DamageReason = keyof typeof damageReasons;

/** For UNSUPPORTED_TYPE. Types that are called by their extension everywhere are not listed. */
export const typeNames = {
  image: { zh: '图片', en: 'image' },
  audioVideo: { zh: '音频或视频', en: 'audio or video' },
  executable: { zh: '程序', en: 'executable' },
  database: { zh: '数据库', en: 'database' },
  archive: { zh: '压缩包', en: 'archive' },
  zipMethod: {
    zh: '压缩包里用了 store、deflate 以外的压缩方法，请解开后重新压缩',
    en: 'a zip packed by a method other than store or deflate: unpack it and zip it again',
  },
  email: { zh: '邮件', en: 'e-mail' },
  wordXml: { zh: 'Word XML 文档', en: 'Word XML document' },
  word95: { zh: 'Word 95 或更早的文档', en: 'document of Word 95 or earlier' },
  works: { zh: 'Works 文档', en: 'Works document' },
  ole: { zh: '未知的复合文档', en: 'unknown compound file' },
  binary: { zh: '未知的二进制文件', en: 'unknown binary file' },
} as const;
export type TypeName = keyof typeof typeNames;

/** As a failure keeps it, whatever language it will be told in. */
export const inBoth = ({ zh, en }: Message): string => `${zh} / ${en}`;

const kept = new Map<unknown, Message>(
  [...Object.values(damageReasons), ...Object.values(typeNames)].map((message) => [inBoth(message), message]),
);

/** What `inBoth` gave, in one language; any other value as it is. */
export const inOne = <T>(value: T, language: Language): T | string => kept.get(value)?.[language] ?? value;
