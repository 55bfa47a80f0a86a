// A Word file as mammoth shows it: headings, tables and pictures, without the file's own layout and numbering.
import mammoth from 'mammoth';
import { zipLimits } from '../extract/detect.js';
import { openZip } from '../extract/zip.js';
import { sanitised } from './sanitise.js';

/** @throws Error when the file is damaged, locked, or unpacks to too much */
export async function docxMarkup(bytes: Buffer): Promise<string> {
  const zip = openZip(bytes, zipLimits);
  for (const name of zip.names) zip.read(name); // refuses what mammoth would unpack without end
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { externalFileAccess: false } as object); // option newer than its types
  return sanitised(`<html><body>${value}</body></html>`);
}
