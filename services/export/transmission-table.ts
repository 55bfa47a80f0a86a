// What became of each sentence as a table. The order of its columns is for good: new ones come last.
import { sayExportIn } from '../domain/messages/export.js';
import { sayIn } from '../domain/messages/web.js';
import type { CitedSide } from './comparison.js';
import { type Column, numbered, type Table, tableOf } from './taken.js';
import type { CarriedRow, TakenTransmission } from './transmission.js';

const words = (parts: CarriedRow['a']): string => parts.map(({ text }) => text).join('');
const joined = (sides: readonly CitedSide[] | undefined, which: keyof CitedSide): string =>
  (sides ?? []).map((side) => side[which]).join('；');

export function transmissionTable({ language, title, warnings, rows }: TakenTransmission): Table {
  const [say, web] = [sayExportIn(language), sayIn(language)];
  const columns: Column<readonly [CarriedRow, number]>[] = [
    [say('n'), ([, n]) => String(n)],
    [say('fate'), ([{ fate }]) => web(`fate_${fate}`)],
    [say('unitPlace'), ([{ place }]) => place],
    [say('superiorWords'), ([{ a }]) => words(a)],
    [say('localWords'), ([{ b }]) => words(b)],
    [say('changedValues'), ([{ values }]) => values],
    [say('superiorCitation'), ([{ cited }]) => joined(cited?.a, 'cited')],
    [say('superiorLink'), ([{ cited }]) => joined(cited?.a, 'link')],
    [say('localCitation'), ([{ cited }]) => joined(cited?.b, 'cited')],
    [say('localLink'), ([{ cited }]) => joined(cited?.b, 'link')],
  ];
  return { language, title, warnings, ...tableOf(columns, numbered(rows)) };
}
