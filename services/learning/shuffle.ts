// Order by chance, the same for the same seed.
import { random } from '../evaluation/bootstrap.js';

export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = random(seed);
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!]; // 0 ≤ j ≤ i
  }
  return out;
}
