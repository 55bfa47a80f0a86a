// A figure as a bar of blocks, to an eighth of a character.
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** What is more than nothing is seen. */
export function bar(value: number, most: number, length: number): string {
  if (value <= 0 || most <= 0) return '';
  const units = Math.max(1, Math.round((8 * length * Math.min(value, most)) / most));
  return `${'█'.repeat(units >> 3)}${eighths[units & 7]}`;
}
