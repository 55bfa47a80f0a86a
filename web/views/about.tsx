// The help page: how to search, in a minute.
import type { View } from './view.js';

export function About({ view }: { readonly view: View }) {
  const { say } = view;
  return (
    <div class="prose">
      <h1>{say('aboutTitle')}</h1>
      <p class="lead">{say('aboutLead')}</p>
      <h2>{say('aboutModes')}</h2>
      <dl>
        <dt>{say('modeHybrid')}</dt>
        <dd>{say('aboutHybrid')}</dd>
        <dt>{say('modeKeyword')}</dt>
        <dd>{say('aboutKeyword')}</dd>
        <dt>{say('modeSemantic')}</dt>
        <dd>{say('aboutSemantic')}</dd>
      </dl>
      <h2>{say('aboutAsking')}</h2>
      <p>{say('aboutAskingText')}</p>
      <h2>{say('aboutAnswer')}</h2>
      <p>{say('aboutAnswerText')}</p>
      <h2>{say('aboutPhrases')}</h2>
      <p>{say('aboutPhrasesText')}</p>
      <p>
        <a href="/timeline">{say('viewTimeline')}</a>
        {view.language === 'zh' ? '：' : ': '}
        {say('timelineIs')}
      </p>
      <p>
        <a href="/variants">{say('viewVariants')}</a>
        {view.language === 'zh' ? '：' : ': '}
        {say('variantsIs')}
      </p>
      <h2>{say('aboutFilters')}</h2>
      <p>{say('aboutFiltersText')}</p>
      <h2>{say('aboutStatus')}</h2>
      <p>{say('aboutStatusText')}</p>
      <h2>{say('aboutVersions')}</h2>
      <p>{say('aboutVersionsText')}</p>
      <h2>{say('aboutTargets')}</h2>
      <p>{say('aboutTargetsText')}</p>
      <h2>{say('aboutReading')}</h2>
      <p>{say('aboutReadingText')}</p>
      <h2>{say('aboutMarks')}</h2>
      <ul>
        <li>
          <mark>{say('aboutMarksMatch')}</mark>
        </li>
        <li>
          <em class="answer">{say('aboutMarksAnswer')}</em>
        </li>
      </ul>
      <h2>{say('aboutTaking')}</h2>
      <p>{say('aboutTakingText')}</p>
      <h2>{say('aboutJudging')}</h2>
      <p>{say('aboutJudgingText')}</p>
      <h2>{say('aboutKeys')}</h2>
      <p>{say('aboutKeysText')}</p>
      <h2>{say('aboutProgram')}</h2>
      <p>
        {say('aboutProgramText')} <a href="/api/docs">/api/docs</a>
      </p>
    </div>
  );
}
