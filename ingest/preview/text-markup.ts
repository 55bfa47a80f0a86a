// A plain text as it came, line for line, in UTF-8.
import { decodeText } from '../extract/decode.js';
import { framed } from './sanitise.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const textMarkup = (bytes: Uint8Array): string => framed(`<pre>${escaped(decodeText(bytes).text)}</pre>`);
