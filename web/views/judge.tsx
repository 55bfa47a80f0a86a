// Whether a passage answers the question: the form on a hit, and the page that says it was kept.

import type { JudgementRequest } from '../../services/domain/judgement.js';
import type { Passage } from '../../services/domain/passage.js';
import { href } from '../links.js';
import { shortened, type View } from './view.js';

interface JudgeProps {
  readonly view: View;
  readonly passage: Pick<Passage, 'id'>;
  readonly q: string;
}

/** Folded, so that whoever opens it reads what is kept before pressing. app.js keeps the reader on the page. */
export function Judge({ view, passage, q }: JudgeProps) {
  const { say, here } = view;
  return (
    <details class="judge">
      <summary>{say('judgeAsk')}</summary>
      <form action="/feedback" method="post" data-judge={say('judgedTitle')} data-failed={say('judgeFailed')}>
        <input type="hidden" name="query" value={q} />
        <input type="hidden" name="passage" value={passage.id} />
        <input type="hidden" name="back" value={href(here.path, { q, ...here.params })} />
        <button type="submit" name="answers" value="yes">
          {say('judgeYes')}
        </button>
        <button type="submit" name="answers" value="no">
          {say('judgeNo')}
        </button>
        <small>{say('judgeKept')}</small>
      </form>
    </details>
  );
}

export function Judged(props: {
  readonly view: View;
  readonly query: string;
  readonly answers: JudgementRequest['answers'];
  readonly back: string;
}) {
  const { view, query, answers, back } = props;
  const { say } = view;
  return (
    <div class="prose">
      <h1>{say('judgedTitle')}</h1>
      <p>{say(answers === 'yes' ? 'judgedYes' : 'judgedNo', { q: shortened(query) })}</p>
      <p class="note">{say('judgeKept')}</p>
      <p>
        <a href={back}>{say('judgedBack')}</a>
      </p>
    </div>
  );
}
