// The public's home tells those who work with the texts where their desks are.
import type { View } from '../view.js';

const desks = [
  ['/check', 'forWorkCheck', 'forWorkCheckIs'],
  ['/search', 'forWorkSearch', 'forWorkSearchIs'],
  ['/wording', 'forWorkWording', 'forWorkWordingIs'],
] as const;

export const ForWork = ({ view: { say } }: { readonly view: View }) => (
  <section class="for-work" aria-labelledby="for-work">
    <h2 id="for-work">{say('forWork')}</h2>
    <ul>
      {desks.map(([path, name, is]) => (
        <li key={path}>
          <a href={path}>{say(name)}</a>
          <span>{say(is)}</span>
        </li>
      ))}
    </ul>
  </section>
);
