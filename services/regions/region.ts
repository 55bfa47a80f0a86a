// A region as documents and filters carry it: its code, its full official name, and the regions it lies in.
import { divisions } from './divisions.js';

export interface Region {
  /** official division code as a prefix; '0' for the whole country */
  readonly code: string;
  /** 河南省; 青岛市; a district or county with its city: 北京市昌平区, 广州市番禺区; 全国 */
  readonly name: string;
  /** codes from the province down to itself; a region takes in every region whose path holds its code */
  readonly path: readonly string[];
}

export const nationwide: Region = { code: '0', name: '全国', path: ['0'] };

/** The region of a code; null for a code that the table does not have. */
export function regionByCode(code: string): Region | null {
  if (code === nationwide.code) return nationwide;
  const division = divisions().get(code);
  if (!division) return null;
  return { code, name: fullName(division.code), path: division.path };
}

/** Codes from the province down to `code`; empty for a code that the table does not have. */
export const regionPath = (code: string): readonly string[] => regionByCode(code)?.path ?? [];

function fullName(code: string): string {
  const division = divisions().get(code);
  if (!division) return '';
  const above = divisions().get(division.path.at(-2) ?? '');
  // A county directly under a province or autonomous region is named alone: 仙桃市. So is a zone that names its city.
  const zone = division.code >= `${above?.code}70` && division.name.startsWith(above?.name.slice(0, 2) ?? '');
  const alone = division.level !== 'district' || !above || zone || /(?:省|自治区)$/u.test(above.name);
  return alone ? division.name : `${above.name}${division.name}`;
}
