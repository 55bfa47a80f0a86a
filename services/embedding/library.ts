// The model library, told to read local files. The only file that imports it; only child processes load it.
import { basename, dirname } from 'node:path';
import { env } from '@xenova/transformers';

export {
  AutoModelForSequenceClassification,
  AutoTokenizer,
  type FeatureExtractionPipeline,
  mean_pooling as meanPooling,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  pipeline,
  type Tensor,
} from '@xenova/transformers';

/** Gives the name by which the library finds the model of a folder. */
export function locate(dir: string, download: boolean): string {
  env.allowRemoteModels = download;
  env.allowLocalModels = true;
  env.localModelPath = dirname(dir);
  return basename(dir);
}
