// /documents/ID/citations: what a document cites and what cites it, as a picture and as lists, each with its sentence.
import type { Citation, CitedBy, DocumentCitations as Shown } from '../../services/domain/citation.js';
import { citationHref } from '../citation-links.js';
import { citationsPath, documentPath } from '../links.js';
import { documentCitationsFiles } from '../take-away.js';
import { Chart } from './chart.js';
import {
  bothPictures,
  DocumentLink,
  type Pictures,
  Repeals,
  Sentence,
  StateBadge,
  stateWords,
  TitleLine,
  when,
} from './citation-parts.js';
import { Facts } from './facts.js';
import { NewerNotice } from './newer.js';
import { TakeAs } from './take-away.js';
import { count, type View } from './view.js';

export interface CitedGroup {
  readonly key: string;
  readonly first: Citation;
  readonly citations: readonly Citation[];
}

/** Mentions of one document together, in the order in which it is first named. */
export function citedGroups(cites: readonly Citation[]): CitedGroup[] {
  const titled = new Map(cites.flatMap(({ title, number }) => (title && number ? [[number, title] as const] : [])));
  const groups = new Map<string, Citation[]>();
  for (const citation of cites) {
    const { resolution, title, number } = citation;
    if (!resolution) continue;
    const name = title ?? titled.get(number ?? '') ?? number;
    const key = `${resolution.document?.id ?? resolution.newer?.id ?? name} ${resolution.state}`;
    const there = groups.get(key);
    if (there) there.push(citation);
    else groups.set(key, [citation]);
  }
  return [...groups].map(([key, citations]) => ({ key, first: citations[0]!, citations })); // never empty
}

const placesShown = 2;

function Places<T>(props: {
  readonly view: View;
  readonly all: readonly T[];
  readonly one: (place: T) => preact.VNode;
}) {
  const { view, all, one } = props;
  const rest = all.slice(placesShown);
  return (
    <>
      <ul class="places">{all.slice(0, placesShown).map(one)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{view.say('citationMorePlaces', { n: count(rest.length) })}</summary>
          <ul class="places">{rest.map(one)}</ul>
        </details>
      )}
    </>
  );
}

