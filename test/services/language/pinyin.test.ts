import { lookAlikes } from '../../../services/language/look-alikes.js';
import { initials, soundKey, syllables } from '../../../services/language/pinyin.js';

test('a text sounds as its words are read, one syllable a character', () => {
  expect(syllables('重庆的重点')).toEqual(['chong', 'qing', 'de', 'zhong', 'dian']);
  expect(initials(syllables('义务教育'))).toBe('ywjy');
  expect(syllables('a2年')).toHaveLength(3);
});

test('words of the same sound, or one that is easily mistaken for it, share a key', () => {
  expect(soundKey('必须')).toBe(soundKey('必需'));
  expect(soundKey('身份')).toBe(soundKey('生份'));
  expect(soundKey('资源')).toBe(soundKey('支援'));
  expect(soundKey('教育')).not.toBe(soundKey('教学'));
});

test('likeness of shape goes both ways', () => {
  expect(lookAlikes('未')).toContain('末');
  for (const character of '己人土日微幼') {
    for (const other of lookAlikes(character)) expect(lookAlikes(other)).toContain(character);
  }
  expect(lookAlikes('a')).toEqual([]);
});
