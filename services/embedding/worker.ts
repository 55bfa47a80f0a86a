// A child process that embeds: single-threaded, one text at a time.
import { serve } from '../process/child.js';
import { type FeatureExtractionPipeline, locate, meanPooling, pipeline, type Tensor } from './library.js';
import type { ModelUse } from './model.js';
import { createTokenReader, type TokenReader } from './token-reader.js';

export interface EmbedTask {
  readonly dir: string;
  readonly use: ModelUse;
  readonly download: boolean;
  /** each text as the model reads it, and what of that was put in front of it */
  readonly texts: readonly { readonly text: string; readonly prefix: string }[];
  /** whether the texts' tokens are wanted as well */
  readonly withTokens: boolean;
}
export interface EmbedResult {
  /** the vectors one after the other */
  readonly vectors: Float32Array;
  /** each text's tokens (see embedder.ts); empty where they are not wanted */
  readonly tokens: readonly Uint32Array[];
  /** time spent computing, loading the model left out */
  readonly ms: number;
}

interface Loaded {
  readonly extractor: FeatureExtractionPipeline;
  readonly reader: TokenReader;
}
let loaded: Promise<Loaded> | undefined;

async function load(dir: string, use: ModelUse, download: boolean): Promise<Loaded> {
  const extractor = await pipeline('feature-extraction', locate(dir, download), {
    dtype: use.dtype,
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  return { extractor, reader: createTokenReader(extractor.tokenizer) };
}

// What the library's own pipeline does, step for step, so that vectors are the same bit for bit; but the states of the
// single tokens, of which it keeps the first or the mean, are read as well.
async function embed({ dir, use, download, texts, withTokens }: EmbedTask): Promise<EmbedResult> {
  loaded ??= load(dir, use, download);
  const { extractor, reader } = await loaded;
  const started = performance.now();
  const vectors = new Float32Array(texts.length * use.dimension);
  const tokens: Uint32Array[] = [];
  for (const [i, { text, prefix }] of texts.entries()) {
    const input = extractor.tokenizer(text, { padding: true, truncation: true });
    const output = await extractor.model(input);
    const states: Tensor = output.last_hidden_state ?? output.logits ?? output.token_embeddings;
    const pooled = use.pooling === 'cls' ? states.slice(null, 0) : meanPooling(states, input.attention_mask);
    vectors.set(pooled.normalize(2, -1).data as Float32Array, i * use.dimension); // the library types data as any typed array; ONNX gives float32
    if (withTokens) tokens.push(reader.read(input.input_ids, states, prefix));
    states.dispose();
  }
  return { vectors, tokens, ms: performance.now() - started };
}

serve({ embed });
