// Which lines of which files were judged by hand to be noise: the reader of noise-labels.tsv.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.js';

export const noiseKinds = [
  'navigation',
  'advert',
  'share',
  'related',
  'footer',
  'watermark',
  'page-number',
  'script',
  'other',
] as const;
/** good: also what stands in no range; meta and unsure count neither as good nor as noise. */
export const lineKinds = ['good', 'good-injected', 'meta', 'unsure', ...noiseKinds] as const;
export type LineKind = (typeof lineKinds)[number];
export type Half = 'dev' | 'held-out';

export interface LabelledRange {
  readonly from: number;
  readonly to: number;
  readonly kind: LineKind;
}
export interface LabelledFile {
  readonly file: string;
  readonly sha256: string;
  readonly half: Half;
  readonly ranges: readonly LabelledRange[];
}

const labelsFile = join(projectRoot, 'bench', 'extraction', 'noise-labels.tsv');

export function readLabels(text: string = readFileSync(labelsFile, 'utf8')): LabelledFile[] {
  const files = new Map<string, LabelledFile & { ranges: LabelledRange[] }>();
  for (const row of text.split('\n').slice(0, -1)) {
    if (row.startsWith('#') || row.startsWith('file\t')) continue;
    const [file = '', sha256 = '', half = '', from = '', to = '', kind = ''] = row.split('\t');
    const entry = files.get(file) ?? { file, sha256, half: half as Half, ranges: [] }; // a test checks the form
    files.set(file, entry);
    entry.ranges.push({ from: Number(from), to: Number(to), kind: kind as LineKind });
  }
  return [...files.values()];
}

/** The kind of a line, numbered from 1. */
export const kindOf =
  (ranges: readonly LabelledRange[]) =>
  (line: number): LineKind =>
    ranges.find(({ from, to }) => from <= line && line <= to)?.kind ?? 'good';

export const isNoise = (kind: LineKind): boolean => (noiseKinds as readonly string[]).includes(kind);
export const isGood = (kind: LineKind): boolean => kind === 'good' || kind === 'good-injected';
