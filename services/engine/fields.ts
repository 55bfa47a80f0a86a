// What a passage is found by through its words, weighted: every adapter indexes these parts.
import { indexForm } from '../language/segment.js';
import type { EnginePassage } from './engine.js';

/**
 * How many times a part counts (BM25F: frequencies are weighted before they saturate; Robertson, Zaragoza & Taylor 2004).
 * Chosen on one half of our own questions, shown on the other and on STARD: docs/ranking.md.
 */
const WEIGHTS = { title: 2, heading: 2, text: 1 };

/** Parts in index form; no phrase runs from one into the next. */
export const weightedParts = (passage: EnginePassage): string[] =>
  (['title', 'heading', 'text'] as const).flatMap((part) =>
    Array<string>(WEIGHTS[part]).fill(indexForm(passage[part])),
  );
