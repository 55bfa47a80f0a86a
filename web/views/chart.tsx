// A picture of figures, and the same figures as a table: for those who do not see the picture, and for the keyboard.
import type { ComponentChildren } from 'preact';
import type { View } from './view.js';

export function Chart(props: {
  readonly view: View;
  /** of charts/draw.ts */
  readonly svg: string;
  /** the same, for a phone */
  readonly narrow?: string;
  readonly caption: string;
  /** the table of the same figures, with the same links; without one, the page shows it beside the chart */
  readonly children?: ComponentChildren;
}) {
  const { view, svg, narrow, caption, children } = props;
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <div class={narrow ? 'picture wide' : 'picture'} dangerouslySetInnerHTML={{ __html: svg }} />
      {narrow && <div class="picture narrow" dangerouslySetInnerHTML={{ __html: narrow }} />}
      {children && (
        <details>
          <summary>{view.say('chartFigures')}</summary>
          {children}
        </details>
      )}
    </figure>
  );
}
