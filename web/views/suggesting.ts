// What the browser script needs of a search box to offer suggestions: where to ask, and the words around the answers.
import type { View } from './view.js';

/** The same of titles alone; choosing one fills the box, and sends nothing yet. */
export const suggestingTitles = (view: View): Readonly<Record<string, string>> => ({
  ...suggesting(view),
  'data-suggest': '/api/suggest?kind=title',
  'data-suggest-fill': '',
});

export const suggesting = ({ say }: View): Readonly<Record<string, string>> => ({
  'data-suggest': '/api/suggest',
  'data-suggest-label': say('suggestions'),
  'data-suggest-count': say('suggestionsCount'),
  'data-suggest_term': say('suggestTerm'),
  'data-suggest_title': say('suggestTitle'),
  'data-suggest_heading': say('suggestHeading'),
});
