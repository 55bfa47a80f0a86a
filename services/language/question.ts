// Whether a text asks something: it holds a word of the closed class of Chinese interrogatives, or a form of asking.

/** Interrogative pronouns and adverbs, sentence particles, and A-not-A (吕叔湘《现代汉语八百词》; 朱德熙《语法讲义》十四章). */
const INTERROGATIVE =
  /什么|啥|怎|咋|如何|为何|何时|何处|哪|谁|几(?!何|乎)|多少|多[大久长远高重]|是否|能否|可否|有没有|吗|(\p{Script=Han})[不没]\1|[么呢不没][?？]?$|[?？]$/u;
const INTERROGATIVE_ENGLISH =
  /\b(?:what|how|when|where|who|whom|whose|which|why)\b|^(?:is|are|do|does|did|can|may|must|should|will)\b/i;

export const isQuestion = (text: string): boolean => {
  const asked = text.trim();
  return INTERROGATIVE.test(asked) || INTERROGATIVE_ENGLISH.test(asked);
};
