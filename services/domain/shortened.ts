/** At most `length` characters, for titles and headings. */
export function shortened(text: string, length = 40): string {
  const characters = [...text.slice(0, 2 * length + 2)];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length).join('')}…`;
}
