import { originMessages, reasonMessages, webMessages } from '../../services/domain/messages/web.js';

const all = Object.entries({ ...webMessages, ...originMessages, ...reasonMessages });
const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the words of the pages', () => {
  it.each(all)('%s says the same in both languages', (_key, { zh, en }) => {
    expect(zh.trim()).toBe(zh);
    expect(zh).not.toBe('');
    expect(en).not.toBe('');
    expect(names(en)).toEqual(names(zh));
  });
});
