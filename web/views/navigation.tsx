// The header's links: the two doors and the desks most used in a line, every desk in a menu that needs no script.
import type { WebKey } from '../../services/domain/messages/web.js';
import { href } from '../links.js';
import type { View } from './view.js';

type Entry = readonly [path: string, name: WebKey];

/** On a phone the doors alone stand beside the menu. */
const doors: readonly Entry[] = [
  ['/', 'navAsk'],
  ['/search', 'navSearch'],
];
const inLine: readonly Entry[] = [
  ['/wording', 'navWording'],
  ['/check', 'navCheck'],
  ['/targets', 'navTargets'],
  ['/citations', 'navCitations'],
  ['/documents', 'navDocuments'],
];
const desks: readonly (readonly [...Entry, is: WebKey])[] = [
  ['/', 'navAsk', 'deskAsk'],
  ['/search', 'navSearch', 'deskSearch'],
  ['/wording', 'wordingTitle', 'deskWording'],
  ['/timeline', 'viewTimeline', 'deskTimeline'],
  ['/variants', 'viewVariants', 'deskVariants'],
  ['/compare', 'compareTitle', 'deskCompare'],
  ['/check', 'checkTitle', 'deskCheck'],
  ['/targets', 'targetsTitle', 'deskTargets'],
  ['/citations', 'navCitations', 'deskCitations'],
  ['/documents', 'listTitle', 'deskDocuments'],
  ['/saved', 'savedTitle', 'deskSaved'],
  ['/failures', 'navReport', 'deskReport'],
  ['/admin', 'adminTitle', 'deskAdmin'],
  ['/about', 'navAbout', 'deskAbout'],
  ['/api/docs', 'navApi', 'deskApi'],
];

/** The wording desk's other views have no entry of their own in the line. */
const isOf = (entry: string, path: string): boolean =>
  entry === '/wording' && (path === '/timeline' || path === '/variants');

const Line = ({
  view,
  entries,
  line,
}: {
  readonly view: View;
  readonly entries: readonly Entry[];
  readonly line: string;
}) => (
  <span class={line}>
    {entries.map(([path, name]) => (
      <a
        key={path}
        href={path}
        aria-current={view.here.path === path ? 'page' : isOf(path, view.here.path) ? 'true' : undefined}
      >
        {view.say(name)}
      </a>
    ))}
  </span>
);

const Menu = ({ view: { say, here } }: { readonly view: View }) => (
  <details class="menu">
    <summary>
      <span class="menu-long">{say('navMenu')}</span>
      <span class="menu-short">{say('navMenuShort')}</span>
    </summary>
    <ul>
      {desks.map(([path, name, is]) => (
        <li key={path}>
          <a href={path} aria-current={here.path === path ? 'page' : undefined}>
            <strong>{say(name)}</strong>
            <span>{say(is)}</span>
          </a>
        </li>
      ))}
    </ul>
  </details>
);

/** Where a form holds what was typed, it is sent along, so that the other language shows it again. */
function OtherLanguage({ view: { language, say, here, languageForm } }: { readonly view: View }) {
  const other = language === 'zh' ? 'en' : 'zh';
  const lang = other === 'zh' ? 'zh-CN' : 'en';
  if (languageForm) {
    return (
      <button type="submit" form={languageForm} formaction={href(here.path, { lang: other })} lang={lang}>
        {say('otherLanguage')}
      </button>
    );
  }
  return (
    <a href={href(here.path, { ...here.params, lang: other })} lang={lang} hreflang={lang} rel="nofollow">
      {say('otherLanguage')}
    </a>
  );
}

export const Navigation = ({ view }: { readonly view: View }) => (
  <nav class="nav" aria-label={view.say('mainNavigation')}>
    <Line view={view} entries={doors} line="nav-doors" />
    <Line view={view} entries={inLine} line="nav-line" />
    <Menu view={view} />
    <OtherLanguage view={view} />
  </nav>
);
