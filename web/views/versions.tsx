// Versions of a document: that this is an older one, and the list of them all.
import type { DocumentVersion } from '../../services/domain/document.js';
import type { SinceThen } from '../aligned.js';
import { documentPath, href } from '../links.js';
import { count, type View } from './view.js';

interface OldProps {
  readonly view: View;
  readonly id: string;
  readonly version: number;
  readonly versions: readonly DocumentVersion[];
  readonly since: SinceThen;
}

const day = (at: string): string => at.slice(0, 10);
const versionHref = (id: string, version: number): string => href(documentPath(id), { v: version });
const compareVersions = (id: string, a: number, b: number): string =>
  href('/compare', { a: `${id}@${a}`, b: `${id}@${b}` });

/** Stays in sight: whoever comes by a link to a paragraph sees it there. */
export function OldVersion({ view, id, version, versions, since: { aligned, added } }: OldProps) {
  const { say } = view;
  const newest = versions.at(-1)?.version ?? version;
  const own = versions.find((one) => one.version === version);
  const [changed, gone] = (['changed', 'gone'] as const).map(
    (kind) => aligned.filter((paragraph) => paragraph.kind === kind).length,
  );
  const same = changed === 0 && gone === 0 && added === 0;
  return (
    <aside class="notice strong old-version" aria-label={say('versionNotice')}>
      <p>
        {say('oldVersion', { version, newest, at: day(own?.ingestedAt ?? '') })}{' '}
        {same
          ? say('oldVersionSame')
          : say('oldVersionChanged', { changed: count(changed ?? 0), added: count(added), gone: count(gone ?? 0) })}
      </p>
      <p>
        <a href={documentPath(id)}>{say('toNewest', { newest })}</a>{' '}
        {!same && <a href={compareVersions(id, version, newest)}>{say('compareVersions')}</a>}
      </p>
    </aside>
  );
}

interface ListProps {
  readonly view: View;
  readonly id: string;
  readonly shown: number;
  readonly versions: readonly DocumentVersion[];
}

function whatChanged({ say }: View, { version, sameFile, sameText }: DocumentVersion): string {
  if (version === 1) return say('versionFirst');
  if (sameText) return say(sameFile ? 'versionReadSame' : 'versionSameText');
  return say(sameFile ? 'versionReadAnew' : 'versionNewText');
}

/** Only where there are several. */
export function Versions({ view, id, shown, versions }: ListProps) {
  if (versions.length < 2) return null;
  const { say } = view;
  return (
    <details class="versions">
      <summary>{say('versionsTitle', { count: versions.length })}</summary>
      <ol>
        {[...versions].reverse().map((one) => (
          <li key={one.version}>
            <a href={versionHref(id, one.version)} aria-current={one.version === shown ? 'page' : undefined}>
              {say('versionNumber', { version: one.version })}
            </a>{' '}
            <time dateTime={one.ingestedAt}>{day(one.ingestedAt)}</time>{' '}
            <span>{say('versionCharacters', { characters: count(one.characters) })}</span>{' '}
            <span>{whatChanged(view, one)}</span>{' '}
            {one.version > 1 && !one.sameText && (
              <a href={compareVersions(id, one.version - 1, one.version)}>{say('compareBefore')}</a>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
