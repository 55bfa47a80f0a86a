import { lineText } from '../../../ingest/ocr/line-text.js';
import { mended } from '../../../ingest/ocr/read-page.js';
import { textBoxes } from '../../../ingest/ocr/text-boxes.js';

const options = { threshold: 0.3, mean: 0.6, unclip: 1.5 };
const mapOf = (width: number, height: number, isText: (x: number, y: number) => boolean): Float32Array =>
  Float32Array.from({ length: width * height }, (_, i) => (isText(i % width, Math.floor(i / width)) ? 0.9 : 0.1));

describe('boxes around text', () => {
  it('stand around each connected region, a little larger than it', () => {
    const map = mapOf(100, 60, (x, y) => x >= 20 && x < 80 && ((y >= 10 && y < 16) || (y >= 40 && y < 46)));
    expect(textBoxes(map, 100, 60, options)).toEqual([
      { x: 15, y: 5, width: 70, height: 16, slope: 0 },
      { x: 15, y: 35, width: 70, height: 16, slope: 0 },
    ]);
  });

  it('tell how far a line falls', () => {
    const map = mapOf(200, 60, (x, y) => Math.abs(y - 20 - 0.05 * x) < 4);
    expect(textBoxes(map, 200, 60, options)[0]?.slope).toBeCloseTo(0.05, 2);
  });

  it('leave specks and faint regions out', () => {
    expect(
      textBoxes(
        mapOf(50, 50, (x, y) => x < 2 && y < 2),
        50,
        50,
        options,
      ),
    ).toEqual([]);
    const faint = new Float32Array(2500).fill(0.4);
    expect(textBoxes(faint, 50, 50, options)).toEqual([]);
  });
});

test('a line is the likeliest character at each place, repeats folded', () => {
  const places = [
    [0.1, 0.8, 0.1],
    [0.1, 0.9, 0],
    [0.9, 0.1, 0],
    [0.2, 0.6, 0.2],
    [0, 0.3, 0.7],
  ];
  const output = { data: Float32Array.from(places.flat()), dims: [5, 3] };
  const { text, confidence } = lineText(output, ['一', '二']);
  expect(text).toBe('一一二');
  expect(confidence).toBeCloseTo((0.8 + 0.6 + 0.7) / 3, 5);
});

test('a bracket, of whichever kind, makes no line unsure', () => {
  const output = {
    data: Float32Array.from(
      [
        [0, 0.9, 0.1],
        [0.3, 0.3, 0.4],
      ].flat(),
    ),
    dims: [2, 3],
  };
  expect(lineText(output, ['一', '[']).confidence).toBeCloseTo(0.9, 5);
  expect(lineText(output, ['一', '二']).confidence).toBeCloseTo(0.65, 5);
  expect(lineText(output, ['(', '[']).confidence).toBeCloseTo(0.65, 5);
});

test('only what cannot be meant is mended', () => {
  expect(mended('临教发〔2023】47号')).toBe('临教发〔2023〕47号');
  expect(mended('第【2024]5期')).toBe('第〔2024〕5期');
  expect(mended('临教发[2009]12号（2023）')).toBe('临教发[2009]12号（2023）');
  expect(mended('共８０人，O型')).toBe('共80人，O型');
});
