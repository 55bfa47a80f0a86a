// The two languages people read, and how a text is filled in.
export type Language = 'zh' | 'en';
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** Fills `{name}` with the value of that name; an unknown name stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
