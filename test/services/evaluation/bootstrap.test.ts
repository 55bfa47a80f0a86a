import { pairedBootstrap, random } from '../../../services/evaluation/bootstrap.js';

test('differences that all point one way are significant, and the interval holds the mean', () => {
  const { difference, low, high, significant } = pairedBootstrap([0.1, 0.2, 0.3, 0.1, 0.2, 0.3]);
  expect(difference).toBeCloseTo(0.2);
  expect(low).toBeLessThan(difference);
  expect(high).toBeGreaterThan(difference);
  expect(significant).toBe(true);
});

test('differences that cancel out are not significant', () => {
  const { low, high, significant } = pairedBootstrap([0.5, -0.5, 0.4, -0.4]);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(0);
  expect(significant).toBe(false);
});

test('two systems that answer alike do not differ', () => {
  expect(pairedBootstrap([0, 0, 0])).toMatchObject({ difference: 0, low: 0, high: 0, significant: false });
});

test('the interval is about as wide as the normal one: 1.96 standard errors to each side', () => {
  const next = random(7);
  const differences = Array.from({ length: 400 }, () => next() - 0.5); // variance 1/12
  const { low, high } = pairedBootstrap(differences);
  expect((high - low) / 2).toBeCloseTo(1.96 * Math.sqrt(1 / 12 / 400), 2);
});

test('the same seed gives the same interval, another seed another one', () => {
  const differences = [0.3, -0.1, 0.2, 0, 0.05, -0.2, 0.4];
  expect(pairedBootstrap(differences)).toEqual(pairedBootstrap(differences));
  expect(pairedBootstrap(differences, 100, 1)).not.toEqual(pairedBootstrap(differences, 100, 2));
});
