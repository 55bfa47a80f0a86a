// A picture of figures, and the same figures as a table: for those who do not see the picture, and for the keyboard.
import type { ComponentChildren } from 'preact';
import type { View } from './view.js';

export function Chart(props: {
  readonly view: View;
  /** of charts/draw.ts */
  readonly svg: string;
  readonly caption: string;
  /** the table of the same figures, with the same links; without one, the page shows it beside the chart */
  readonly children?: ComponentChildren;
}) {
  const { view, svg, caption, children } = props;
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <div class="picture" dangerouslySetInnerHTML={{ __html: svg }} />
      {children && (
        <details>
          <summary>{view.say('chartFigures')}</summary>
          {children}
        </details>
      )}
    </figure>
  );
}
