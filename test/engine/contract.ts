// What every engine does, whatever it is made of. An adapter's test file calls `describeEngine`.
import { describeChanging } from './changing.js';
import type { OpenedEngine } from './checks.js';
import { describeSearching } from './searching.js';

export type { OpenedEngine };

export function describeEngine(name: string, open: () => Promise<OpenedEngine>): void {
  describeSearching(name, open);
  describeChanging(name, open);
}
