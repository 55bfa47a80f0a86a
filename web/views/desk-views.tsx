// The three views of the wording desk: lines, timeline, variants. Each link takes along what that view understands.
import { href } from '../links.js';
import type { Given } from '../parameters.js';
import type { View } from './view.js';

const everywhere = 'region year yearFrom yearTo type issuer status dateYear ownRegion issuerLevel'.split(' ');
const counting = [...everywhere, ...'loose punctuation script numerals with near without withoutIn'.split(' ')];
const views = [
  ['/wording', 'viewLines', counting],
  ['/timeline', 'viewTimeline', counting],
  ['/variants', 'viewVariants', everywhere],
] as const;

export function DeskViews({ view, given }: { readonly view: View; readonly given: Given }) {
  const { here, say } = view;
  const all = given.q?.trim();
  const one = here.path === '/timeline' ? all?.split(/\s*[\n\r]\s*/u)[0] : all;
  return (
    <nav class="views" aria-label={say('wordingViews')}>
      {views.map(([path, key, names]) => (
        <a
          key={path}
          href={href(path, {
            q: path === '/timeline' ? all : one,
            ...Object.fromEntries(names.map((name) => [name, given[name]])),
          })}
          aria-current={here.path === path ? 'page' : undefined}
        >
          {say(key)}
        </a>
      ))}
    </nav>
  );
}
