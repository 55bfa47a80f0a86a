// When a file whose bytes are the same is read anew: never for nothing, always when OCR would now read more.
import { describe, expect, it } from '@jest/globals';
import { isUpToDate, recipeOf } from '../../ingest/recipe.js';

const scan = [{ reason: 'scan', page: 2 }] as const;
const ocr = { maxPages: 500, timeoutS: 60 };

describe('the recipe of a file', () => {
  it('knows nothing of OCR where OCR left nothing unread', () => {
    expect(recipeOf(null, [], ocr)).toBe(recipeOf(null));
    expect(recipeOf(null, [{ reason: 'object', page: null }], ocr)).toBe(recipeOf(null));
    expect(isUpToDate(recipeOf(null), null, ocr)).toBe(true);
    expect(isUpToDate(recipeOf(null), null, undefined)).toBe(true);
  });

  it('is out of date once OCR is switched on for pages it left unread, and not before', () => {
    const read = recipeOf(null, scan, undefined);
    expect(isUpToDate(read, null, undefined)).toBe(true);
    expect(isUpToDate(read, null, ocr)).toBe(false);
  });

  it('is out of date once OCR may read more pages, or longer', () => {
    const read = recipeOf(null, [{ reason: 'ocr', page: 1 }], ocr);
    expect(isUpToDate(read, null, ocr)).toBe(true);
    expect(isUpToDate(read, null, { ...ocr, maxPages: 600 })).toBe(false);
    expect(isUpToDate(read, null, { ...ocr, timeoutS: 90 })).toBe(false);
  });

  it('stays when OCR is switched off or narrowed: what was read is not thrown away', () => {
    const read = recipeOf(null, scan, ocr);
    expect(isUpToDate(read, null, undefined)).toBe(true);
    expect(isUpToDate(read, null, { maxPages: 1, timeoutS: 1 })).toBe(true);
  });

  it('is out of date when the metadata given is another', () => {
    expect(isUpToDate(recipeOf('{"title":"旧"}', scan, undefined), '{"title":"新"}', undefined)).toBe(false);
    expect(isUpToDate(recipeOf(null), '{"title":"新"}', undefined)).toBe(false);
  });
});
