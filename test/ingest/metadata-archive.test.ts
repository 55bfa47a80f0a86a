// Metadata of real documents against what their headers, folders and names state. Plain text files only, to be quick.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.js';
import { clean } from '../../ingest/clean.js';
import { readText } from '../../ingest/extract/text.js';
import { type GivenMetadata, readMetadataFile } from '../../ingest/metadata/file.js';
import { readMetadata } from '../../ingest/metadata.js';
import { structure } from '../../ingest/structure.js';
import { regionPath } from '../../services/regions/regions.js';

const archive = join(process.env.YANJU_SHARED ?? join(projectRoot, '..', 'shared'), 'archive');
const present = existsSync(join(archive, 'metadata.tsv'));
const when = present ? describe : describe.skip;
const title = present
  ? 'the shared archive'
  : 'the shared archive (SKIPPED: set YANJU_SHARED to a folder that holds it)';

when(title, () => {
  const truth: ReadonlyMap<string, GivenMetadata> = present
    ? readMetadataFile(join(archive, 'metadata.tsv'))
    : new Map();
  const documents = join(archive, 'documents');
  const read = (file: string) => {
    const extracted = readText(readFileSync(join(documents, file)), file.endsWith('.md') ? 'md' : 'txt');
    return readMetadata({ structured: structure(clean(extracted)), extracted, file }).metadata;
  };
  const files = present ? readdirSync(documents, { recursive: true, encoding: 'utf8' }) : [];
  const known = files
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .flatMap((file) => {
      const given = truth.get(file);
      return given ? [{ file, given, metadata: read(file) }] : [];
    });
  const share = (count: number, of: number): number => count / Math.max(1, of);

  test('regions are right for 97 % and wrong for at most 1 %', () => {
    const stated = known.flatMap(({ given: { region }, metadata }) => (region ? [{ region, metadata }] : []));
    const inside = stated.filter(({ region, metadata }) => regionPath(metadata.regionCode ?? '').includes(region.code));
    const absent = stated.filter(({ metadata }) => metadata.regionCode === null);
    expect(stated.length).toBeGreaterThan(200);
    expect(share(inside.length, stated.length)).toBeGreaterThanOrEqual(0.97);
    expect(share(stated.length - inside.length - absent.length, stated.length)).toBeLessThanOrEqual(0.01);
  });

  test('years are right for 97 %', () => {
    const stated = known.flatMap(({ given: { year }, metadata }) => (year === undefined ? [] : [{ year, metadata }]));
    const right = stated.filter(({ year, metadata }) => [metadata.year, ...metadata.titleYears].includes(year));
    expect(stated.length).toBeGreaterThan(200);
    expect(share(right.length, stated.length)).toBeGreaterThanOrEqual(0.97);
  });
});
