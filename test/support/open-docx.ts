// A Word document opened again: its words, its markup, and the parts of its zip.
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';

interface Opened {
  readonly text: string;
  readonly html: string;
  readonly parts: Readonly<Record<string, string>>;
}

export async function opened(bytes: Uint8Array): Promise<Opened> {
  const buffer = Buffer.from(bytes);
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const [text, html] = [await mammoth.extractRawText({ buffer }), await mammoth.convertToHtml({ buffer })];
  return { text: text.value, html: html.value, parts };
}
