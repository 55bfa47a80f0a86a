// A citation to take away: one line, and the reference after GB/T 7714; text to select, with a button where there is a script.
import { cite } from '../../services/citation/cite.js';
import type { DocumentSummary } from '../../services/domain/document.js';
import type { Range } from '../../services/domain/passage.js';
import type { Citation } from '../../services/domain/place.js';
import type { Occurrence } from '../../services/domain/result.js';
import { permanentHref } from '../links.js';
import type { View } from './view.js';

interface CiteProps {
  readonly view: View;
  readonly document: DocumentSummary;
  readonly passage?: Range | undefined;
  /** the version that is cited as a whole; the newest where none is given */
  readonly version?: number | undefined;
}

const cited = ({ view, document, passage, version }: CiteProps): Citation =>
  view.cite?.(document, passage, version) ?? cite(document, null, { origin: '', href: permanentHref(document) });

/** One line that says where words come from, to stand in a text. */
export const plainCited = (
  view: View,
  document: DocumentSummary,
  { start, end }: Pick<Occurrence, 'start' | 'end'>,
): string => cited({ view, document, passage: { start, end } }).plain;

interface TextProps {
  readonly view: View;
  readonly copy: 'copy' | 'copyGbt7714';
  /** its button stands outside what it is folded in */
  readonly outside?: boolean;
  readonly children: string;
}

const Text = (props: TextProps) => (
  <span
    class="cite-text"
    lang="zh-CN"
    data-copy={props.view.say(props.copy)}
    data-copied={props.view.say('copied')}
    data-outside={props.outside ? '' : undefined}
  >
    {props.children}
  </span>
);

/** The line in sight, the reference to unfold. */
export function Cite(props: CiteProps) {
  const { view } = props;
  const { plain, gbt7714 } = cited(props);
  return (
    <div class="cite">
      <p>
        <span class="cite-label">{view.say('cite')}</span>
        <Text view={view} copy="copy">
          {plain}
        </Text>
      </p>
      <details>
        <summary>{view.say('gbt7714')}</summary>
        <p>
          <Text view={view} copy="copyGbt7714" outside>
            {gbt7714}
          </Text>
        </p>
      </details>
    </div>
  );
}

/** Both folded in, where there are many. */
export function CiteFolded(props: CiteProps) {
  const { view } = props;
  const { plain, gbt7714 } = cited(props);
  return (
    <div class="cite-line">
      <details class="cite cite-brief" lang={view.language === 'zh' ? 'zh-CN' : 'en'}>
        <summary>{view.say('cite')}</summary>
        <p>
          <Text view={view} copy="copy" outside>
            {plain}
          </Text>
        </p>
        <p>
          <Text view={view} copy="copyGbt7714">
            {gbt7714}
          </Text>
        </p>
      </details>
    </div>
  );
}
