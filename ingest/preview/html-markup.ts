// A web page as it came, in UTF-8 and without anything that runs or loads.
import { decodeText } from '../extract/decode.js';
import { sanitised } from './sanitise.js';

export const htmlMarkup = (bytes: Uint8Array): string => sanitised(decodeText(bytes).text);
