// The phrases in quotation marks that every hit has to hold, as a line says them.
import type { View } from './view.js';

interface Props {
  readonly view: View;
  readonly phrases: readonly string[];
}

export function RequiredPhrases({ view: { say }, phrases }: Props) {
  if (phrases.length === 0) return null;
  return (
    <span lang="zh-CN">{say('requiredPhrases', { phrases: phrases.map((phrase) => `“${phrase}”`).join('') })} </span>
  );
}
