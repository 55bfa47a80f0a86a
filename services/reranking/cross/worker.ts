// A child process that reads a query and a text together and says how well they go together.
import {
  AutoModelForSequenceClassification,
  AutoTokenizer,
  locate,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '../../embedding/library.js';
import { serve } from '../../process/child.js';
import type { CrossEncoderModel } from './model.js';

export interface ScoreTask extends CrossEncoderModel {
  readonly query: string;
  readonly texts: readonly string[];
}

interface Loaded {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
}
let loaded: Promise<Loaded> | undefined;

async function load({ dir, use }: CrossEncoderModel): Promise<Loaded> {
  const name = locate(dir, false);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(name),
    AutoModelForSequenceClassification.from_pretrained(name, { dtype: use.dtype }),
  ]);
  return { tokenizer, model };
}

/** A token holds fewer characters than this on the whole; longer texts need not be cut into tokens to know their length. */
const CHARACTERS_A_TOKEN = 8;

/** One score a text: the logit of a model with one, the second less the first of a model with two. */
async function score({ query, texts, ...of }: ScoreTask): Promise<number[]> {
  loaded ??= load(of);
  const { tokenizer, model } = await loaded;
  const scores: number[] = [];
  const { maxTokens } = of.use;
  const atMost = (words: string): string => words.slice(0, CHARACTERS_A_TOKEN * maxTokens);
  for (const text of texts) {
    const { logits } = await model(together(tokenizer, atMost(query), atMost(text), maxTokens));
    const [first = 0, second] = logits.data as Float32Array; // ONNX gives float32; the library types it as any
    scores.push(second === undefined ? first : second - first);
    logits.dispose();
  }
  return scores;
}

/** Loads the model, so that the first query need not wait for it. */
async function warm(of: CrossEncoderModel): Promise<void> {
  loaded ??= load(of);
  await loaded;
}

/**
 * Query and text as the model reads them. The library would cut what is too long at its very end, the closing mark
 * included; here the text gives way, and of a query that takes more than half, its end.
 */
function together(tokenizer: PreTrainedTokenizer, query: string, text: string, maxTokens: number) {
  const pair = (asked: string, read: string) => tokenizer(asked, { text_pair: read });
  const lengthOf = (words: string): number => tokenizer.encode(words, { add_special_tokens: false }).length;
  const whole = pair(query, text);
  const tokens = whole.input_ids.dims.at(-1) ?? 0;
  if (tokens <= maxTokens) return whole;
  const room = maxTokens - (tokens - lengthOf(query) - lengthOf(text)); // less the special ones
  const asked = cut(query, Math.max(Math.floor(room / 2), room - lengthOf(text)), lengthOf);
  return pair(asked, cut(text, room - lengthOf(asked), lengthOf));
}

/** The longest beginning of a text, up to a few characters, that has no more tokens. */
function cut(text: string, tokens: number, lengthOf: (text: string) => number): string {
  let kept = text;
  for (let length = lengthOf(kept); length > tokens && kept.length > 0; length = lengthOf(kept)) {
    kept = kept.slice(0, Math.min(kept.length - 1, Math.floor((kept.length * tokens) / length)));
  }
  return kept;
}

serve({ score, warm });
