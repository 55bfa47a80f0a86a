// What changed between two wordings, told apart by del and ins, not by colour alone.
import type { Change } from '../../services/domain/family.js';

export const ChangedParts = ({ parts }: { readonly parts: NonNullable<Change['parts']> }) => (
  <>
    {parts.map(({ kind, text }, i) => {
      const key = `${i} ${kind}`;
      if (kind === 'same') return text;
      return kind === 'removed' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
    })}
  </>
);
