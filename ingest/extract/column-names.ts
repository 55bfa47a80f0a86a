// Telling a table's header row by its words, where the file does not mark it.

/** Whether the first of these rows reads like column names. */
export function namesColumns(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows;
  const named = first.every((text) => text !== '' && text.length <= 15 && !/\d{2}|[。；：:]/.test(text));
  return named && first.length >= 2 && new Set(first).size === first.length && rest.length >= 2;
}
