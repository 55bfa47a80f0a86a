// A cross-encoder small enough to be written by a test: it counts the tokens of the query that the text has too. A real
// ONNX graph with the inputs and the output of a sequence-classification export, and the carried model's tokenizer.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.js';

type Bytes = readonly number[];
const varint = (value: number): Bytes =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
/** Fields of a protocol-buffers message: whole numbers, and what has a length. */
const number = (field: number, value: number): Bytes => [...varint(field * 8), ...varint(value)];
const bytes = (field: number, value: Bytes): Bytes => [...varint(field * 8 + 2), ...varint(value.length), ...value];
const text = (field: number, value: string): Bytes => bytes(field, [...Buffer.from(value)]);

// Field numbers are those of onnx.proto.
const FLOAT = 1;
const INT64 = 7;
const BOOL = 9;
const ints = (name: string, values: Bytes): Bytes =>
  bytes(5, [...text(1, name), ...values.flatMap((value) => number(8, value)), ...number(20, 7)]);
const int = (name: string, value: number): Bytes => bytes(5, [...text(1, name), ...number(3, value), ...number(20, 2)]);
const node = (type: string, inputs: readonly string[], output: string, attributes: readonly Bytes[] = []): Bytes =>
  bytes(1, [...inputs.flatMap((name) => text(1, name)), ...text(2, output), ...text(4, type), ...attributes.flat()]);
const tensor = (field: number, name: string, type: number, dimensions: readonly string[]): Bytes => {
  const shape = dimensions.flatMap((dimension) => bytes(1, text(2, dimension)));
  return bytes(field, [...text(1, name), ...bytes(2, bytes(1, [...number(1, type), ...bytes(2, shape)]))]);
};

/** How many tokens of the query are the text's as well. */
function graph(): Bytes {
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'];
  return [
    ...node('Unsqueeze', ['input_ids'], 'rows', [ints('axes', [2])]),
    ...node('Unsqueeze', ['input_ids'], 'columns', [ints('axes', [1])]),
    ...node('Equal', ['rows', 'columns'], 'same'),
    ...node('Cast', ['same'], 'sameNumber', [int('to', FLOAT)]),
    ...node('Cast', ['token_type_ids'], 'ofText', [int('to', BOOL)]),
    ...node('Not', ['ofText'], 'ofQuery'),
    ...node('Cast', ['ofText'], 'text', [int('to', FLOAT)]),
    ...node('Cast', ['ofQuery'], 'query', [int('to', FLOAT)]),
    ...node('Unsqueeze', ['text'], 'textColumns', [ints('axes', [1])]),
    ...node('Mul', ['sameNumber', 'textColumns'], 'sameInText'),
    ...node('ReduceMax', ['sameInText'], 'inText', [ints('axes', [2]), int('keepdims', 0)]),
    ...node('Mul', ['inText', 'query'], 'shared'),
    ...node('ReduceSum', ['shared'], 'logits', [ints('axes', [1]), int('keepdims', 1)]),
    ...text(2, 'overlap'),
    ...inputs.flatMap((name) => tensor(11, name, INT64, ['batch', 'tokens'])),
    ...tensor(12, 'logits', FLOAT, ['batch', 'one']),
  ];
}

/** Writes the model's folder. */
export function writeTinyCrossEncoder(dir: string, { labels = 1, maxTokens = 512 } = {}): string {
  const OPSET = 12;
  const IR_VERSION = 7;
  mkdirSync(join(dir, 'onnx'), { recursive: true });
  for (const name of ['tokenizer.json', 'tokenizer_config.json'])
    copyFileSync(join(projectRoot, 'models/bge-small-zh-v1.5', name), join(dir, name));
  const id2label = Object.fromEntries(Array.from({ length: labels }, (_, i) => [i, `LABEL_${i}`]));
  writeFileSync(
    join(dir, 'config.json'),
    JSON.stringify({ model_type: 'bert', architectures: ['BertForSequenceClassification'], id2label }),
  );
  writeFileSync(join(dir, 'yanju.json'), JSON.stringify({ dtype: 'fp32', maxTokens }));
  writeFileSync(
    join(dir, 'onnx', 'model.onnx'),
    Buffer.from([...number(1, IR_VERSION), ...bytes(7, graph()), ...bytes(8, number(2, OPSET))]),
  );
  return dir;
}
