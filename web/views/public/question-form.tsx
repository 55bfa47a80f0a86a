// The public's question box, and the region that a reader lives in: chosen once, folded away from then on.
import { otherRegions, regionByCode } from '../../../services/regions/regions.js';
import { SearchBox } from '../search-box.js';
import { suggesting } from '../suggesting.js';
import type { View } from '../view.js';

interface QuestionFormProps {
  readonly view: View;
  readonly q: string | undefined;
  /** what stands in the field: asked for, or remembered */
  readonly region: string | undefined;
  readonly error?: string | undefined;
  /** the error is the region's */
  readonly wrongRegion?: boolean;
}

const provinces = (): string[] => otherRegions('0').flatMap((code) => regionByCode(code)?.name ?? []);

function MyRegion({ view, region, wrongRegion = false }: QuestionFormProps) {
  const { say } = view;
  return (
    <details class="my-region" open={wrongRegion}>
      <summary>{region && !wrongRegion ? say('myRegion', { region }) : say('myRegionNone')}</summary>
      <div class="my-region-field">
        <label for="my-region">{say('myRegionLabel')}</label>
        <input
          id="my-region"
          name="region"
          value={region}
          maxLength={200}
          autocomplete="off"
          list="provinces"
          aria-describedby={wrongRegion ? 'error my-region-hint' : 'my-region-hint'}
          aria-invalid={wrongRegion ? true : undefined}
        />
        <datalist id="provinces">
          {provinces().map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <button type="submit" class="quiet" name="keep" value="1">
          {say('myRegionKeep')}
        </button>
        <small id="my-region-hint">{say('myRegionHint')}</small>
      </div>
    </details>
  );
}

export function QuestionForm(props: QuestionFormProps) {
  const { view, q, error, wrongRegion } = props;
  const { say } = view;
  return (
    <search class="search ask">
      <form action="/ask" method="get">
        <SearchBox
          view={view}
          id="q"
          label={say('askLabel')}
          placeholder={say('askPlaceholder')}
          button={say('askButton')}
          value={q}
          error={error}
          invalid={error !== undefined && !wrongRegion}
          more={{ 'data-slash': true, ...suggesting(view) }}
        />
        <MyRegion {...props} />
      </form>
    </search>
  );
}
