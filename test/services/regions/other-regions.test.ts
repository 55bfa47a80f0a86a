import fc from 'fast-check';
import { divisions } from '../../../services/regions/divisions.js';
import { otherRegions, regionPath } from '../../../services/regions/regions.js';

const codes = [...divisions().keys()];
const leftOut = (region: string, by: string): boolean =>
  regionPath(region).some((code) => otherRegions(by).includes(code));

test('of any two regions, one is left out by the other unless one holds the other', () => {
  const code = fc.constantFrom(...codes);
  fc.assert(
    fc.property(code, code, (own, other) => {
      const holds = regionPath(own).includes(other) || regionPath(other).includes(own);
      expect(leftOut(other, own)).toBe(!holds);
    }),
  );
});

test('a region keeps what lies in it and what it lies in, at every level', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), (own) => {
      for (const above of regionPath(own)) {
        expect(leftOut(above, own)).toBe(false);
        expect(leftOut(own, above)).toBe(false);
      }
    }),
  );
});

test('beside the whole country stand all provinces; what is national is never left out', () => {
  expect(otherRegions('0').every((code) => code.length === 2)).toBe(true);
  expect(leftOut('41', '0')).toBe(true);
  expect(leftOut('0', '4101')).toBe(false);
});
