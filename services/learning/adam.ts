// Adam (Kingma & Ba 2015): a step for every number, by the mean and the spread of its gradient so far.

const DECAY_MEAN = 0.9;
const DECAY_SQUARE = 0.999;
const TINY = 1e-8;
const { sqrt } = Math; // looked up once, not a million times

/** A function that moves `values` against `gradient`. */
export function createAdam(values: Float32Array, rate: number): (gradient: Float32Array) => void {
  const means = new Float32Array(values.length);
  const squares = new Float32Array(values.length);
  let steps = 0;
  return (gradient) => {
    steps++;
    const meanScale = 1 / (1 - DECAY_MEAN ** steps);
    const squareScale = 1 / (1 - DECAY_SQUARE ** steps);
    for (let i = 0; i < values.length; i++) {
      const slope = gradient[i]!; // as long as values
      const mean = DECAY_MEAN * means[i]! + (1 - DECAY_MEAN) * slope;
      const square = DECAY_SQUARE * squares[i]! + (1 - DECAY_SQUARE) * slope * slope;
      means[i] = mean;
      squares[i] = square;
      values[i]! -= (rate * mean * meanScale) / (sqrt(square * squareScale) + TINY);
    }
  };
}
