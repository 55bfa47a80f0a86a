// An error as a log line holds it: what kind it is and where it came from. Its message may hold words of a question, a
// draft or a file (a database's does, a parser's, a server's), so it is left out unless asked for.

export interface ToldError {
  readonly type: string;
  /** of ours, of the system (ENOENT), of a library (SQLITE_BUSY) */
  readonly code?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: ToldError;
}

/** Names, never sentences. */
const sane = /^[\w.$-]{1,60}$/;
const FRAMES = 12;
const DEEPEST = 4;

export function toldError(error: unknown, { words }: { readonly words: boolean }, depth = 0): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, ...(words && { message: String(error) }) };
  const { code } = error as { code?: unknown };
  const stack = framesOf(error);
  return {
    type: sane.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && sane.test(code) && { code }),
    ...(words && { message: error.message }),
    ...(stack && { stack }),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: toldError(error.cause, { words }, depth + 1) }),
  };
}

/** The stack's lines without the message in front of them, which may itself have lines that look like some. */
function framesOf({ stack = '', message }: Error): string {
  const at = message === '' ? -1 : stack.indexOf(message);
  return stack
    .slice(at < 0 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => /^ {4}at .+:\d+:\d+\)?$|^ {4}at .+\(<anonymous>\)$/.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim())
    .join('\n');
}
