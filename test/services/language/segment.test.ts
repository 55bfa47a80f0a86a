import fc from 'fast-check';
import { grams, indexForm, keyTerms, queryGrams, words } from '../../../services/language/segment.js';

test('the index form folds width, case, traditional characters and white space', () => {
  expect(indexForm('義務教育　ＡＢｃ\n２０２１年')).toBe('义务教育 abc 2021年');
});

test('every Han character starts a unit, and words of letters and digits stay whole', () => {
  expect(grams('义务教育abc2021年')).toEqual(['义务', '务教', '教育', '育', 'abc2021', '年']);
  expect(queryGrams('义务教育')).toEqual(['义务', '务教', '教育']);
  expect(queryGrams('班')).toEqual(['班']);
});

test('a Han phrase of a text has its bigrams in the text, one after the other', () => {
  const han = fc.string({ unit: fc.constantFrom(...'教育义务学校适龄儿童，。a1 '), maxLength: 30 });
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (text, from, length) => {
      const phrase = text.slice(from % (text.length + 1)).slice(0, 2 + (length % 6));
      fc.pre(/^[\u4e00-\u9fff]{2,}$/.test(phrase));
      expect(` ${grams(text).join(' ')} `).toContain(` ${queryGrams(phrase).join(' ')} `);
    }),
  );
});

test('key terms leave function words out, unless nothing else is there', () => {
  expect(keyTerms('学校可以分重点班吗')).toEqual(expect.arrayContaining(['学校', '重点班']));
  expect(keyTerms('学校可以分重点班吗')).not.toContain('可以');
  expect(keyTerms('可以吗')).toEqual(['可以', '吗']);
  expect(keyTerms('，。！')).toEqual([]);
});

test('nothing breaks on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
      for (const cut of [grams, queryGrams, words, keyTerms]) expect(Array.isArray(cut(indexForm(text)))).toBe(true);
    }),
  );
});
