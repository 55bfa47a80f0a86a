// The Meilisearch server by itself: reached, of the version that was tested, with a key that it takes.
import type { Settings } from '../../../config/settings.js';
import type { SayDoctor } from '../../domain/messages/doctor.js';
import type { Check, Found } from './check.js';

/** What docker-compose.yml pins and the engine's tests run on. */
export const testedVersion = '1.50';
/** Of a master key, in Meilisearch's own words for production. */
const LEAST_KEY_BYTES = 16;
const TIMEOUT_MS = 5_000;

const isHere = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

async function versionOf(url: string, key: string | undefined, say: SayDoctor): Promise<string> {
  const answer = await fetch(new URL('/version', url), {
    headers: key ? { Authorization: `Bearer ${key}` } : {},
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    const cause = (error as { cause?: { code?: unknown } }).cause?.code;
    throw new Error(say('meiliOut', { url, why: String(cause ?? (error as Error).name) }));
  });
  if (answer.status === 401 || answer.status === 403) throw new Error(say('meiliRefused', { status: answer.status }));
  if (!answer.ok) throw new Error(say('meiliOut', { url, why: String(answer.status) }));
  const { pkgVersion } = (await answer.json()) as { pkgVersion?: unknown };
  return String(pkgVersion);
}

/** @throws Error when it cannot be reached or refuses the key */
export async function checkMeilisearch(url: string, key: string | undefined, say: SayDoctor): Promise<Found> {
  const version = await versionOf(url, key, say);
  const bytes = Buffer.byteLength(key ?? '');
  if (!version.startsWith(`${testedVersion}.`))
    return { warning: say('meiliOther', { version, tested: testedVersion }) };
  if (bytes === 0 && !isHere(url)) return { warning: say('meiliNoKey', { version }) };
  if (bytes > 0 && bytes < LEAST_KEY_BYTES) return { warning: say('meiliShortKey', { version, bytes }) };
  return say('meiliVersion', { version });
}

export const meilisearchChecks = ({ YANJU_ENGINE, MEILI_URL, MEILI_API_KEY }: Settings, say: SayDoctor): Check[] =>
  YANJU_ENGINE === 'meilisearch' && MEILI_URL
    ? [{ name: 'Meilisearch', run: () => checkMeilisearch(MEILI_URL, MEILI_API_KEY, say) }]
    : [];
