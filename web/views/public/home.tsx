// The public's home: one question box, the reader's region, questions that others ask, what the archive holds.
import type { Health } from '../../../services/domain/archive.js';
import { answerHref } from '../../links.js';
import type { Given } from '../../parameters.js';
import { Degraded } from '../degraded.js';
import { count, type View } from '../view.js';
import { Empty } from './empty.js';
import { ForWork } from './for-work.js';
import { QuestionForm } from './question-form.js';

const questions = [1, 2, 3, 4] as const;

interface HomeProps {
  readonly view: View;
  readonly health: Health;
  readonly given: Given;
  readonly region: string | undefined;
  readonly error?: string | undefined;
  readonly wrongRegion?: boolean;
}

function Holdings({ view, health }: { readonly view: View; readonly health: Health }) {
  const { say } = view;
  const { yearFrom: from, yearTo: to } = health;
  const years =
    from === null || to === null ? '' : from === to ? say('holdsYear', { from }) : say('holdsYears', { from, to });
  return (
    <p class="holdings">
      {say('holds', { documents: count(health.documents), passages: count(health.passages) })}
      {years}
      {view.language === 'zh' ? '。' : '.'}
      {health.pending > 0 && ` ${say('pending', { count: count(health.pending) })}`}
    </p>
  );
}

const Questions = ({ view, region }: { readonly view: View; readonly region: string | undefined }) => (
  <section class="questions" aria-labelledby="questions">
    <h2 id="questions">{view.say('askExamples')}</h2>
    <ul>
      {questions.map((n) => {
        const q = view.say(`question${n}`);
        return (
          <li key={n}>
            <a lang="zh-CN" href={answerHref({ q, region })}>
              {q}
            </a>
          </li>
        );
      })}
    </ul>
  </section>
);

export function Home({ view, health, given, region, error, wrongRegion = false }: HomeProps) {
  const { say } = view;
  const empty = health.documents === 0;
  return (
    <div class="home">
      <h1>
        <span class="name">{say('siteName')}</span>
        <span class="motto">{say('motto')}</span>
      </h1>
      <p class="lead">{say('askLead')}</p>
      <QuestionForm view={view} q={given.q} region={region} error={error} wrongRegion={wrongRegion} />
      {empty ? (
        <Empty view={view} pending={health.pending} />
      ) : (
        <>
          <Degraded view={view} degraded={health.degraded} />
          <Questions view={view} region={wrongRegion ? undefined : region} />
          <ForWork view={view} />
          <Holdings view={view} health={health} />
        </>
      )}
    </div>
  );
}
