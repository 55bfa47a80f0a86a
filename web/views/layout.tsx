// The frame of every page: head, skip link, header with navigation, main, footer.
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type AssetName, asset, styles } from '../assets.js';
import { Navigation } from './navigation.js';
import { suggesting } from './suggesting.js';
import { shortened, type View } from './view.js';

interface LayoutProps {
  readonly view: View;
  readonly title?: string;
  /** what the search box in the header holds; undefined: the page has a box of its own */
  readonly boxed?: string;
  /** addresses of the neighbouring pages of a list */
  readonly previous?: string;
  readonly next?: string;
  /** address of a feed of what the page shows */
  readonly feed?: string;
  /** a script of this page's own */
  readonly script?: AssetName;
  readonly children?: ComponentChildren;
}

/** The seal: 言, drawn. */
const Seal = () => (
  <svg class="seal" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="6" />
    <path d="M14 6.2h4M6 10.8h20M10 14.8h12M10 18.4h12M10.5 22h11v4.8h-11z" />
  </svg>
);

const HeaderBox = ({ view, q }: { readonly view: View; readonly q: string }) => (
  <search class="header-box">
    <form action="/ask" method="get">
      <input
        type="search"
        name="q"
        value={q}
        aria-label={view.say('searchLabel')}
        data-slash
        autocomplete="off"
        {...suggesting(view)}
      />
      <button type="submit">{view.say('searchButton')}</button>
    </form>
  </search>
);

function Layout({ view, title, boxed, previous, next, feed, script, children }: LayoutProps) {
  const { say, language } = view;
  const name = say('siteName');
  return (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title ? `${shortened(title)} · ${name}` : `${name} · ${say('motto')}`}</title>
        <meta name="description" content={say('siteIs')} />
        <link rel="icon" type="image/svg+xml" href={asset('favicon.svg')} />
        {styles.map((name) => (
          <link key={name} rel="stylesheet" href={asset(name)} />
        ))}
        {previous && <link rel="prev" href={previous} />}
        {next && <link rel="next" href={next} />}
        {feed && <link rel="alternate" type="application/atom+xml" title={say('feed')} href={feed} />}
        <script defer src={asset('app.js')} />
        <script defer src={asset('suggest.js')} />
        <script defer src={asset('saved.js')} />
        <script defer src={asset('check.js')} />
        {script && <script defer src={asset(script)} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {say('skipToMain')}
        </a>
        <header class="top">
          <a class="brand" href="/">
            <Seal />
            <span>{name}</span>
          </a>
          {boxed !== undefined && <HeaderBox view={view} q={boxed} />}
          <Navigation view={view} />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="bottom">
          <p>{say('footer')}</p>
          <p>
            <a href="/about">{say('navAbout')}</a>
            <a href="/saved">{say('savedTitle')}</a>
            <a href="/failures">{say('navReport')}</a>
            <a href="/admin">{say('adminTitle')}</a>
            <a href="/api/docs">{say('navApi')}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

export const renderPage = (props: LayoutProps): string => `<!doctype html>\n${renderToString(<Layout {...props} />)}`;

interface BareProps {
  readonly view: View;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A page for a frame beside another: its content alone. */
export const renderBare = ({ view, title, children }: BareProps): string =>
  `<!doctype html>\n${renderToString(
    <html lang={view.language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{shortened(title)}</title>
        <link rel="stylesheet" href={asset('base.css')} />
        <link rel="stylesheet" href={asset('document.css')} />
        <link rel="stylesheet" href={asset('reading.css')} />
      </head>
      <body class="bare">
        <main>{children}</main>
      </body>
    </html>,
  )}`;

/** A part of a page, to be put into it by its script. */
export const renderFragment = (children: VNode): string => renderToString(children);
