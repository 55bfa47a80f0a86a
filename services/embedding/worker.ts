// A child process that embeds: single-threaded, one text at a time. The only file that imports the model library.
import { basename, dirname } from 'node:path';
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers';
import { serve } from '../process/child.js';
import type { ModelUse } from './model.js';

export interface EmbedTask {
  readonly dir: string;
  readonly use: ModelUse;
  readonly download: boolean;
  readonly texts: readonly string[];
}
export interface EmbedResult {
  /** the vectors one after the other */
  readonly vectors: Float32Array;
  /** time spent computing, loading the model left out */
  readonly ms: number;
}

let loaded: Promise<FeatureExtractionPipeline> | undefined;

function load(dir: string, use: ModelUse, download: boolean): Promise<FeatureExtractionPipeline> {
  env.allowRemoteModels = download;
  env.allowLocalModels = true;
  env.localModelPath = dirname(dir);
  return pipeline('feature-extraction', basename(dir), {
    dtype: use.dtype,
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
}

async function embed({ dir, use, download, texts }: EmbedTask): Promise<EmbedResult> {
  loaded ??= load(dir, use, download);
  const extractor = await loaded;
  const started = performance.now();
  const vectors = new Float32Array(texts.length * use.dimension);
  for (const [i, text] of texts.entries()) {
    const output = await extractor(text, { pooling: use.pooling, normalize: true });
    vectors.set(output.data as Float32Array, i * use.dimension); // the library types data as any typed array; ONNX gives float32
    output.dispose();
  }
  return { vectors, ms: performance.now() - started };
}

serve({ embed });
