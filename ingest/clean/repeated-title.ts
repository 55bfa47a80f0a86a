// A page shows its title again above the text: one of the two goes, the one nearer to the text stays.
import { normalForm } from '../../services/domain/text.js';
import { type Draft, takeOut, textBlocks } from './draft.js';
import { isProse } from './phrases.js';

/** Only above the text: further down an equal line may open an annex, or sign. */
const WITHIN = 12;
const MIN_LETTERS = 6;
const MAX_LENGTH = 120;
const issuer = /(?:政府|办公[厅室]|委员会|[局厅部院])$/u;

export function repeatedTitle(draft: Draft): Draft {
  const top = textBlocks(draft).slice(0, WITHIN);
  const text = top.findIndex(({ block }) => block.text.length > MAX_LENGTH || isProse(block.text));
  const lines = (text < 0 ? top : top.slice(0, text)).flatMap(({ at, block }) => {
    const titled = (block.text.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS && !/[：:，,]$/u.test(block.text);
    return titled && !issuer.test(block.text) ? [{ at, key: normalForm(block.text) }] : [];
  });
  const last = new Map(lines.map(({ at, key }) => [key, at]));
  const again = lines.filter(({ at, key }) => last.get(key) !== at);
  return takeOut(draft, new Map(again.map(({ at }) => [at, 'repeated title'])));
}
