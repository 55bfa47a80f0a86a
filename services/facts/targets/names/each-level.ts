// One value for several levels of education: 小学、初中适龄儿童入学率100% is one for each.
import { indicatorName } from '../indicator-name.js';

/** As an alternation of a pattern. */
export const namedLevels =
  '幼儿园|学前教育|小学|初中|普通高中|高中阶段|高中|中等职业学校|中职|高校|特殊教育学校|特教学校';

const several = new RegExp(`^((?:${namedLevels})(?:[、和与及](?:${namedLevels}))+)(?:学校|阶段)?的?(.{2,})$`, 'u');
export function eachLevel(phrase: string): string[] | null {
  const [, listed = '', head = ''] = several.exec(phrase) ?? [];
  return listed === '' ? null : listed.split(/[、和与及]/u).map((each) => indicatorName(`${each}${head}`));
}
