// Two documents asked for, each by id, path or words of its title; and where the words fit several, those to choose from.
import type { Meant } from '../../../services/domain/comparison.js';
import type { WebKey } from '../../../services/domain/messages/web.js';
import { href } from '../../links.js';
import { Facts } from '../facts.js';
import { suggestingTitles } from '../suggesting.js';
import { count, type View } from '../view.js';

/** One of the two: its parameter, its name on the page, and what was typed and found. */
export interface Side {
  readonly name: string;
  readonly label: WebKey;
  readonly typed: string | undefined;
  /** null while nothing was typed */
  readonly meant: Meant | null;
}
interface Props {
  readonly view: View;
  readonly path: string;
  readonly sides: readonly Side[];
}

export const PairForm = ({ view, path, sides }: Props) => (
  <form class="choose" action={path} method="get">
    {sides.map((side) => {
      const isMissing = side.meant !== null && side.meant.name === null && side.meant.total === 0;
      return (
        <div key={side.name} class="titled">
          <label for={`pair-${side.name}`}>{view.say(side.label)}</label>
          <input
            id={`pair-${side.name}`}
            name={side.name}
            value={side.typed ?? ''}
            required
            maxLength={500}
            autocomplete="off"
            aria-invalid={isMissing || undefined}
            aria-describedby={isMissing ? `missing-${side.name}` : 'pair-note'}
            {...suggestingTitles(view)}
          />
          {isMissing && (
            <p class="error" id={`missing-${side.name}`} role="alert">
              {view.say('compareUnknown', { words: side.typed ?? '' })}
            </p>
          )}
        </div>
      );
    })}
    <button type="submit">{view.say('compareButton')}</button>
    <p class="note" id="pair-note">
      {view.say('compareNames')}
    </p>
  </form>
);

/** For each side that several titles fit: those, each as the same page with it chosen. */
export const Picks = ({ view, path, sides }: Props) => (
  <>
    {sides.map((side) => {
      const { meant, name, label, typed } = side;
      if (!meant || meant.name !== null || meant.total === 0) return null;
      const others = Object.fromEntries(sides.map((one) => [one.name, one.meant?.name ?? one.typed]));
      const told = { side: view.say(label), words: typed ?? '', count: count(meant.total) };
      return (
        <section key={name} class="family" aria-labelledby={`pick-${name}`}>
          <h2 id={`pick-${name}`}>{view.say('comparePick', told)}</h2>
          <ul>
            {meant.documents.map((document) => (
              <li key={document.id}>
                <a href={href(path, { ...others, [name]: document.id })} lang="zh-CN">
                  {document.title}
                </a>
                <Facts view={view} document={document} />
              </li>
            ))}
          </ul>
          {meant.documents.length < meant.total && <p class="note">{view.say('comparePickMore')}</p>}
        </section>
      );
    })}
  </>
);
