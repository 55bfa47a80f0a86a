// The blocks of code in a Markdown file, and what is said of running them.

export interface Block {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** why it is not run, from a comment right above: <!-- not run: changes the system --> */
  readonly notRun: string | null;
  /** environment variable without which it is not run: <!-- needs: MEILI_URL --> */
  readonly needs: string | null;
}

const block = /(?:<!-- (?<what>not run|needs): (?<why>[^\n]+) -->\n)?^```(?<language>\w+)\n(?<code>[\s\S]*?)^```$/gmu;

export function blocksOf(file: string, text: string): Block[] {
  return [...text.matchAll(block)].map(({ index, groups = {} }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    language: groups.language ?? '',
    code: groups.code ?? '',
    notRun: groups.what === 'not run' ? (groups.why ?? '') : null,
    needs: groups.what === 'needs' ? (groups.why ?? '') : null,
  }));
}

/** The commands of a block of shell: a line each, comments and line ends after a backslash taken away. */
export const commandsOf = ({ code }: Block): string[] =>
  code
    .replace(/\\\n\s*/gu, '')
    .split('\n')
    .map((line) => line.replace(/\s+# .*$/u, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
