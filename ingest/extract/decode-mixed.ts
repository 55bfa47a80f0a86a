// A page put together from parts in two encodings (a template in one, an article in another): read line by line.
import { chineseShare } from './plausibility.js';

/** So many characters beyond ASCII make it no accident that a line is valid UTF-8. */
const leastTelling = 6;
const plausible = 0.5;
/** Each of the two has at least this share of the lines that tell. */
const leastShare = 0.05;

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, end + 1));
    from = end + 1;
  }
  return [...lines, bytes.subarray(from)];
}

/** The text of bytes that are UTF-8 in some lines and GB18030 in the others; null when they are not. */
export function decodeMixed(bytes: Uint8Array): string | null {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const gb = new TextDecoder('gb18030');
  let [inUtf8, inGb] = [0, 0];
  let [ofUtf8, ofGb] = ['', ''];
  const lines = linesOf(bytes).map((line) => {
    if (line.every((byte) => byte < 0x80)) return Buffer.from(line).toString('latin1');
    try {
      const text = utf8.decode(line);
      if ((text.match(/[^\0-\x7f]/g)?.length ?? 0) >= leastTelling) {
        inUtf8++;
        ofUtf8 += text;
      }
      return text;
    } catch {
      const text = gb.decode(line);
      inGb++;
      ofGb += text;
      return text;
    }
  });
  const least = leastShare * (inUtf8 + inGb);
  if (inUtf8 < Math.max(2, least) || inGb < Math.max(2, least)) return null;
  return chineseShare(ofUtf8) > plausible && chineseShare(ofGb) > plausible && !/\ufffd/.test(ofGb)
    ? lines.join('')
    : null;
}