function Group({ view, id, group }: { readonly view: View; readonly id: string; readonly group: CitedGroup }) {
  const { say } = view;
  const { first, citations } = group;
  const resolution = first.resolution!; // groups are of citations with one
  const { document, newer, candidates, repealedBy } = resolution;
  const title = document?.title ?? first.title ?? first.number ?? '';
  const to = document ? citationsPath(document.id) : undefined;
  return (
    <li>
      <h3>
        <TitleLine title={title} number={document?.number ?? first.number} to={to} />{' '}
        <StateBadge view={view} state={resolution.state} document={document} />
      </h3>
      {newer && (
        <p class="facts">
          {say('citationNewer')} <DocumentLink document={newer} /> {when(newer)}
        </p>
      )}
      <Repeals view={view} repeals={repealedBy} />
      {candidates.length > 0 && (
        <div class="ground">
          {say('citationCandidates')}
          <ul>
            {candidates.map((candidate) => (
              <li key={candidate.id}>
                <DocumentLink document={candidate} /> {candidate.issuer} {when(candidate)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Places
        view={view}
        all={citations}
        one={(citation) => (
          <li key={citation.start}>
            <Sentence id={id} at={citation.start} text={citation.sentence.text} words={citation.words} />
            {citation.resolution?.passage && (
              <>
                {' '}
                <a class="article" href={citationHref(citation)}>
                  {say('citationArticle', { article: citation.articles[0] ?? '' })}
                </a>
              </>
            )}
          </li>
        )}
      />
    </li>
  );
}

const Citing = ({ view, citedBy: { document, places } }: { readonly view: View; readonly citedBy: CitedBy }) => (
  <li>
    <h3>
      <TitleLine title={document.title} number={document.number} to={citationsPath(document.id)} />
    </h3>
    <Facts view={view} document={document} />
    <Places
      view={view}
      all={places}
      one={(place) => (
        <li key={place.start}>
          <Sentence id={document.id} at={place.start} text={place.sentence} words={place.words} />
        </li>
      )}
    />
  </li>
);

function Apart({ view, cites }: { readonly view: View; readonly cites: readonly Citation[] }) {
  const apart = cites.filter(({ resolution }) => resolution === null);
  if (apart.length === 0) return null;
  const names = new Map<string, number>();
  for (const { words } of apart) names.set(words, (names.get(words) ?? 0) + 1);
  return (
    <details class="apart">
      <summary>{view.say('citationApart', { n: count(apart.length) })}</summary>
      <p class="note">{view.say('citationApartNote')}</p>
      <ul lang="zh-CN">
        {[...names].map(([words, n]) => (
          <li key={words}>
            {words}
            {n > 1 && ` × ${n}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Figures({
  view,
  shown,
  groups,
}: {
  readonly view: View;
  readonly shown: Shown;
  readonly groups: readonly CitedGroup[];
}) {
  const { say } = view;
  return (
    <table class="report">
      <thead>
        <tr>
          <th scope="col">{say('citedTitleColumn')}</th>
          <th scope="col">{say('citedRelationColumn')}</th>
          <th scope="col">{say('citedStateColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.citedBy.map(({ document, places }) => (
          <tr key={document.id}>
            <th scope="row">
              <TitleLine title={document.title} number={null} to={citationsPath(document.id)} />
            </th>
            <td>{say('citedByRelation')}</td>
            <td>{say('citationPlaces', { n: count(places.length) })}</td>
          </tr>
        ))}
        {groups.map(({ key, first }) => {
          const { document, state } = first.resolution!; // as above
          const title = document?.title ?? first.title ?? first.number ?? '';
          return (
            <tr key={key}>
              <th scope="row">
                <TitleLine title={title} number={null} to={document ? citationsPath(document.id) : undefined} />
              </th>
              <td>{say('citesRelation')}</td>
              <td>{stateWords(view, state, document)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function DocumentCitations(props: {
  readonly view: View;
  readonly shown: Shown;
  readonly groups: readonly CitedGroup[];
  /** the picture, wide and narrow; none where nothing cites */
  readonly pictures: (Pictures & { readonly cut: number | null }) | null;
}) {
  const { view, shown, groups, pictures } = props;
  const { say } = view;
  const { document, cites, citedBy, repealedBy } = shown;
  return (
    <div class="list citations">
      <h1 lang="zh-CN">{say('citationsOf', { title: document.title })}</h1>
      <Facts view={view} document={document} />
      <NewerNotice view={view} document={document} />
      {repealedBy.length > 0 && <p class="notice strong">{say('citationsSayRepealed')}</p>}
      <Repeals view={view} repeals={repealedBy} />
      <p class="actions">
        <a href={documentPath(document.id)}>{say('citationsBack')}</a>
        <a href="/citations">{say('navCitations')}</a>
        {groups.length + citedBy.length > 0 && (
          <TakeAs view={view} files={documentCitationsFiles(document.id, view.language)} />
        )}
      </p>
      {pictures && (
        <Chart view={view} svg={bothPictures(pictures)} caption={say('citationsPicture')}>
          <Figures view={view} shown={shown} groups={groups} />
        </Chart>
      )}
      {pictures?.cut && <p class="note">{say('citationsPictureMore', { n: count(pictures.cut) })}</p>}
      <section aria-labelledby="cites">
        <h2 id="cites">{say('citesHeading', { n: count(groups.length) })}</h2>
        {groups.length === 0 && <p class="nothing">{say('citesNone')}</p>}
        <ol class="cited">
          {groups.map((group) => (
            <Group key={group.key} view={view} id={document.id} group={group} />
          ))}
        </ol>
        <Apart view={view} cites={cites} />
      </section>
      <section aria-labelledby="cited-by">
        <h2 id="cited-by">{say('citedByHeading', { n: count(citedBy.length) })}</h2>
        {citedBy.length === 0 && <p class="nothing">{say('citedByNone')}</p>}
        <ol class="cited">
          {citedBy.map((one) => (
            <Citing key={one.document.id} view={view} citedBy={one} />
          ))}
        </ol>
      </section>
    </div>
  );
}
