// For how many something is counted: 每万名居民有2名全科医生, 每10万人口…医师不低于3名. It is part of the name.
import { withoutPredicate } from './phrase.js';

const many = '每\\d*[百千万][名个人所]?(?!分)[\\p{Script=Han}]{1,8}?';
const ending = new RegExp(`(${many})(?:应当?|须|要)?(?:[拥配]?有|配备|设置|设有?)?$`, 'u');
const leading = new RegExp(`(${many})(?:应当?|须|要|[拥配]有|配备|配置|设置)`, 'u');

/** What ends a text up to a quantity whose noun stands behind it. */
export const forEachBefore = (since: string): string | undefined => ending.exec(withoutPredicate(since))?.[1];
/** What leads up to the verb before a noun and its quantity. */
export const forEachWith = (since: string): string | undefined => leading.exec(since)?.[1];
export const saysForEach = (text: string): boolean => /每\d*[百千万]/u.test(text);
